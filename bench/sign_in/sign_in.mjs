// See bench/sign_in/run.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [binary, accounts] = [process.argv[2], Number(process.argv[3])];
const asked_each = 5; // what an address gets an hour
const resamples = 2000;
const folder = mkdtempSync(join(tmpdir(), 'kontor-sign-in-'));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const ended = [];

// Draws that are the same in every run.
let state = 1;
const draw = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

function start(program, args, wanted) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  ended.push(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = wanted.exec(line);
      if (found) resolve(found[1]);
    });
  });
}

// Microseconds until a code is on its way, or would be.
function ask(address, mail, network) {
  const body = JSON.stringify({ mail });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': network };
  return new Promise((resolve, reject) => {
    const begin = process.hrtime.bigint();
    const asking = request(`${address}/api/sign-in/mail`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`));
        else resolve(Number(process.hrtime.bigint() - begin) / 1000);
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// How often the first of a pair takes longer: 0.5 tells nothing.
const share_longer = (pairs) => pairs.reduce((sum, [a, b]) => sum + (a > b ? 1 : a === b ? 0.5 : 0), 0) / pairs.length;

// The middle 95 % of a statistic over pairs drawn anew.
function interval(pairs, statistic) {
  const values = Array.from({ length: resamples }, () => statistic(pairs.map(() => pairs[draw(pairs.length)])));
  values.sort((a, b) => a - b);
  return [values[Math.floor(resamples * 0.025)], values[Math.floor(resamples * 0.975)]];
}

try {
  const data = join(folder, 'data');
  execFileSync(binary, ['start', '--facts', 'missions/california-2025', '--data', data, '--no-serve'], { stdio: 'ignore' });
  for (let n = 0; n < accounts; n += 1)
    execFileSync(binary, ['account', 'add', `known${n}@example.org`, '--role', 'director', '--data', data], { stdio: 'ignore' });
  const post = await start('/usr/bin/python3', ['tests/net/smtp_server.py', 'plain'], /^(\d+)$/);
  const options = ['--port', '0', '--behind-proxy', '--requests-per-second', '0', '--mail-server', `smtp-plain://127.0.0.1:${post}`];
  const address = await start(binary, ['start', '--data', data, ...options], /Open +(http\S+)/);
  const pairs = [];
  for (let time = 0; time < asked_each; time += 1)
    for (let n = 0; n < accounts; n += 1) {
      const network = `10.${time}.${n}.1`;
      const known = () => ask(address, `known${n}@example.org`, network);
      const unknown = () => ask(address, `other${n}@example.org`, network);
      if (draw(2) === 0) {
        const first = await known();
        pairs.push([first, await unknown()]);
      } else {
        const first = await unknown();
        pairs.push([await known(), first]);
      }
    }
  const differences = (list) => median(list.map(([a, b]) => a - b));
  const [low, high] = interval(pairs, differences);
  const [rare, often] = interval(pairs, share_longer);
  console.log(`${pairs.length} pairs, each one address with and one without an account, in random order`);
  console.log(`median of known    ${median(pairs.map(([a]) => a)).toFixed(0)} microseconds`);
  console.log(`median of unknown  ${median(pairs.map(([, b]) => b)).toFixed(0)} microseconds`);
  console.log(`median difference  ${differences(pairs).toFixed(0)} microseconds, 95 % from ${low.toFixed(0)} to ${high.toFixed(0)}`);
  console.log(`known took longer  ${(100 * share_longer(pairs)).toFixed(1)} % of pairs, 95 % from ${(100 * rare).toFixed(1)} to ${(100 * often).toFixed(1)} (50: tells nothing)`);
} finally {
  agent.destroy();
  for (const end of ended) end();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

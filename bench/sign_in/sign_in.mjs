// See bench/sign_in/run.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [binary, accounts, holders] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const asked_each = 5; // codes that an address gets an hour
const tried_each = 10; // passwords that may be tried for one
const password = 'nine boring lamps on tuesday';
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

const mails = [];

function start(program, args, wanted) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  ended.push(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = wanted.exec(line);
      if (found) resolve(found[1]);
      else if (line.startsWith('{')) mails.push(JSON.parse(line));
    });
  });
}

// The answer, and the microseconds until it was there.
function post_to(address, path, message, network, cookie = '') {
  const body = JSON.stringify(message);
  const headers = {
    'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': network, cookie,
  };
  return new Promise((resolve, reject) => {
    const begin = process.hrtime.bigint();
    const asking = request(address + path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ answer, took: Number(process.hrtime.bigint() - begin) / 1000 }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

async function time_of(wanted, ...posted) {
  const { answer, took } = await post_to(...posted);
  if (answer.statusCode !== wanted) throw new Error(`${posted[1]} answered ${answer.statusCode}`);
  return took;
}

// Signs in by a code and sets a password.
async function give_password(address, mail, network) {
  const cookies = {};
  const send = async (path, message) => {
    const cookie = Object.entries(cookies).map((each) => each.join('=')).join('; ');
    const { answer } = await post_to(address, path, message, network, cookie);
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
    for (const each of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each);
      cookies[name] = value;
    }
  };
  await send('/api/sign-in/mail', { mail });
  const found = () => mails.find(({ to }) => to.includes(mail));
  for (let tries = 0; !found() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  await send('/api/sign-in/code', { code: /^Your code: (\S+)/m.exec(found().parts[0].content)[1] });
  await send('/api/password', { current: '', password });
}

// Each time both in random order, the known one first in each pair.
async function measure(times, count, known, unknown) {
  const pairs = [];
  for (let time = 0; time < times; time += 1)
    for (let n = 0; n < count; n += 1) {
      if (draw(2) === 0) {
        const first = await known(time, n);
        pairs.push([first, await unknown(time, n)]);
      } else {
        const first = await unknown(time, n);
        pairs.push([await known(time, n), first]);
      }
    }
  return pairs;
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

function tell(what, pairs) {
  const differences = (list) => median(list.map(([a, b]) => a - b));
  const [low, high] = interval(pairs, differences);
  const [rare, often] = interval(pairs, share_longer);
  console.log(`${pairs.length} pairs of ${what}, in random order`);
  console.log(`median of known    ${median(pairs.map(([a]) => a)).toFixed(0)} microseconds`);
  console.log(`median of unknown  ${median(pairs.map(([, b]) => b)).toFixed(0)} microseconds`);
  console.log(`median difference  ${differences(pairs).toFixed(0)} microseconds, 95 % from ${low.toFixed(0)} to ${high.toFixed(0)}`);
  console.log(`known took longer  ${(100 * share_longer(pairs)).toFixed(1)} % of pairs, 95 % from ${(100 * rare).toFixed(1)} to ${(100 * often).toFixed(1)} (50: tells nothing)`);
}

try {
  const data = join(folder, 'data');
  execFileSync(binary, ['start', '--facts', 'missions/california-2025', '--data', data, '--no-serve'], { stdio: 'ignore' });
  const add = (mail) =>
    execFileSync(binary, ['account', 'add', mail, '--role', 'director', '--data', data], { stdio: 'ignore' });
  for (let n = 0; n < accounts; n += 1) add(`known${n}@example.org`);
  for (let n = 0; n < holders; n += 1) add(`holder${n}@example.org`);
  execFileSync(binary, ['account', 'passwords', 'on', '--data', data], { stdio: 'ignore' });
  const post = await start('/usr/bin/python3', ['tests/net/smtp_server.py', 'plain'], /^(\d+)$/);
  const options = ['--port', '0', '--behind-proxy', '--requests-per-second', '0', '--mail-server', `smtp-plain://127.0.0.1:${post}`];
  const address = await start(binary, ['start', '--data', data, ...options], /Open +(http\S+)/);
  const code = (who) => (time, n) =>
    time_of(200, address, '/api/sign-in/mail', { mail: `${who}${n}@example.org` }, `10.${time}.${n}.1`);
  tell('codes: each one address with and one without an account', await measure(asked_each, accounts, code('known'), code('other')));
  for (let n = 0; n < holders; n += 1) await give_password(address, `holder${n}@example.org`, `11.0.${n}.1`);
  const wrong = (who) => (time, n) =>
    time_of(403, address, '/api/sign-in/password', { mail: `${who}${n}@example.org`, password: `${password}s` }, `12.${time}.${n}.1`);
  await wrong('first')(0, 0);
  tell('wrong passwords: each one address with a password and one without an account', await measure(tried_each, holders, wrong('holder'), wrong('nobody')));
} finally {
  agent.destroy();
  for (const end of ended) end();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

// See bench/secrecy/run.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write_small_mission } from '../../tests/process/cluster.mjs';
import { freePort } from '../../tests/process/kontor.mjs';

const [binary, rounds] = [process.argv[2], Number(process.argv[3])];
const folder = mkdtempSync(join(tmpdir(), 'kontor-secrecy-'));
const children = [];
const pages = ['/api/programme', '/api/plan', '/api/organisations', '/api/activities/A13', '/api/activities/none', '/api/mission'];

// One of protocol's own activities, of which nobody else learns.
const secret = `
[[activity]]
id = "A13"
title = "What only protocol knows"
kind = "seminar"
leg = "sf"
timing = { precision = "fixed", earliest = "2025-10-09T20:00" }
duration_minutes = 60
visibility = "protocol"
invented = true
`;

async function world(name, with_secret) {
  const mission = join(folder, name);
  write_small_mission(mission);
  if (with_secret) appendFileSync(join(mission, 'activities.toml'), secret);
  const port = await freePort();
  children.push(spawn(binary, ['start', '--data', join(folder, `${name}-data`), '--mission', mission, '--port', String(port), '--requests-per-second', '0'], { stdio: 'ignore' }));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path) =>
    new Promise((resolve, reject) => {
      const begin = process.hrtime.bigint();
      get({ port, host: '127.0.0.1', path, agent }, (answer) => {
        let text = '';
        answer.on('data', (part) => (text += part));
        answer.on('end', () => resolve({ text: `${answer.statusCode} ${text}`, micros: Number(process.hrtime.bigint() - begin) / 1000 }));
      }).on('error', reject);
    });
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      await ask('/api/plan');
      return ask;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('no answer');
}

// Without the name of the request.
const answer_of = ({ text }) => text.replace(/"instance":"[^"]*"/, '');

const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, share) => list[Math.min(list.length - 1, Math.max(0, Math.floor(list.length * share)))];

// The 99 % confidence interval of the median of `differences`, by the order statistics of the sign test.
function interval(differences) {
  const list = sorted(differences);
  const half = (2.576 * Math.sqrt(list.length)) / 2 / list.length;
  return [at(list, 0.5 - half), at(list, 0.5), at(list, 0.5 + half)];
}

try {
  const [without, twin, with_secret] = [await world('without', false), await world('twin', false), await world('with', true)];
  // Who is asked first waits for a processor that slept: each is so as often as the others.
  const turns = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].map((turn) => turn.map((one) => [without, twin, with_secret][one]));
  console.log(`Median microseconds, and the difference of paired requests with its 99 % interval; ${rounds} rounds\n`);
  console.log(`${'page, asked by the public'.padEnd(28)}${'without'.padStart(9)}  ${'a twin without'.padEnd(26)}with the secret`);
  for (const path of pages) {
    const times = { without: [], twin: [], secret: [] };
    for (let n = 0; n < rounds; n += 1) {
      const order = turns[n % turns.length];
      const answers = new Map();
      for (const ask of order) answers.set(ask, await ask(path));
      if (answer_of(answers.get(without)) !== answer_of(answers.get(with_secret)) && path !== '/api/plan' && path !== '/api/mission') throw new Error(`${path} tells`);
      times.without.push(answers.get(without).micros);
      times.twin.push(answers.get(twin).micros - answers.get(without).micros);
      times.secret.push(answers.get(with_secret).micros - answers.get(without).micros);
    }
    const shown = (list) => {
      const [low, middle, high] = interval(list).map((value) => value.toFixed(1));
      return `${middle} (${low} … ${high})`;
    };
    console.log(`${path.padEnd(28)}${at(sorted(times.without), 0.5).toFixed(1).padStart(9)}  ${shown(times.twin).padEnd(26)}${shown(times.secret)}`);
  }
} finally {
  children.forEach((child) => child.kill('SIGKILL'));
  rmSync(folder, { recursive: true, force: true });
}

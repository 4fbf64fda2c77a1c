import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { binary, facts, kontor, scratch, serve } from './kontor.mjs';

const start = (data, ...more) => kontor('start', '--facts', facts, '--data', data, '--no-serve', ...more);

test('the first start plans and proves, the second does neither again', (t) => {
  const data = scratch(t);
  const first = start(data);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /Planned in/);
  assert.match(first.out, /Verified +version 1: 0 violations/);
  const second = start(data);
  assert.equal(second.code, 0, second.err);
  assert.doesNotMatch(second.out, /Planned in/);
  assert.match(second.out, /Verified +version 1: 0 violations/);
});

test('the same seed gives the same plan in two data folders', (t) => {
  const certificates = [scratch(t), scratch(t)].map((data) => {
    const { out } = start(data, '--seed', '7');
    return out.split('\n').filter((line) => /Placed|Programme|Quality|Fairness|Verified|value/.test(line) && !line.includes('█') && !line.includes('·'));
  });
  assert.ok(certificates[0].length >= 5);
  assert.deepEqual(certificates[0], certificates[1]);
});

test('verify without a published plan says what to do and exits with 2', (t) => {
  const { code, err } = kontor('verify', '--data', scratch(t));
  assert.equal(code, 2);
  assert.match(err, /\w/);
});

// Kills the program at moments spread over loading, planning and publishing. Whatever was done by
// then, the next start ends well with a whole plan that verifies.
test('kill -9 at any moment of the first start leaves data from which the next start goes on', async (t) => {
  const data = scratch(t);
  for (let round = 0; round < 12; round += 1) {
    const child = spawn(binary, ['start', '--facts', facts, '--data', data, '--no-serve'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, 30 + round * 90));
    child.kill('SIGKILL');
    await ended;
  }
  const next = start(data);
  assert.equal(next.code, 0, next.err);
  assert.match(next.out, /0 violations/);
});

test('kill -9 of a server keeps the published version whole', async (t) => {
  const data = scratch(t);
  assert.equal(start(data).code, 0);
  const { child } = await serve(t, data);
  child.kill('SIGKILL');
  const { code, out } = kontor('verify', '--data', data);
  assert.equal(code, 0);
  assert.match(out, /version 1: 0 violations/);
});

test('a port in use is named, with exit code 1', async (t) => {
  const data = scratch(t);
  assert.equal(start(data).code, 0);
  const { address } = await serve(t, data);
  const port = new URL(address).port;
  const { code, err } = kontor('start', '--data', data, '--port', port);
  assert.equal(code, 1);
  assert.match(err, new RegExp(port));
});

test('an interrupted planner publishes nothing', async (t) => {
  const data = scratch(t);
  const child = spawn(binary, ['start', '--facts', facts, '--data', data, '--no-serve'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => child.stdout.on('data', (chunk) => String(chunk).includes('Planning') && resolve()));
  child.kill('SIGINT');
  const code = await ended;
  if (code === 0) return; // the plan was finished before the signal came
  assert.equal(code, 130);
  assert.equal(kontor('verify', '--data', data).code, 2);
});

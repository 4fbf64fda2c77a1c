import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { balance, follow, insist, installed, Node, pause, Postgres, write_small_mission } from './cluster.mjs';
import { freePort, kontor, scratch } from './kontor.mjs';

const seconds = Number(process.env.KONTOR_CLUSTER_SECONDS ?? 25);
const skip = installed ? false : 'haproxy or PostgreSQL is not installed here';

// Makes one change after the other on its own activities; what was acknowledged, in order.
async function write_until(end, address, cookie, activities) {
  const acknowledged = [];
  for (let n = 0; Date.now() < end; n += 1) {
    const activity = activities[n % activities.length];
    const remove = Math.floor(n / activities.length) % 2 === 1;
    const answer = await insist(address, remove ? '/api/locks/remove' : '/api/locks', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('hex') },
      body: JSON.stringify({ lock: `activity/${activity}` }),
    });
    // Carried out by a node that died before it answered: acknowledged all the same.
    const body = answer.text;
    assert.ok(answer.status === 200 || body.includes(':already_done'), body);
    acknowledged.push(`activity/${activity} ${remove ? 'unlocked' : 'locked'}`);
  }
  return acknowledged;
}

// Plans and publishes again and again; the versions that were acknowledged.
async function publish_until(end, address, cookie) {
  const versions = [];
  const headers = () => ({ cookie, 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('hex') });
  for (let seed = 1; Date.now() < end; seed += 1) {
    await insist(address, '/api/plan/runs', { method: 'POST', headers: headers(), body: JSON.stringify({ seed: String(seed) }) });
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await insist(address, '/api/plan/publish', { method: 'POST', headers: headers() });
      const body = answer.json();
      if (answer.status === 200) versions.push(body.version);
      if (answer.status === 200 || body.type?.endsWith(':already_done')) break;
      await pause(150);
    }
  }
  return versions;
}

// Kills, freezes and starts again, one node at a time; cuts the database off once.
async function disturb_until(end, nodes, postgres) {
  let disturbances = 0;
  for (let n = 0; Date.now() < end; n += 1) {
    const node = nodes[Math.floor(Math.random() * nodes.length)];
    await pause(700 + Math.random() * 1200);
    disturbances += 1;
    if (n === 4) {
      postgres.stop();
      await pause(500);
      postgres.start();
    } else if (Math.random() < 0.5) {
      node.kill();
      await pause(Math.random() * 800);
      node.start();
    } else {
      node.freeze();
      await pause(1500);
      node.thaw();
    }
  }
  return disturbances;
}

async function sign_in(address) {
  const answer = await insist(address, '/demo/coordinator', {});
  return answer.headers['set-cookie'][0].split(';')[0];
}

async function whole_log(address, cookie) {
  const changes = [];
  for (let since = 0; ; ) {
    const answer = await insist(address, `/api/changes?since=${since}&limit=1000`, { headers: { cookie } });
    const page = answer.json();
    changes.push(...page.changes);
    if (!page.next) return changes;
    since = Number(page.next);
  }
}

test('three nodes that are killed and cut off under load lose and double nothing', { skip, timeout: (seconds + 120) * 1000 }, async (t) => {
  const folder = scratch(t);
  chmodSync(folder, 0o755);
  const postgres = new Postgres(join(folder, 'postgres'));
  t.after(() => postgres.stop());
  write_small_mission(join(folder, 'mission'));
  const made = kontor('start', '--data', postgres.uri, '--mission', join(folder, 'mission'), '--no-serve');
  assert.equal(made.code, 0, made.err + made.out);
  const nodes = [];
  for (let n = 0; n < 3; n += 1) nodes.push(new Node(await freePort(), postgres.uri));
  nodes.forEach((node) => node.start());
  t.after(() => nodes.forEach((node) => node.kill()));
  const { child, address } = await balance(folder, nodes);
  t.after(() => child.kill('SIGKILL'));
  const cookie = await sign_in(address);
  const streams = Array.from({ length: 12 }, () => follow(address, cookie));
  await pause(1500);

  const end = Date.now() + seconds * 1000;
  const mine = [1, 5, 9].map((first) => [0, 1, 2, 3].map((n) => `A${first + n}`));
  const [first, second, third, versions, disturbances] = await Promise.all([
    ...mine.map((activities) => write_until(end, address, cookie, activities)),
    publish_until(end, address, cookie),
    disturb_until(end, nodes, postgres),
  ]);
  nodes.forEach((node) => node.thaw());
  await pause(3000);

  const log = await whole_log(address, cookie);
  assert.deepEqual(log.map((change) => change.number), log.map((_, n) => n + 1), 'the log has no gap');
  [first, second, third].forEach((acknowledged, n) => {
    const kept = log.filter((change) => mine[n].some((activity) => change.subject === `activity/${activity}`)).map((change) => `${change.subject} ${change.detail}`);
    assert.deepEqual(kept, acknowledged, 'every acknowledged change once, in order, and no other');
  });
  const published = log.filter((change) => change.verb === 'publish_plan').map((change) => change.version_after);
  assert.deepEqual(published, published.map((_, n) => n + 1), 'each version once');
  assert.ok(versions.every((version) => published.includes(version)), 'all that was acknowledged is there');
  for (const stream of streams) {
    await stream.stop();
    const whole = published.slice(published.length - stream.heard.length);
    assert.deepEqual(stream.heard, whole, 'no event missing, none twice');
    assert.equal(stream.heard.length, published.length - 1);
  }
  const connections = streams.reduce((sum, stream) => sum + stream.connections(), 0);
  t.diagnostic(`${disturbances} disturbances; ${first.length + second.length + third.length} changes and ${versions.length} versions acknowledged; ${streams.length} streams over ${connections} connections`);
});

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed, Postgres, write_small_mission } from './cluster.mjs';
import { kontor, scratch, serve, sign_in } from './kontor.mjs';

const skip = installed ? false : 'haproxy or PostgreSQL is not installed here';

// A data folder with something sealed in it: the secret of a webhook.
async function sealed_place(t, folder) {
  write_small_mission(join(folder, 'mission'));
  const data = join(folder, 'data');
  const { address, child } = await serve(t, data, '--mission', join(folder, 'mission'));
  const headers = { cookie: await sign_in(address), 'content-type': 'application/json' };
  const answer = await fetch(`${address}/api/webhooks`, { method: 'POST', headers, body: '{"address":"https://example.org/hook"}' });
  assert.equal(answer.status, 200, await answer.text());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return data;
}

test('move takes the key along that opens what is sealed, and copies nothing without it', { skip, timeout: 120_000 }, async (t) => {
  const folder = scratch(t);
  chmodSync(folder, 0o755);
  const data = await sealed_place(t, folder);
  const key = join(data, 'kontor.key');
  const postgres = new Postgres(join(folder, 'postgres'));
  t.after(() => postgres.stop());
  process.env.KONTOR_KEY_FILE = join(folder, 'elsewhere.key');
  t.after(() => delete process.env.KONTOR_KEY_FILE);

  renameSync(key, `${key}.away`);
  const without = kontor('move', data, postgres.uri);
  assert.equal(without.code, 2, without.out);
  assert.match(without.err, /kontor\.key is missing.*Put it back from your backup.*nothing was copied/s);
  renameSync(`${key}.away`, key);

  const moved = kontor('move', data, postgres.uri);
  assert.equal(moved.code, 0, moved.err);
  assert.match(moved.out, /The key that opens what is sealed is in .*elsewhere\.key too/);
  assert.equal(readFileSync(process.env.KONTOR_KEY_FILE, 'utf8'), readFileSync(key, 'utf8'));
  assert.equal(statSync(process.env.KONTOR_KEY_FILE).mode & 0o777, 0o600);

  const back = join(folder, 'back');
  const returned = kontor('move', postgres.uri, back);
  assert.equal(returned.code, 0, returned.err);
  assert.equal(readFileSync(join(back, 'kontor.key'), 'utf8'), readFileSync(key, 'utf8'));

  // With the key a new secret can be made, which opens the one before; without it that is refused.
  const { address } = await serve(t, back);
  const headers = { cookie: await sign_in(address) };
  const [webhook] = (await (await fetch(`${address}/api/webhooks`, { headers })).json());
  assert.equal((await fetch(`${address}/api/webhooks/${webhook.id}/rotate`, { method: 'POST', headers })).status, 200);

  const other = join(folder, 'other');
  await sealed_place(t, join(folder, 'second'));
  renameSync(join(folder, 'second', 'data'), other);
  process.env.KONTOR_KEY_FILE = join(other, 'kontor.key');
  const clash = kontor('move', data, postgres.uri);
  assert.equal(clash.code, 2, clash.out);
  assert.match(clash.err, /holds another key/);
  assert.ok(existsSync(key));
});

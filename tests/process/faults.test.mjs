// The disk, the database and the network fail under the real program; what it says is listed in
// docs/operations.md.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { installed, pause, Postgres, write_small_mission } from './cluster.mjs';
import { kontor, scratch, serve, sign_in } from './kontor.mjs';

const mounts = process.getuid() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

// A small disk in memory, gone when the test is over.
function small_disk(t, size) {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  t.after(() => {
    spawnSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return folder;
}

async function place(t, folder, data = join(folder, 'data')) {
  write_small_mission(join(folder, 'mission'));
  const served = await serve(t, data, '--mission', join(folder, 'mission'), '--requests-per-second', '0');
  const headers = { cookie: await sign_in(served.address), 'content-type': 'application/json' };
  const lock = (verb, activity) => fetch(`${served.address}/api/locks${verb}`, { method: 'POST', headers, body: `{"lock":"activity/${activity}"}` });
  return { ...served, headers, lock };
}

test('a full disk refuses writes with 503, goes on reading, and loses nothing acknowledged', { skip: mounts ? false : 'no right to mount a small disk here' }, async (t) => {
  const folder = scratch(t);
  const disk = small_disk(t, '24m');
  const { address, headers, lock } = await place(t, folder, join(disk, 'data'));
  assert.equal((await lock('', 'A1')).status, 200);
  const filler = join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Number(bavail) * Number(bsize)));
  let refused = 0;
  let acknowledged = 1;
  for (let n = 0; n < 40 && refused < 3; n += 1) {
    const { status } = await lock(n % 2 ? '' : '/remove', 'A1');
    assert.ok(status === 200 || status === 503, `${status}`);
    if (status === 200) acknowledged += 1;
    else refused += 1;
  }
  assert.ok(refused > 0, 'the disk was not full');
  assert.equal((await fetch(`${address}/api/programme`, { headers })).status, 200);
  rmSync(filler);
  assert.equal((await lock('', 'A2')).status, 200);
  const log = await (await fetch(`${address}/api/changes?since=0&limit=1000`, { headers })).json();
  assert.equal(log.changes.filter((change) => change.subject.startsWith('activity/')).length, acknowledged + 1);
});

test('a disk that is read-only is said in words, and nothing is lost by it', { skip: mounts ? false : 'no right to mount here' }, async (t) => {
  const folder = scratch(t);
  write_small_mission(join(folder, 'mission'));
  const data = small_disk(t, '64m');
  assert.equal(kontor('start', '--data', data, '--mission', join(folder, 'mission'), '--no-serve').code, 0);
  execFileSync('mount', ['-o', 'remount,ro', data]);
  const again = kontor('start', '--data', data, '--mission', join(folder, 'mission'), '--no-serve');
  assert.equal(again.code, 1, again.err);
  assert.match(again.err, /The database failed/);
  execFileSync('mount', ['-o', 'remount,rw', data]);
  assert.equal(kontor('start', '--data', data, '--mission', join(folder, 'mission'), '--no-serve').code, 0);
});

test('while the database is gone pages are 503 and streams stay open; with it everything is back', { skip: installed ? false : 'PostgreSQL is not installed here', timeout: 120_000 }, async (t) => {
  const folder = scratch(t);
  chmodSync(folder, 0o755);
  const postgres = new Postgres(join(folder, 'postgres'));
  t.after(() => postgres.stop());
  process.env.KONTOR_KEY_FILE = join(folder, 'kontor.key');
  t.after(() => delete process.env.KONTOR_KEY_FILE);
  const { address, headers, lock } = await place(t, folder, postgres.uri);
  assert.equal((await lock('', 'A1')).status, 200);
  const stream = connect(Number(new URL(address).port), '127.0.0.1');
  stream.write(`GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: ${headers.cookie}\r\n\r\n`);
  let cut = false;
  stream.on('close', () => (cut = true)).on('error', () => {}).resume();
  t.after(() => stream.destroy());
  await pause(500);
  postgres.stop();
  const status = async (path) => (await fetch(address + path, { headers })).status;
  assert.equal(await status('/readyz'), 503);
  assert.equal(await status('/healthz'), 200);
  assert.equal((await lock('', 'A2')).status, 503);
  assert.equal(cut, false, 'the stream was cut');
  postgres.start();
  let ready = 0;
  for (let tries = 0; tries < 100 && ready !== 200; tries += 1) {
    ready = await status('/readyz');
    if (ready !== 200) await pause(100);
  }
  assert.equal(ready, 200);
  assert.equal((await lock('', 'A2')).status, 200);
  const { locks } = await (await fetch(`${address}/api/locks`, { headers })).json();
  assert.deepEqual(locks.map(({ lock: name }) => name), ['activity/A1', 'activity/A2']);
});

// What comes back for bytes as they are; the status, 0 where the connection was only closed.
function raw(address, bytes) {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    const done = () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
    socket.on('data', (chunk) => {
      text += chunk;
      if (/\r\n\r\n/.test(text)) setTimeout(() => socket.destroy(), 50);
    });
    socket.on('error', () => {}).on('close', done);
    socket.setTimeout(20_000, () => socket.destroy());
  });
}

test('oversized and malformed requests are refused one by one, and the next reader is served', { timeout: 180_000 }, async (t) => {
  const { address, headers } = await place(t, scratch(t));
  const head = (line, ...more) => [`${line} HTTP/1.1`, 'Host: localhost', ...more, '', ''].join('\r\n');
  const body = (text) => head('POST /api/locks', `Cookie: ${headers.cookie}`, 'Content-Type: application/json', `Content-Length: ${text.length}`) + text;
  const cases = {
    'a header without end': [head('GET /', `X-Long: ${'x'.repeat(200_000)}`), [431, 400, 0]],
    'ten thousand headers': [head('GET /', ...Array.from({ length: 10_000 }, (_, n) => `X-${n}: 1`)), [431, 400, 0]],
    'an address without end': [head(`GET /${'a'.repeat(200_000)}`), [414, 431, 400, 0]],
    'two lengths': [head('POST /api/locks', 'Content-Length: 2', 'Content-Length: 5') + '{}', [400]],
    'a length and chunks': [head('POST /api/locks', 'Content-Length: 2', 'Transfer-Encoding: chunked') + '0\r\n\r\n', [400]],
    'a negative length': [head('POST /api/locks', 'Content-Length: -1'), [400]],
    'a chunk of no size': [head('POST /api/locks', 'Transfer-Encoding: chunked') + 'zz\r\n\r\n', [400]],
    'a body of 64 MiB announced': [head('POST /api/locks', 'Content-Length: 67108864'), [413, 401, 400]],
    'a chunk of 4 GiB announced': [head('POST /api/locks', 'Transfer-Encoding: chunked') + 'ffffffff\r\nx', [413, 400]],
    'a line of rubbish': ['\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', [400, 0]],
    'JSON nested 100,000 deep': [body('['.repeat(100_000)), [400, 422]],
    'JSON that is cut': [body('{"lock":"activity/A1'), [400, 422]],
    'a number without end': [body(`{"lock":${'9'.repeat(50_000)}}`), [400, 422]],
  };
  for (const [name, [bytes, expected]] of Object.entries(cases)) {
    const { status } = await raw(address, bytes);
    assert.ok(expected.includes(status), `${name}: ${status}`);
    assert.equal((await fetch(`${address}/healthz`)).status, 200, name);
  }
});

test('no spelling of an address leads to a file of the machine', async (t) => {
  const { address } = await place(t, scratch(t));
  const up = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '..;'];
  const slash = ['/', '%2f', '%5c', '\\', '//'];
  for (const dots of up)
    for (const between of slash) {
      const way = Array(8).fill(dots).join(between);
      for (const begin of ['/', '/assets/', '/api/people/', '/feeds/']) {
        const { status, text } = await raw(address, `GET ${begin}${way}${between}etc/passwd HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n`);
        assert.doesNotMatch(text, /root:.*:0:0:/, `${begin}${way}: ${status}`);
      }
    }
  const { text } = await raw(address, 'GET /etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n');
  assert.doesNotMatch(text, /root:.*:0:0:/);
});

test('a dump cannot name a folder outside of itself', (t) => {
  const folder = scratch(t);
  write_small_mission(join(folder, 'mission'));
  const data = join(folder, 'data');
  assert.equal(kontor('start', '--data', data, '--mission', join(folder, 'mission'), '--no-serve').code, 0);
  for (const name of ['../../mission', '..', '/etc', '.']) {
    const dump = join(folder, `dump${name.length}${name.codePointAt(0)}`);
    mkdirSync(dump);
    writeFileSync(join(dump, 'dump.txt'), `content 0\nmission ${name} 0 1\n`);
    const restored = kontor('restore', dump, '--data', join(folder, `restored${dump.length}${name.length}`));
    assert.equal(restored.code, 2, restored.out);
    assert.match(restored.err, /a key has 1 to 64 of A-Z a-z 0-9/);
  }
});

test('a mission folder whose files lead elsewhere or nowhere is refused in words', (t) => {
  const folder = scratch(t);
  write_small_mission(join(folder, 'mission'));
  const mission = join(folder, 'mission');
  for (const target of [join(mission, 'people.toml'), '/dev/zero', folder, join(folder, 'none')]) {
    rmSync(join(mission, 'people.toml'), { force: true });
    symlinkSync(target, join(mission, 'people.toml'));
    const refused = kontor('start', '--data', join(folder, 'data'), '--mission', mission, '--no-serve');
    assert.notEqual(refused.code, null, target);
    assert.ok(refused.code <= 2, refused.err);
    assert.doesNotMatch(refused.err, /terminate|Sanitizer/);
  }
});

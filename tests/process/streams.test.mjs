import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { pause, write_small_mission } from './cluster.mjs';
import { cookie_of, scratch, serve } from './kontor.mjs';

const wanted = 10_000;
const limit = Number(readFileSync('/proc/self/limits', 'utf8').match(/Max open files\s+\d+\s+(\d+)/)[1]);
const skip = limit < wanted + 500 ? `only ${limit} files may be open here` : false;

// Opens one and gives its socket once it is told what is so.
function open_stream(port, on_published) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    let begun = false;
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      const text = String(chunk);
      if (!begun && /id: \S+\n\n/.test(text)) {
        begun = true;
        resolve(socket);
      } else if (begun && text.includes('event: published')) on_published();
    });
  });
}

test('ten thousand idle streams are kept, told of a publication, and hinder nobody', { skip, timeout: 240_000 }, async (t) => {
  const folder = scratch(t);
  write_small_mission(join(folder, 'mission'));
  const { address } = await serve(t, join(folder, 'data'), '--mission', join(folder, 'mission'), '--requests-per-second', '0');
  const port = Number(new URL(address).port);
  let told = 0;
  const sockets = [];
  t.after(() => sockets.forEach((socket) => socket.destroy()));
  for (let n = 0; n < wanted; n += 500) sockets.push(...(await Promise.all(Array.from({ length: 500 }, () => open_stream(port, () => (told += 1))))));
  assert.equal(sockets.length, wanted);
  const answer = await fetch(`${address}/demo/coordinator`, { redirect: 'manual' });
  const headers = { cookie: cookie_of(answer), 'content-type': 'application/json' };
  await fetch(`${address}/api/plan/runs`, { method: 'POST', headers, body: '{}' });
  let published = 0;
  for (let tries = 0; tries < 200 && published !== 200; tries += 1) {
    published = (await fetch(`${address}/api/plan/publish`, { method: 'POST', headers })).status;
    if (published !== 200) await pause(100);
  }
  assert.equal(published, 200);
  for (let tries = 0; tries < 300 && told < wanted; tries += 1) await pause(100);
  assert.equal(told, wanted);
  assert.equal((await fetch(`${address}/healthz`)).status, 200);
});

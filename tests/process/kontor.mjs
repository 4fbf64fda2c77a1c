// Runs the real binary as a user would: arguments in, words and exit code out.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const binary = process.env.KONTOR_BINARY ?? join(top, 'build', 'release', 'kontor');
export const facts = join(top, 'missions', 'california-2025');

// A folder that is gone when the test is over.
export function scratch(t) {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function kontor(...args) {
  const done = spawnSync(binary, args, { encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

// The cookie that an answer sets first, to be sent back.
export function cookie_of(answer) {
  return answer.headers.get('set-cookie').split(';')[0];
}

// The cookie of the demo's coordinator.
export async function sign_in(address) {
  return cookie_of(await fetch(`${address}/demo/coordinator`, { redirect: 'manual' }));
}

// A copy of the demo mission's own folder `name` to spoil.
export function copy(name, to) {
  cpSync(join(facts, name), to, { recursive: true });
  return to;
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// Starts a server on `data` and waits until it answers; it is ended when the test is over.
export async function serve(t, data, ...args) {
  const port = await freePort();
  const child = spawn(binary, ['start', '--data', data, '--port', String(port), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stdout.on('data', (chunk) => (words += chunk));
  child.stderr.on('data', (chunk) => (words += chunk));
  t.after(() => child.kill('SIGKILL'));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${words}`);
    try {
      await fetch(`${address}/api/session`);
      return { address, child };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`no answer: ${words}`);
}

// The first load of the built page: everything that the browser fetches before Plan, or Today on a
// phone, is shown, compressed, with its fonts. Fails above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit_kilobytes = 150;
const dist = new URL('../dist/', import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));
const later = readdirSync(new URL('assets/', dist)).map((file) => `assets/${file}`);

function size_of(path) {
  const bytes = read(path);
  return path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

function take(path, seen) {
  if (seen.has(path)) return;
  seen.set(path, size_of(path));
  if (!path.endsWith('.js')) return;
  for (const [, file] of read(path)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    take(`assets/${file}`, seen);
}

/** The greatest of the files that have a name: a part of the words stands there four times. */
const greatest_of = (name) =>
  later
    .filter((path) => new RegExp(`assets/${name}-[^/]+\\.js$`).test(path))
    .sort((a, b) => size_of(b) - size_of(a))
    .slice(0, 1);

/** The styles that the modules of `seen` bring along: files of their own, of the same name. */
const styles_of = (seen) => {
  const names = [...seen.keys()].map((path) => basename(path).split(/[-.]/)[0]);
  return later.filter((path) => path.endsWith('.css') && names.includes(basename(path).split(/[-.]/)[0]));
};

function first_load(screen, parts) {
  const seen = new Map([['index.html', size_of('index.html')]]);
  // The icon of a home screen is fetched when the application is put there.
  const html = read('index.html').toString().replace(/<link rel="apple-touch-icon"[^>]*>/, '');
  for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) take(path, seen);
  for (const name of [screen, 'fr', ...parts])
    for (const path of greatest_of(name)) take(path, seen);
  for (const path of styles_of(seen)) take(path, seen);
  const fonts = [...seen.keys()]
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => [
      ...read(path)
        .toString()
        .matchAll(/assets\/[\w.-]*latin-(?:wght|600)[\w.-]*\.woff2/g),
    ])
    .map(([path]) => path);
  for (const path of fonts) take(path, seen);
  return seen;
}

for (const [address, screen, parts] of [
  ['/plan', 'PlanScreen', []],
  ['/today', 'TodayScreen', ['phone', 'route']],
]) {
  const seen = first_load(screen, parts);
  const total = [...seen.values()].reduce((sum, size) => sum + size, 0) / 1000;
  if (process.argv.includes('--list'))
    for (const [path, size] of seen)
      console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${basename(path)}`);
  console.log(
    `first load of ${address} ${total.toFixed(1)} kB compressed (limit ${limit_kilobytes} kB)`,
  );
  if (total > limit_kilobytes) process.exitCode = 1;
}

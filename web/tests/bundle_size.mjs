// The first load of the built page: everything that the browser fetches before Plan is shown,
// compressed, with its fonts. Fails above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit_kilobytes = 150;
const dist = new URL('../dist/', import.meta.url);
const read = (path) => readFileSync(new URL(path, dist));
const seen = new Map();

function size_of(path) {
  const bytes = read(path);
  return path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

function take(path) {
  if (seen.has(path)) return;
  seen.set(path, size_of(path));
  if (!path.endsWith('.js')) return;
  for (const [, file] of read(path)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    take(`assets/${file}`);
}

// The icon of a home screen is fetched when the application is put there.
const html = read('index.html').toString().replace(/<link rel="apple-touch-icon"[^>]*>/, '');
for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) take(path);
seen.set('index.html', size_of('index.html'));
const later = readdirSync(new URL('assets/', dist)).map((file) => `assets/${file}`);
const of_plan = /assets\/(?:PlanScreen|fr)-/;
const plan = later.filter((path) => of_plan.test(path));
const fonts = [...seen.keys(), ...plan]
  .filter((path) => path.endsWith('.css'))
  .flatMap((path) => [
    ...read(path)
      .toString()
      .matchAll(/assets\/[\w.-]*latin-(?:wght|600)[\w.-]*\.woff2/g),
  ])
  .map(([path]) => path);
for (const path of [...plan, ...fonts]) take(path);

const total = [...seen.values()].reduce((sum, size) => sum + size, 0) / 1000;
if (process.argv.includes('--list'))
  for (const [path, size] of seen)
    console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${basename(path)}`);
console.log(`first load ${total.toFixed(1)} kB compressed (limit ${limit_kilobytes} kB)`);
if (total > limit_kilobytes) process.exitCode = 1;

// A published plan in a folder, as `kontor verify --export` writes it, to be spoiled by tests.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const read = (folder, name) => readFileSync(join(folder, name), 'utf8');

// Replaces the first match of `pattern`, which must be there, in one file.
export function edit(folder, name, pattern, replacement) {
  const text = read(folder, name);
  const changed = text.replace(pattern, replacement);
  if (changed === text) throw new Error(`nothing in ${name} matches ${pattern}`);
  writeFileSync(join(folder, name), changed);
}

// The lines of plan.txt without their checks, the first and the last one left out.
export const planLines = (folder) => read(folder, 'plan.txt').split('\n').slice(1, -2).map((line) => line.slice(9));

// Writes plan.txt of these lines, with every sum and check made good: what a forger would do.
export function forge(folder, lines) {
  const names = readdirSync(folder).filter((name) => name !== 'plan.txt').sort();
  const files = names.map((name) => [name, readFileSync(join(folder, name))]);
  const input = sum(Buffer.concat(files.flatMap(([name, text]) => [Buffer.from(`# ${name}, ${text.length} bytes\n`), text])));
  const sealed = lines
    .filter((line) => !/^lines /.test(line))
    .map((line) => line.replace(/^((?:certificate )?input) \w{64}$/, `$1 ${input}`));
  const digest = sealed.findIndex((line) => line.startsWith('certificate digest '));
  const certificate = sealed.slice(0, digest).filter((line) => line.startsWith('certificate '));
  sealed[digest] = `certificate digest ${sum(certificate.map((line) => `${line.slice('certificate '.length)}\n`).join(''))}`;
  let check = '00000000';
  let out = 'kontor-plan 1\n';
  for (const line of [...sealed, `end ${sealed.length + 2}`]) {
    check = sum(check + line).slice(0, 8);
    out += `${check} ${line}\n`;
  }
  writeFileSync(join(folder, 'plan.txt'), out);
}

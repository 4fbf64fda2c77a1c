import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What opens without a connection: all of the application, of the fonts those of our languages. */
function kept(folder: string): string[] {
  const assets = readdirSync(join(folder, 'assets')).sort();
  const wanted = assets.filter((file) => !file.endsWith('.woff2') || /-latin-[^e]/.test(file));
  return ['/', '/kontor.svg', '/kontor.webmanifest', ...wanted.map((file) => `/assets/${file}`)];
}

/** Writes into the service worker which files it keeps, and a version that changes with them. */
export function service(): Plugin {
  let folder = '';
  return {
    name: 'kontor-service',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = kept(folder);
      const hash = createHash('sha256').update(files.join());
      hash.update(readFileSync(join(folder, 'index.html')));
      const path = join(folder, 'service.js');
      const text = readFileSync(path, 'utf8')
        .replace(`= ['{{FILES}}']`, `= ${JSON.stringify(files)}`)
        .replace('-{{VERSION}}', `-${hash.digest('hex').slice(0, 16)}`);
      writeFileSync(path, text);
    },
  };
}

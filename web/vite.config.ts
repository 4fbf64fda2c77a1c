import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { service } from './build/service';

const source = (folder: string) => fileURLToPath(new URL(`./src/${folder}`, import.meta.url));
const server = process.env['KONTOR_ADDRESS'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), service()],
  resolve: {
    alias: { $shared: source('shared'), $features: source('features'), $app: source('app') },
    ...(process.env['VITEST'] ? { conditions: ['browser'] } : {}),
  },
  build: {
    target: 'es2022',
    // Everything is a file of its own: the server's policy allows no inline script, style or font.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What the first screens need is fetched at once; the names of all else cost more than that.
      resolveDependencies: (file, needed) => (/(?:Plan|Today)Screen/.test(file) ? needed : []),
    },
  },
  server: { proxy: { '/api': server, '/feeds': server, '/demo': server } },
  test: { include: ['tests/unit/**/*.test.ts'], environment: 'node' },
});

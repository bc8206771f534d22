import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { keepToBudget, precompress, listSources } from './build-plugins.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Built into dist/console, which intake serves; `npm run console` serves it with the sources live beside a running intake. */
export default defineConfig({
  root: here('.'),
  // The words of the domain and the policy are shared with the services: plain data, never code that needs a server.
  resolve: {
    alias: [
      { find: /^#config\/(.*)\.js$/, replacement: here('../../config/$1.ts') },
      { find: /^#(\w+)\/(.*)\.js$/, replacement: here('../../libs/$1/$2.ts') },
    ],
  },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and pictures stay files: what is inlined is loaded by everybody, needed or not.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  plugins: [keepToBudget(), listSources(ROOT), precompress()],
  server: {
    proxy: Object.fromEntries(
      ['/api', '/dev'].map((path) => [path, process.env.HAECHI_URL ?? 'http://127.0.0.1:8080']),
    ),
  },
});

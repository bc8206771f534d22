import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What everybody loads before the first page: scripts and styles, gzipped. */
const BUDGET_KB = 250;

/** Remembers what the build was made of, so that the next start builds only when something changed. */
export function rememberSources(root, path) {
  return {
    name: 'haechi:remember-sources',
    writeBundle() {
      const files = [...this.getModuleIds()]
        .map((id) => id.split('?')[0])
        .filter((id) => id.startsWith(root) && !id.includes('node_modules'))
        .concat(
          readdirSync(join(root, 'apps/console'), { withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map(({ name }) => join(root, 'apps/console', name)),
        )
        .concat(join(root, 'package-lock.json'));
      const sources = Object.fromEntries(
        [...new Set(files)].map((file) => [relative(root, file), signatureOf(file)]),
      );
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(sources));
    },
  };
}

export function signatureOf(file) {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

/** Compressed once, when it is built, instead of for every reader. */
export function precompress(folder) {
  return {
    name: 'haechi:precompress',
    closeBundle() {
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
      for (const path of filesIn(folder).filter((name) => /\.(js|css|svg|html)$/.test(name))) {
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, quality));
        writeFileSync(`${path}.gz`, gzipSync(bytes));
      }
    },
  };
}

/** Prints what the first load weighs and fails the build when that is too much. */
export function keepToBudget() {
  return {
    name: 'haechi:budget',
    generateBundle(_options, bundle) {
      const first = new Set();
      const take = (name) => {
        if (first.has(name) || !bundle[name]) return;
        first.add(name);
        for (const other of [
          ...(bundle[name].imports ?? []),
          ...(bundle[name].viteMetadata?.importedCss ?? []),
        ])
          take(other);
      };
      for (const [name, chunk] of Object.entries(bundle)) if (chunk.isEntry) take(name);
      const bytes = [...first].reduce(
        (sum, name) => sum + gzipSync(bundle[name].code ?? bundle[name].source).length,
        0,
      );
      const kb = Math.round(bytes / 1024);
      console.log(`콘솔 첫 화면 / console, first load: ${kb} KB gzip (${BUDGET_KB} KB)`);
      if (kb > BUDGET_KB)
        this.error(`The first load of the console weighs ${kb} KB gzip; at most ${BUDGET_KB} KB.`);
    },
  };
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

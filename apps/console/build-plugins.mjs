import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What everybody loads before the first page: scripts and styles, gzipped. */
const BUDGET_KB = 250;

/** Lists what the build was made of, so that the next start builds only when something of it changed. */
export function listSources(root) {
  const own = join(root, 'apps/console');
  return {
    name: 'haechi:list-sources',
    writeBundle({ dir }) {
      const used = [...this.getModuleIds()].map((id) => id.split('?')[0]);
      const files = [
        ...used,
        ...readdirSync(own).map((name) => join(own, name)),
        join(root, 'package-lock.json'),
      ];
      const ours = files.filter(
        (file) => file.startsWith(root) && !file.includes('node_modules') && statSync(file).isFile(),
      );
      writeFileSync(
        `${dir}.sources.json`,
        JSON.stringify([...new Set(ours)].map((file) => relative(root, file))),
      );
    },
  };
}

/** Compressed once, when it is built, instead of for every reader. */
export function precompress() {
  return {
    name: 'haechi:precompress',
    // After the files are there; index.html is among them.
    writeBundle({ dir: folder }) {
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

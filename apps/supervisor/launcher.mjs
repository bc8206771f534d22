import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/**
 * An app's `app.js`: runs the bundle beside it. What V8 compiled of its three hundred thousand lines is kept beside it for
 * the next start, which takes half the time then.
 */
const SETTLED_MS = 5000;
const file = fileURLToPath(new URL('bundle.cjs', import.meta.url));
const { mtimeMs, size } = statSync(file);
// By its build: V8 tells two texts apart by their length only.
const cache = `${file}.${Math.round(mtimeMs)}-${size}.cache`;

const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
const script = new Script(source, { filename: file, cachedData });
const module = new Module(file);
// Node reads the source map of what it loads itself; of this line, under that name, it is the bundle's.
if (process.sourceMapsEnabled) module._compile('//# sourceMappingURL=bundle.cjs.map', file);
script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));

// Once it has started, what was compiled on the way is in it too.
if (!cachedData || script.cachedDataRejected) setTimeout(keep, SETTLED_MS).unref();

function keep() {
  const draft = `${cache}.${process.pid}`;
  try {
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, cache);
  } catch {
    // A folder that cannot be written to, as in a container: every start takes its time.
    rmSync(draft, { force: true });
  }
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { copyFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');
const INSTALLED = 'node_modules/.package-lock.json';
const CUT_SHORT = 'node_modules/.installing';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const BUILT = join(DIST, '.built.json');
const CONSOLE_BUILT = join(DIST, '.console.json');
const APPS = ['intake', 'pipeline', 'notifier'];
const SOURCES = ['apps', 'libs', 'config', 'test'];
// Vite builds the console.
const NOT_OURS = 'apps/console';

/** What a person can put right: shown without a stack. */
class Refusal extends Error {}

/** Makes a checkout ready to run: the locked dependencies, and dist/ as new as its sources. */
export async function prepare({ log = (line) => console.log(line) } = {}) {
  refuseOldNode();
  try {
    if (missingDependency()) await install(log);
    await build(log);
    await buildConsole(log);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(error.code)) throw error;
    throw new Refusal(`쓸 수 없습니다 / cannot write: ${error.path ?? ROOT} (${error.code})`);
  }
}

/** Prints what stopped us and ends. */
export function giveUp(error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}

function refuseOldNode() {
  const least = readJson('package.json').engines.node.match(/\d+/g).map(Number);
  const here = process.versions.node.split('.').map(Number);
  if (here[0] > least[0] || (here[0] === least[0] && here[1] >= least[1])) return;
  const wanted = least.join('.');
  throw new Refusal(
    `Node ${wanted} 이상이 필요합니다 / needs Node ${wanted} or newer, this is ${process.versions.node}`,
  );
}

/** What package-lock.json asks for here and is not installed; npm lists in node_modules what it has, once it is done. */
function missingDependency() {
  const there = readJson(INSTALLED)?.packages ?? {};
  return Object.entries(readJson('package-lock.json').packages).find(([path, { version, ...rest }]) => {
    if (!path) return false;
    if (!there[path]) return !rest.optional || isMeantForHere(rest);
    return there[path].version !== version || !existsSync(join(ROOT, path));
  })?.[0];
}

function isMeantForHere({ os, cpu, libc }) {
  return !libc && (os ?? []).includes(process.platform) && (cpu ?? []).includes(process.arch);
}

/**
 * As `npm ci` does, which refuses a lockfile that lacks a package for some other platform, as lockfiles made behind a
 * partial registry do: the locked versions, and nothing left of an install that was cut short.
 */
async function install(log) {
  log('의존성 설치 … / installing the locked dependencies …');
  const started = Date.now();
  accessSync(ROOT, constants.W_OK);
  if (existsSync(join(ROOT, CUT_SHORT))) rmSync(join(ROOT, 'node_modules'), { recursive: true });
  mkdirSync(join(ROOT, 'node_modules'), { recursive: true });
  writeFileSync(join(ROOT, CUT_SHORT), '');
  // Without --include a NODE_ENV=production from outside would leave out the compiler.
  const { code, stderr } = await npm(['install', '--no-save', '--include=dev', '--include=optional']);
  if (code === null) throw new Refusal('설치 중단 / installation interrupted');
  rmSync(join(ROOT, CUT_SHORT), { force: true });
  if (code !== 0) throw new Refusal(`npm 설치 실패 / npm install failed: ${reasonIn(stderr)}`);
  const missing = missingDependency();
  if (missing) throw new Refusal(`npm 설치 실패 / npm did not install what is locked: ${missing}`);
  log(`의존성 설치됨 / dependencies installed (${seconds(started)})`);
}

/** Its exit code, null when it was interrupted. */
function npm(command) {
  const args = [...command, '--no-audit', '--no-fund'];
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const options = { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] };
  const child = own ? spawn(process.execPath, [own, ...args], options) : spawn('npm', args, options);
  let interrupted = false;
  const stop = (signal) => (interrupted = child.kill(signal));
  for (const signal of SIGNALS) process.on(signal, stop);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ code: 1, stderr: message }));
    child.once('close', (code) => resolve({ code: interrupted ? null : code, stderr }));
  }).finally(() => SIGNALS.forEach((signal) => process.off(signal, stop)));
}

function reasonIn(stderr) {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  const telling = lines.filter((line) => line && !/^npm warn|^code |complete log/i.test(line));
  return telling.slice(0, 2).join(' · ') || 'no reason given';
}

async function build(log) {
  const toolchain = hash(
    read('.swcrc') +
      read('package-lock.json') +
      read('apps/supervisor/bundle.mjs') +
      read('apps/supervisor/launcher.mjs'),
  );
  const before = readJson('dist/.built.json') ?? { files: {} };
  const files = Object.fromEntries(SOURCES.flatMap((folder) => sourcesIn(folder)));
  const stale = Object.keys(files).filter(
    (path) =>
      before.toolchain !== toolchain ||
      before.files[path] !== files[path] ||
      !existsSync(join(DIST, outputOf(path))),
  );
  const gone = Object.keys(before.files).filter((path) => !files[path]);
  const bundles = APPS.flatMap((app) => ['app.js', 'bundle.cjs'].map((part) => `apps/${app}/${part}`));
  const unbundled = bundles.some((path) => !existsSync(join(DIST, path)));
  if (!stale.length && !gone.length && !unbundled) return;

  const started = Date.now();
  log(`빌드 … / building ${stale.length} files …`);
  await compile(stale);
  const outputs = [...Object.keys(files).map(outputOf), ...bundles];
  sweep(new Set(outputs.flatMap((path) => [path, `${path}.map`])));
  if (unbundled || [...stale, ...gone].some((path) => !path.startsWith('test/'))) {
    const { bundle } = await import('./bundle.mjs');
    for (const app of APPS) await bundle(DIST, app);
  }
  write(BUILT, JSON.stringify({ toolchain, files }));
  log(`빌드됨 / built (${seconds(started)})`);
}

/** The console, by Vite, when anything that went into it last time is different now. */
async function buildConsole(log) {
  const before = Object.entries(readJson('dist/.console.json') ?? {});
  const same = before.length > 0 && before.every(([path, was]) => signatureOf(path) === was);
  if (same && existsSync(join(DIST, 'console/index.html'))) return;
  const started = Date.now();
  log('콘솔 빌드 … / building the console …');
  const { build: viteBuild } = await import('vite');
  // Beside the old one until it is whole: another start may be reading, or building too.
  const draft = join(DIST, `console.${process.pid}`);
  const configFile = join(ROOT, NOT_OURS, 'vite.config.mjs');
  await viteBuild({ configFile, logLevel: 'error', build: { outDir: draft } });
  const sources = JSON.parse(readFileSync(`${draft}.sources.json`, 'utf8'));
  rmSync(`${draft}.sources.json`);
  rmSync(join(DIST, 'console'), { recursive: true, force: true });
  renameSync(draft, join(DIST, 'console'));
  write(CONSOLE_BUILT, JSON.stringify(Object.fromEntries(sources.map((path) => [path, signatureOf(path)]))));
  log(`콘솔 빌드됨 / console built (${seconds(started)})`);
}

/** Path → what tells that it changed. */
function sourcesIn(folder) {
  return filesIn(join(ROOT, folder), folder)
    .filter((path) => !/\.(spec|d)\.ts$|\.md$/.test(path))
    .map((path) => [path, signatureOf(path)]);
}

function signatureOf(path) {
  const { mtimeMs, size } = statSync(join(ROOT, path), { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

function filesIn(absolute, relative) {
  if (relative === NOT_OURS || !existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const path = `${relative}/${entry.name}`;
    return entry.isDirectory() ? filesIn(join(absolute, entry.name), path) : [path];
  });
}

const outputOf = (path) => path.replace(/\.ts$/, '.js');

async function compile(paths) {
  const swc = await import('@swc/core');
  const results = await Promise.allSettled(
    paths.map(async (path) => {
      const output = join(DIST, outputOf(path));
      mkdirSync(dirname(output), { recursive: true });
      if (output.endsWith('.js') && path.endsWith('.ts')) await transform(swc, path, output);
      else copyFileSync(join(ROOT, path), output);
    }),
  );
  const failures = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  const other = failures.find(({ code }) => code?.startsWith('E'));
  if (other) throw other;
  if (failures.length) throw new Refusal(failures.map(({ message }) => message.trim()).join('\n\n'));
}

async function transform(swc, path, output) {
  const { code, map } = await swc.transformFile(join(ROOT, path), { cwd: ROOT, outputPath: output });
  write(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
  write(`${output}.map`, map);
}

/** What has no source any more must not be found by an import or a migration. */
function sweep(expected) {
  for (const path of SOURCES.flatMap((folder) => filesIn(join(DIST, folder), folder))) {
    if (!expected.has(path)) rmSync(join(DIST, path), { force: true });
  }
}

/** Whole or not at all: another start may be reading. */
function write(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const hash = (text) => createHash('sha256').update(text).digest('hex');
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function readJson(path) {
  try {
    return JSON.parse(read(path));
  } catch {
    return undefined;
  }
}

const isMain = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isMain) await prepare().catch(giveUp);

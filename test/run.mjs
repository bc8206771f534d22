import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, prepare } from '../apps/supervisor/prepare.mjs';
import { check } from './check.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** `npm test`: everything; `npm test -- path`: only the tests found there. */
async function main(args) {
  await prepare();
  const failed = args.length ? [] : await check();
  report(await jest(args), failed);
}

function report({ passed, wrong, skipped, code }, failedChecks) {
  if (failedChecks.length) console.log(`checks failed: ${failedChecks.join(', ')}`);
  console.log(`${passed} passed, ${wrong} failed, ${skipped} skipped`);
  process.exitCode = failedChecks.length ? 1 : code;
}

async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'haechi-jest-'));
  const results = join(folder, 'results.json');
  const tried = join(folder, 'tried');
  // Ctrl-C is for jest too, and we have the last word.
  process.on('SIGINT', () => undefined);
  const env = {
    ...process.env,
    HAECHI_TRIED: tried,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${NODE_OPTIONS}`.trim(),
  };
  const command = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: 'inherit' });
  process.on('SIGTERM', () => child.kill());
  const [code] = await once(child, 'close');
  const counts = countIn(results);
  if (process.env.CI) tellSlowest(results);
  tellTried(tried);
  rmSync(folder, { recursive: true });
  return { ...counts, code: code ?? 1 };
}

/** Where the time goes, for whoever keeps the gate short. */
function tellSlowest(path) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ duration, fullName }) => ({
      seconds: (duration ?? 0) / 1000,
      file: relative(ROOT, name),
      fullName,
    })),
  );
  for (const { seconds, file, fullName } of tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, 25))
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}: ${fullName}`);
}

/** How often attacks were tried, by kind. */
function tellTried(path) {
  if (!existsSync(path)) return;
  const sums = new Map();
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { what, times } = JSON.parse(line);
    sums.set(what, (sums.get(what) ?? 0) + times);
  }
  console.log('tried in vain:');
  for (const [what, times] of [...sums].toSorted()) console.log(`${String(times).padStart(7)}  ${what}`);
}

/** A file that could not even be loaded counts as one failure. */
function countIn(path) {
  try {
    const results = JSON.parse(readFileSync(path, 'utf8'));
    return {
      passed: results.numPassedTests,
      wrong: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, wrong: 1, skipped: 0 };
  }
}

await main(process.argv.slice(2)).catch(giveUp);

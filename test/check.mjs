import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const COMPOSE = `${ROOT}docker-compose.yml`;
const AT_ONCE = 2;

/** Grave faults that are known of what is delivered. */
const AUDIT = ['npm', 'audit', '--omit=dev', '--audit-level=high', '--json'];

/** The slowest first: they decide how long it takes. */
const CHECKS = [
  { name: 'oxfmt', command: ['node_modules/.bin/oxfmt', '--check'] },
  { name: 'depcruise', command: ['node_modules/.bin/depcruise', 'apps', 'libs', 'config'] },
  // Its compiler, written in Go, tells the errors of types that tsc tells, each file by the settings next to it.
  { name: 'types and oxlint', command: ['node_modules/.bin/oxlint', '--type-aware', '--type-check'] },
  { name: 'docker-compose.yml', command: compose() },
  {
    name: 'npm audit',
    command: AUDIT,
    isSkipped: (output) => !/"vulnerabilities"/.test(output),
    why: 'nobody who knows of faults in packages answers',
  },
];

/** Runs every check, prints what failed. Returns the names of those. */
export async function check() {
  const waiting = [...CHECKS];
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (!(await passes(next))) failed.push(next.name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

async function passes({ name, command, isSkipped, why }) {
  if (!command) {
    console.log(`${name}  not run: neither "docker compose" nor "docker-compose" works here`);
    return !process.env.CI;
  }
  const started = Date.now();
  const { code, output } = await run(command);
  if (code !== 0 && isSkipped?.(output)) {
    console.log(`${name}  not run: ${why}`);
    return true;
  }
  console.log(`${name}  ${code === 0 ? 'ok' : 'FAILED'}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

function run([program, ...args]) {
  const child = spawn(program, args, { cwd: ROOT, env: filledIn(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ code: 1, output: message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What docker-compose.yml asks for and gives no default; only its form is checked here. */
function filledIn() {
  const asked = existsSync(COMPOSE) ? readFileSync(COMPOSE, 'utf8').matchAll(/\$\{(\w+):?\?/g) : [];
  return { ...Object.fromEntries(Array.from(asked, ([, name]) => [name, 'given'])), ...process.env };
}

function compose() {
  const works = ([program, ...args]) =>
    spawnSync(program, [...args, 'version'], { stdio: 'ignore' }).status === 0;
  const command = [['docker', 'compose'], ['docker-compose']].find(works);
  return command && [...command, '-f', COMPOSE, 'config', '-q'];
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const failed = await check();
  process.exitCode = failed.length ? 1 : 0;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

// Also where this runs built, from dist/test/support.
export const ROOT = ['../..', '../../..']
  .map((up) => join(import.meta.dirname, up))
  .find((path) => existsSync(join(path, 'package.json')))!;
const APPS = ['intake', 'pipeline', 'notifier'];
export const isRoot = process.getuid?.() === 0;
export const STARTED = /Haechi is ready: (\S+)/;

/** An app reduced to what the supervisor sees of it. FAULT names one that misbehaves, and how. */
const FAKE_APP = `
import { createServer } from 'node:http';
const name = process.argv[1].split('/').at(-2);
const [who, fault] = (process.env.FAULT ?? '').split(':');
const is = (what) => who === name && fault === what;
const { PORT, OPS_PORT, HOST } = process.env;
if (is('fatal')) {
  process.send({ type: 'fatal', message: 'LOG_LEVEL must be known' });
  setTimeout(() => process.exit(1), 100);
} else createServer((request, response) => response.end(String(process.pid))).listen(name === 'intake' ? PORT : OPS_PORT, HOST, () => {
  process.send({ type: 'ready' });
  if (!is('silent')) setInterval(() => process.connected && process.send({ type: 'heartbeat' }), 500);
});
process.on('SIGTERM', () => is('stubborn') || process.exit());
process.on('disconnect', () => process.exit());
`;

const FAKE_MIGRATION = `
import pg from 'pg';
const client = new pg.Client(process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL);
await client.connect();
await client.query('create extension if not exists pg_trgm');
await client.end();
`;

/** Takes its time once, so that a start can be cut short in the middle of it. */
export const FAKE_LOADER = `
import { existsSync, writeFileSync } from 'node:fs';
import pg from 'pg';
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
await client.query('create table half_done ()');
console.log('half done');
if (!existsSync(process.env.DATA_DIR + '/was-here')) {
  writeFileSync(process.env.DATA_DIR + '/was-here', '');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}
const accounts = [{ role: 'officer', email: 'officer@haechi.local', password: 'random' }];
writeFileSync(process.env.DATA_DIR + '/accounts.json', JSON.stringify(accounts), { mode: 0o600 });
await client.end();
`;

export const folders: string[] = [];
const started: Start[] = [];

/** A folder others may pass through, unlike what mkdtemp makes. */
export function folder(mode = 0o755): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'haechi-start-')));
  chmodSync(path, mode);
  folders.push(path);
  return path;
}

/** A checkout, built, with fake apps in place of ours. */
export function fakeCheckout(extra: Record<string, string> = {}): string {
  const root = folder();
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  for (const part of ['dist/libs', 'dist/apps/supervisor'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  rmSync(join(root, 'dist/apps/supervisor/samples'), { recursive: true, force: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const files = {
    'dist/apps/supervisor/migrate.js': FAKE_MIGRATION,
    ...Object.fromEntries(APPS.map((name) => [`dist/apps/${name}/app.js`, FAKE_APP])),
    ...extra,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** One `npm start`, in an environment that says nothing, not even a language. */
export class Start {
  output = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown[]>;

  constructor(
    root: string,
    readonly dataDir: string,
    env: NodeJS.ProcessEnv = {},
  ) {
    this.child = spawn(process.execPath, [join(root, 'dist/apps/supervisor/supervise.js')], {
      cwd: root,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.closed = once(this.child, 'close');
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (text) => (this.output += String(text)));
    started.push(this);
  }

  async says(what: RegExp, withinMs = 60_000): Promise<string> {
    for (const until = Date.now() + withinMs; Date.now() < until; await delay(25)) {
      const match = what.exec(this.output);
      if (match) return match[1] ?? match[0];
      if (this.child.exitCode !== null) break;
    }
    throw new Error(`It never said ${what}, but:\n${this.output}`);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async exit(): Promise<unknown> {
    const [code] = await this.closed;
    return code;
  }

  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<unknown> {
    this.kill(signal);
    return this.exit();
  }

  async query(sql: string): Promise<unknown[]> {
    const { port, password } = JSON.parse(readFileSync(join(this.dataDir, 'postgres.json'), 'utf8'));
    const client = new pg.Client(`postgres://haechi:${password}@127.0.0.1:${port}/haechi`);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

/** Every process that has to do with a folder, by its command or its environment. */
export function processesOf(path: string): { pid: number; command: string }[] {
  const read = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .map((pid) => ({ pid: Number(pid), command: read(pid, 'cmdline'), env: read(pid, 'environ') }))
    .filter(({ command, env }) => command.includes(path) || env.includes(path));
}

export const pidOf = (path: string, what: string): number =>
  processesOf(path).find(({ command }) => command.includes(what))?.pid ?? Number.NaN;

export async function eventually<T>(look: () => Promise<T>, withinMs = 40_000): Promise<T> {
  for (const until = Date.now() + withinMs; ; await delay(100)) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Ends what still runs and removes what was made. */
export async function cleanUp(): Promise<void> {
  for (const start of started.splice(0)) await start.stop('SIGTERM');
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

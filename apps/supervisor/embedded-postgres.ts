import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { lastLine, openLog, sizeOf } from './logs.js';
import { stopOrphan } from './orphan.js';
import { backoffMs, ended, hasEnded } from './processes.js';
import type { PostgresHome } from './postgres-home.js';
import { Refusal } from './refusal.js';

const START_MS = 120_000;
const STOP_MS = 30_000;
// Their classification of Hangul is the same; which of them exists is up to the system.
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'ko_KR.UTF-8'];
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
};

export interface PostgresOptions extends PostgresHome {
  port: number;
  /** Of the superuser `postgres`. */
  password: string;
  log: string;
  /** Beyond our own, for instance to give up durability in tests. */
  settings?: Record<string, string>;
  onRestart?: (reason: string) => void;
}

/** A PostgreSQL server of our own: started again whenever it dies, detached so that Ctrl-C reaches us only. */
export class EmbeddedPostgres {
  private child?: ChildProcess;
  private readonly stopping = new AbortController();

  constructor(private readonly options: PostgresOptions) {}

  url(database: string, user = 'postgres'): string {
    return `postgres://${user}:${this.options.password}@127.0.0.1:${this.options.port}/${database}`;
  }

  /** Initializes the data folder where there is none, and serves. @throws Refusal with postgres' own reason */
  async start(): Promise<void> {
    if (!existsSync(this.data)) await this.initialize();
    await stopOrphan(this.data);
    await this.serve();
    void this.keep();
  }

  /** Lets clients go and writes a checkpoint; in a hurry it relies on crash recovery. */
  async stop(hurry?: AbortSignal): Promise<void> {
    this.stopping.abort();
    if (!this.child) return;
    this.child.kill('SIGINT');
    if (await ended(this.child, STOP_MS, hurry)) return;
    this.child.kill('SIGQUIT');
    await ended(this.child, STOP_MS);
  }

  /** Where its data is; not always DATA_DIR. */
  get folder(): string {
    return this.options.folder;
  }

  private get data(): string {
    return join(this.options.folder, 'postgres');
  }

  private async serve(): Promise<void> {
    this.stopping.signal.throwIfAborted();
    const settings = Object.entries({ ...SETTINGS, ...this.options.settings });
    const from = sizeOf(this.options.log);
    const args = [
      '-D',
      this.data,
      '-p',
      String(this.options.port),
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ];
    this.child = this.run('postgres', args);
    await this.answers(this.child, from);
  }

  /** Apps heal by themselves once it answers again. */
  private async keep(): Promise<void> {
    for (let failures = 0; ; failures++) {
      if (this.child && !hasEnded(this.child)) await once(this.child, 'exit');
      if (this.stopping.signal.aborted) return;
      this.options.onRestart?.(this.child?.signalCode ?? `exit ${this.child?.exitCode}`);
      await delay(backoffMs(failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      await this.serve().then(
        () => (failures = -1),
        () => undefined,
      );
    }
  }

  private async answers(child: ChildProcess, logFrom: number): Promise<void> {
    for (const until = Date.now() + START_MS; Date.now() < until; await delay(50)) {
      if (hasEnded(child)) throw this.failure(logFrom);
      const problem = await this.ping();
      if (!problem) return;
      if (problem.startsWith('28'))
        throw new Refusal(`데이터베이스 암호가 다릅니다 / the database refuses our password: ${this.data}`);
    }
    throw new Refusal(
      `데이터베이스가 응답하지 않습니다 / the database does not answer; see ${this.options.log}`,
    );
  }

  private async ping(): Promise<string | undefined> {
    const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code ?? 'unknown';
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Under another name first: a start that is cut short must not leave half a data folder. */
  private async initialize(): Promise<void> {
    const draft = `${this.data}.new`;
    const passwordFile = `${this.data}.password`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, this.options.password, { mode: 0o600 });
    if (this.options.owner)
      for (const path of [draft, passwordFile])
        chownSync(path, this.options.owner.uid, this.options.owner.gid);
    try {
      await this.initdb(draft, passwordFile);
      renameSync(draft, this.data);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  /**
   * Order and case come from PostgreSQL itself and stay the same whatever the system updates; the locale still decides
   * what a letter is for pg_trgm, which finds nothing in Hangul without UTF-8.
   */
  private async initdb(draft: string, passwordFile: string): Promise<void> {
    const from = sizeOf(this.options.log);
    for (const locale of LOCALES) {
      const flags = [
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ];
      const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
      const sync = this.options.settings?.fsync === 'off' ? ['--no-sync'] : [];
      this.stopping.signal.throwIfAborted();
      this.child = this.run('initdb', [...flags, ...access, ...sync, '-D', draft]);
      await ended(this.child, START_MS);
      if (this.child.exitCode === 0) return;
    }
    throw this.failure(from);
  }

  private run(program: string, args: string[]): ChildProcess {
    const { bin, owner, log } = this.options;
    const output = openLog(log);
    // Its own environment: PGDATA, PGPORT and the like are not meant for it.
    const env = { PATH: process.env.PATH };
    const child = spawn(join(bin, program), args, {
      ...owner,
      env,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
    });
    child.on('error', () => undefined);
    closeSync(output);
    return child;
  }

  private failure(logFrom: number): Refusal {
    const { log } = this.options;
    const reason = lastLine(log, logFrom, /FATAL|PANIC|error:/) ?? basename(log);
    return new Refusal(`데이터베이스를 시작할 수 없습니다 / the database does not start: ${reason}`);
  }
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { EmbeddedPostgres } from '../../apps/supervisor/embedded-postgres.js';
import { holdLock, type Lock } from '../../apps/supervisor/lock.js';
import { createDatabase, dropDatabase, ownUrl } from '../../apps/supervisor/own-database.js';
import { freePort } from '../../apps/supervisor/ports.js';
import { findHome } from '../../apps/supervisor/postgres-home.js';
import { runScript } from '../../apps/supervisor/script.js';
import { Api } from '../support/api.js';
import { addPeople, type People } from '../support/people.js';
import { App } from './app.js';
import { cpuSeconds } from './cpu.js';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const built = (path: string): string => join(ROOT, 'dist', path);

/** Where queues live. */
export type Backend = 'postgresql' | 'redis';

export const haveRedis = spawnSync('redis-server', ['--version']).status === 0;

interface Options {
  quick: boolean;
  backends: Backend[];
  /** Where every process leaves its CPU profile. */
  profiles?: string;
}

/** A city of its own to measure in: an empty database of ours with its people and departments. */
export interface City {
  env: Record<string, string>;
  url: string;
  people: People;
  departmentIds: string[];
  /** As the superuser: to look at what happened. */
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  run(name: string, main?: string, env?: Record<string, string>): Promise<App>;
  signIn(who: keyof People): Promise<string>;
}

/** What everything is measured on: a durable PostgreSQL of our own, a Redis where there is one, on the checkout's own disk. */
export class Bench {
  readonly folder = join(ROOT, '.data', 'bench');
  private server!: EmbeddedPostgres;
  private lock?: Lock;
  private endLast?: () => Promise<void>;
  private redis?: ChildProcess;

  constructor(private readonly options: Options) {}

  get quick(): boolean {
    return this.options.quick;
  }

  get backends(): Backend[] {
    return this.options.backends;
  }

  get rounds(): number {
    return this.quick ? 3 : 5;
  }

  async open(): Promise<void> {
    mkdirSync(join(this.folder, 'logs'), { recursive: true });
    chmodSync(this.folder, 0o711);
    this.lock = holdLock(this.folder);
    this.server = new EmbeddedPostgres({
      ...(await findHome(this.folder)),
      port: await freePort(),
      password: 'bench',
      log: join(this.folder, 'logs', 'postgres.log'),
      // When each write became visible, by the database's own clock.
      settings: { track_commit_timestamp: 'on' },
      onRestart: (reason) => console.error(`PostgreSQL restarted: ${reason}`),
    });
    await this.server.start();
  }

  async close(): Promise<void> {
    await this.endLast?.().catch(console.error);
    this.redis?.kill();
    await this.server?.stop();
    this.lock?.release();
    const folders = [this.folder, this.server?.folder ?? this.folder];
    for (const path of new Set(folders)) rmSync(path, { recursive: true, force: true });
  }

  /** Ends what was measured before; `end` is how what comes next will be ended, whatever happens. */
  async begin(end: () => Promise<void>): Promise<void> {
    await this.endLast?.();
    this.endLast = end;
  }

  /** Processor time that the brokers have used so far, in seconds. */
  get cpu(): { postgres: number; redis: number } {
    const [postgres] = existsSync(this.pidFile)
      ? readFileSync(this.pidFile, 'utf8').split('\n').map(Number)
      : [];
    return { postgres: cpuSeconds(postgres), redis: cpuSeconds(this.redis?.pid) };
  }

  private get pidFile(): string {
    return join(this.server.folder, 'postgres', 'postmaster.pid');
  }

  /** A setting of the database, as it is in force for the application. */
  async setting(name: string): Promise<string> {
    const client = new pg.Client(this.server.url('postgres'));
    await client.connect();
    try {
      return (await client.query(`show ${name}`)).rows[0][name];
    } finally {
      await client.end();
    }
  }

  /** A new city with its queues on that backend; the one before is gone. */
  async found(backend: Backend): Promise<City> {
    const apps: App[] = [];
    let looking: pg.Pool | undefined;
    await this.begin(async () => {
      await Promise.all(apps.map((app) => app.stop()));
      await looking?.end();
    });
    await dropDatabase(this.server);
    await createDatabase(this.server);
    const port = await freePort();
    const env: Record<string, string> = {
      DATABASE_URL: ownUrl(this.server),
      PORT: String(port),
      HAECHI_EMBEDDED: '1',
      ...(backend === 'redis' && { REDIS_URL: await this.emptyRedis() }),
    };
    await runScript(built('apps/supervisor/migrate.js'), {
      env: { ...process.env, ...env },
      signal: new AbortController().signal,
    });
    const pool = new pg.Pool({ connectionString: this.server.url('haechi'), max: 2 });
    pool.on('error', () => undefined);
    looking = pool;
    const query: City['query'] = async (text, values) => (await pool.query(text, values)).rows;
    const people = await addPeople({ url: env.DATABASE_URL!, query, drop: () => Promise.resolve() });
    const departments = await query<{ id: string }>(
      'select id from departments where lead_eligible order by no',
    );
    const url = `http://127.0.0.1:${port}`;
    return {
      env,
      url,
      people,
      departmentIds: departments.map(({ id }) => id),
      query,
      run: async (name, main = `apps/${name}/app.js`, more = {}) => {
        const log = join(this.folder, 'logs', `${name}.log`);
        const app = await App.start(built(main), { env: { ...env, ...more }, log, flags: this.profiling() });
        apps.push(app);
        return app;
      },
      signIn: async (who) => (await Api.signIn(url, people[who].email, people[who].password)).cookie,
    };
  }

  private profiling(): string[] {
    const { profiles } = this.options;
    return profiles ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profiles)}`] : [];
  }

  /** A real redis-server with AOF, as in production, and nothing in it. */
  private async emptyRedis(): Promise<string> {
    if (this.redis) {
      this.redis.kill('SIGKILL');
      await once(this.redis, 'exit');
    }
    const port = await freePort();
    const folder = join(this.folder, `redis-${port}`);
    mkdirSync(folder);
    const settings = {
      port,
      dir: folder,
      bind: '127.0.0.1',
      save: '',
      appendonly: 'yes',
      'maxmemory-policy': 'noeviction',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.redis = spawn('redis-server', args, { stdio: 'ignore', detached: true });
    return `redis://127.0.0.1:${port}`;
  }
}

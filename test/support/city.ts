import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './api.js';
import { freshDatabase, ROOT, type FreshDatabase } from './fresh-database.js';
import { addPeople, type People } from './people.js';

export type App = 'intake' | 'pipeline' | 'notifier';

interface Options {
  database?: FreshDatabase;
  redisUrl?: string;
  env?: Record<string, string>;
  apps?: App[];
}

/** A running installation as people meet it: the built apps as processes of their own, on a database of its own. */
export class City {
  private readonly children = new Map<string, ChildProcess>();

  private constructor(
    readonly database: FreshDatabase,
    readonly people: People,
    readonly url: string,
    private readonly env: Record<string, string>,
  ) {}

  static async start({
    database,
    redisUrl,
    env = {},
    apps = ['intake', 'pipeline', 'notifier'],
  }: Options = {}): Promise<City> {
    const own = database ?? (await freshDatabase());
    const port = Number(env.PORT ?? (await freePort()));
    const people = await addPeople(own);
    const city = new City(own, people, `http://127.0.0.1:${port}`, {
      DATABASE_URL: own.url,
      PORT: String(port),
      OPS_PORT: '0',
      LOG_LEVEL: 'warn',
      HAECHI_EMBEDDED: '1',
      DATA_DIR: join(tmpdir(), 'haechi-test-data', basename(new URL(own.url).pathname)),
      ...(redisUrl && { REDIS_URL: redisUrl }),
      // Who moves the clock by months stays signed in.
      ...(env.SESSION_HOURS && { SESSION_IDLE_MINUTES: String(Number(env.SESSION_HOURS) * 60) }),
      ...env,
    });
    await Promise.all(apps.map((app) => city.run(app)));
    return city;
  }

  /** Starts an app, or another copy of it under its own name, and waits until it is ready. */
  async run(
    app: App,
    { name = app, env = {} }: { name?: string; env?: Record<string, string> } = {},
  ): Promise<void> {
    const child = spawn(process.execPath, [`dist/apps/${app}/app.js`], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    mkdirSync('/tmp/haechi-test-logs', { recursive: true });
    const log = createWriteStream(`/tmp/haechi-test-logs/${name}-${process.pid}.log`, { flags: 'a' });
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    this.children.set(name, child);
    const ended = once(child, 'exit').then(([code, signal]) => ({ type: 'exit', code, signal }));
    for (;;) {
      const message = (await Promise.race([once(child, 'message').then(([m]) => m), ended])) as {
        type: string;
      };
      if (message.type === 'ready') return;
      if (message.type === 'exit') throw new Error(`${name} ended: ${JSON.stringify(message)}`);
    }
  }

  /** Where its files are. */
  get dataDir(): string {
    return this.env.DATA_DIR!;
  }

  /** As if the bytes of a file had lain there for a day. */
  async age(hash: string): Promise<void> {
    const then = new Date(Date.now() - 86_400_000);
    await utimes(join(this.dataDir, 'files', hash.slice(0, 2), hash), then, then);
  }

  child(name: string): ChildProcess {
    return this.children.get(name)!;
  }

  /** `kill -9`, and waits until it is gone. */
  async kill(name: string): Promise<void> {
    const child = this.child(name);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Signs a person in. */
  async as(who: keyof People): Promise<Api> {
    return Api.signIn(this.url, this.people[who].email, this.people[who].password);
  }

  async asEach<Name extends keyof People>(...names: Name[]): Promise<Record<Name, Api>> {
    const entries = names.map(async (name) => [name, await this.as(name)]);
    return Object.fromEntries(await Promise.all(entries));
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.children.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGTERM');
        await Promise.race([
          once(child, 'exit'),
          sleep(10_000, null, { ref: false }).then(() => child.kill('SIGKILL')),
        ]);
      }),
    );
    await this.database.drop();
    rmSync(this.env.DATA_DIR!, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until `look` finds something, and answers it; fails with what was wanted when it takes too long. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  ms = 20_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await sleep(50);
  }
}

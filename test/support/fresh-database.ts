import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { MIGRATIONS } from '#platform/database.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ADMIN = (): string => process.env.TEST_ADMIN_URL!;

export interface FreshDatabase {
  url: string;
  /** As the owner: what tests look at and, rarely, set. */
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

const at = (database: string, admin: string): string => {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.href;
};

/** A private database with our schema and BullMQ's, cloned in milliseconds from a template that the first caller makes. */
export async function freshDatabase(admin = ADMIN()): Promise<FreshDatabase> {
  const name = newName();
  await withClient(admin, async (client) => {
    await client.query('select pg_advisory_lock(20261122)');
    await client.query(`create database ${name} template ${await template(client, admin)}`);
  });
  return opened(name, admin);
}

/** A private database with nothing in it. */
export async function emptyDatabase(admin = ADMIN()): Promise<FreshDatabase> {
  const name = newName();
  await withClient(admin, (client) => client.query(`create database ${name}`));
  return opened(name, admin);
}

const newName = (): string => `city_${randomUUID().replaceAll('-', '')}`;

function opened(name: string, admin: string): FreshDatabase {
  const url = at(name, admin);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  return {
    url,
    query: async (text, values) => (await pool.query(text, values)).rows,
    async drop() {
      await pool.end();
      await withClient(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Named after its newest migration: a schema that changed never meets a stale template. */
async function template(client: pg.Client, admin: string): Promise<string> {
  const name = `template_${MIGRATIONS.at(-1)!.name.toLowerCase()}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return name;
  await client.query(`create database ${name}_making`);
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: at(`${name}_making`, admin), REDIS_URL: '' };
  execFileSync(process.execPath, ['dist/apps/supervisor/migrate.js'], { cwd: ROOT, env, stdio: 'pipe' });
  await client.query(`alter database ${name}_making rename to ${name}`);
  return name;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

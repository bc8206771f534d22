import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { freePort, whyTaken } from './ports.js';
import { findHome } from './postgres-home.js';
import { Refusal } from './refusal.js';

/** How the server of this DATA_DIR is reached, and where it lives: `postgres.json`, readable by its owner only. */
interface Installation {
  port: number;
  password: string;
  /** Only when the data is not in DATA_DIR itself, which may be moved. */
  folder?: string;
}

/** The server of this DATA_DIR, not yet started. */
export async function ownServer(
  dataDir: string,
  onRestart: (reason: string) => void,
): Promise<EmbeddedPostgres> {
  const path = join(dataDir, 'postgres.json');
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Installation) : undefined;
  const home = await findHome(dataDir, before?.folder);
  const password = before?.password ?? randomBytes(24).toString('base64url');
  const port = before && !(await whyTaken(before.port)) ? before.port : await freePort();
  keep(path, { port, password, ...(home.folder !== dataDir && { folder: home.folder }) });
  return new EmbeddedPostgres({
    ...home,
    port,
    password,
    log: join(dataDir, 'logs', 'postgres.log'),
    onRestart,
  });
}

function keep(path: string, installation: Installation): void {
  const text = JSON.stringify(installation);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export async function hasDatabase(server: EmbeddedPostgres): Promise<boolean> {
  return (await query(server.url('postgres'), `select from pg_database where datname = 'haechi'`)).length > 0;
}

/** Our database, and its owner, who is no superuser: the same as on a managed server. */
export async function createDatabase(server: EmbeddedPostgres): Promise<void> {
  const admin = server.url('postgres');
  const owners = await query(admin, `select from pg_roles where rolname = 'haechi'`);
  if (!owners.length)
    await query(admin, `create role haechi login createrole password '${new URL(admin).password}'`);
  await query(admin, 'create database haechi owner haechi');
}

export async function dropDatabase(server: EmbeddedPostgres): Promise<void> {
  await query(server.url('postgres'), 'drop database if exists haechi with (force)');
}

export const ownUrl = (server: EmbeddedPostgres): string => server.url('haechi', 'haechi');

/** A database that takes Hangul for punctuation finds nothing similar, without any error. @throws Refusal */
export async function refuseBlindToHangul(url: string): Promise<void> {
  const [seen] = await query(url, `select show_trgm('가나다')::text <> '{}' as sees`).catch(
    (error: { code?: string }) => {
      const hasNoTrigrams = error.code === '42883';
      if (hasNoTrigrams) return [{ sees: true }];
      throw error;
    },
  );
  if (!seen?.sees)
    throw new Refusal(
      '데이터베이스가 한글을 모릅니다 / the database takes Hangul for punctuation: it needs UTF8 and LC_CTYPE C.UTF-8 or ko_KR.UTF-8',
    );
}

/** Three apps that wait for each other's connections would hang, now and then. @throws Refusal naming both figures */
export async function refuseTooFewConnections(url: string, needed: number): Promise<void> {
  const [row] = await query(
    url,
    `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most`,
  );
  if (Number(row!.most) < needed)
    throw new Refusal(
      `데이터베이스 연결이 모자랍니다 / too few connections: max_connections leaves ${String(row!.most)}, needed ${needed} (lower DATABASE_POOL or raise max_connections)`,
    );
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

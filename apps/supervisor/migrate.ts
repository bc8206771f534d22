import pg from 'pg';
import { runMigrations } from 'bullmq';
import { DataSource } from 'typeorm';
import { loadReferenceDepartments } from '#people/reference-departments.js';
import { databaseOptions } from '#platform/database.js';
import { BadEnvironment, readEnv } from '#platform/env.js';
import { QUEUE_SCHEMA } from '#platform/queues.js';
import { loadDefaultRules } from '#warnings/default-rules.js';

/** `node dist/apps/supervisor/migrate.js`: our schema and reference data and, where queues live in the database, BullMQ's. */
async function main(): Promise<void> {
  const env = readEnv();
  const url = env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL;
  await migrate(url);
  if (!env.REDIS_URL) await migrateQueues(url);
}

async function migrate(url: string): Promise<void> {
  const source = await new DataSource(databaseOptions({ url, pool: 2 })).initialize();
  try {
    await source.runMigrations();
    await loadReferenceDepartments(source);
    await loadDefaultRules(source);
    const [{ blind }] = await source.query(`select hangul_bigrams(search_text('가나다')) = '{}' as blind`);
    if (blind)
      throw new Error(
        'the database takes Hangul for punctuation: it needs UTF8 and LC_CTYPE C.UTF-8 or ko_KR.UTF-8',
      );
  } finally {
    await source.destroy();
  }
}

async function migrateQueues(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    // The apps may sign in as somebody else than who migrates.
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}

const GRANTS = `
grant all on schema ${QUEUE_SCHEMA} to haechi_work;
grant all on all tables in schema ${QUEUE_SCHEMA} to haechi_work;
grant all on all sequences in schema ${QUEUE_SCHEMA} to haechi_work;
grant execute on all functions in schema ${QUEUE_SCHEMA} to haechi_work`;

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof BadEnvironment ? '' : 'Migration failed: '}${error.message}\n`);
  process.exit(1);
});

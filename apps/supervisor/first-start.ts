import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { createDatabase, dropDatabase, hasDatabase } from './own-database.js';
import { runScript, type ScriptOptions } from './script.js';

/** There from before the database exists until its sample data is complete. */
const markIn = (dataDir: string): string => join(dataDir, 'samples.incomplete');

/** Opens our database; one whose first start was cut short is not yet anyone's, and begins again. */
export async function openDatabase(server: EmbeddedPostgres, dataDir: string, loader: string): Promise<void> {
  if (existsSync(markIn(dataDir))) await dropDatabase(server);
  if (await hasDatabase(server)) return;
  if (existsSync(loader)) writeFileSync(markIn(dataDir), '');
  await createDatabase(server);
}

export const needsSamples = (dataDir: string): boolean => existsSync(markIn(dataDir));

/** Fills a new installation with accounts and sample data. @throws Refusal with the loader's last line */
export async function loadSamples(dataDir: string, loader: string, options: ScriptOptions): Promise<void> {
  await runScript(loader, options);
  rmSync(markIn(dataDir));
}

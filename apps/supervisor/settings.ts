// Before env.js: its rules are kept as metadata.
import 'reflect-metadata';
import { accessSync, chmodSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadEnvironment, readEnv, type Env } from '#platform/env.js';
import { connectionsOf } from '#platform/queues.js';
import { freePort } from './ports.js';
import { Refusal } from './refusal.js';

/** What `npm start` was asked to do. */
export interface Settings {
  host: string;
  port: number;
  /** Health and metrics of the first app, the others follow; any free ports when not set. */
  opsPort?: number;
  dataDir: string;
  /** Somebody else's database; without it we bring our own. */
  databaseUrl?: string;
  /** Connections to the database that one app may open. */
  connections: number;
}

/** @throws Refusal naming the wrong variable, before anything has been started. */
export async function readSettings(root: string): Promise<Settings> {
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const env = readOnce({ ...process.env, DATABASE_URL: databaseUrl ?? 'postgres://embedded' });
  return {
    host: env.HOST,
    port: env.PORT || (await freePort()),
    opsPort: env.OPS_PORT || undefined,
    dataDir: openDataDir(resolve(process.env.DATA_DIR || resolve(root, '.data'))),
    databaseUrl,
    connections: connectionsOf(env),
  };
}

/** One line a variable, however many rules it breaks; the last is about its type. */
function readOnce(source: NodeJS.ProcessEnv): Env {
  try {
    return readEnv(source);
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    const lines = new Map(error.message.split('\n').map((line) => [line.split(' ')[0], line]));
    throw new Refusal([...lines.values()].join('\n'));
  }
}

function openDataDir(path: string): string {
  try {
    // Others may pass through, not look: as root, the database runs as another user.
    if (mkdirSync(path, { recursive: true }) && process.getuid?.() === 0) chmodSync(path, 0o711);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(`DATA_DIR에 쓸 수 없습니다 / DATA_DIR is not writable: ${path} (${code})`);
  }
}

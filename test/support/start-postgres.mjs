import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../apps/supervisor/prepare.mjs';

const SELF = fileURLToPath(import.meta.url);
const BUILT = new URL('../../dist/apps/supervisor/', import.meta.url);
// Only here: what a test run writes need not outlive it.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '640' };

/** jest's globalSetup: one PostgreSQL for the run, its superuser's address in TEST_ADMIN_URL. */
export default async function startPostgres() {
  if (process.env.TEST_ADMIN_URL) return;
  if (!existsSync(new URL('embedded-postgres.js', BUILT))) await prepare({ log: () => undefined });
  // A process of its own, which ends the server when jest does, even by kill -9: then no teardown runs.
  const keeper = fork(SELF, ['keep'], {
    detached: true,
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [message] = await Promise.race([once(keeper, 'message'), once(keeper, 'exit')]);
  if (!message?.url) throw new Error(message?.error ?? 'The test database did not start.');
  process.env.TEST_ADMIN_URL = message.url;
  globalThis.postgresKeeper = keeper;
  keeper.unref();
  keeper.channel?.unref();
}

async function keep() {
  const load = async (file) => import(new URL(file, BUILT).href);
  const [{ EmbeddedPostgres }, { findHome }, { freePort }] = await Promise.all(
    ['embedded-postgres.js', 'postgres-home.js', 'ports.js'].map(load),
  );
  const folder = await mkdtemp(join(tmpdir(), 'haechi-test-'));
  await chmod(folder, 0o711);
  const log = join(folder, 'postgres.log');
  const home = await findHome(folder);
  const server = new EmbeddedPostgres({
    ...home,
    port: await freePort(),
    password: 'test',
    log,
    settings: FAST,
  });
  const end = async () => {
    await server.stop(AbortSignal.abort());
    for (const path of new Set([folder, home.folder])) await rm(path, { recursive: true, force: true });
    process.exit();
  };
  process.on('disconnect', () => void end());
  try {
    await server.start();
    process.send({ url: server.url('postgres') });
  } catch (error) {
    if (!process.connected) return;
    process.send({ error: `${error.message}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}` });
    process.disconnect();
  }
}

if (process.argv[1] === SELF && process.argv[2] === 'keep') await keep();

import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A process of its own that keeps a PostgreSQL which really writes to disk, takes the orders `kill` and `up`, and ends
 * the server when its parent ends, even by kill -9.
 */
const BUILT = new URL('../../dist/apps/supervisor/', import.meta.url);
const load = async (file) => import(new URL(file, BUILT).href);
const [{ EmbeddedPostgres }, { findHome }, { freePort }] = await Promise.all(
  ['embedded-postgres.js', 'postgres-home.js', 'ports.js'].map(load),
);
const folder = await mkdtemp(join(tmpdir(), 'haechi-durable-'));
await chmod(folder, 0o711);
const options = {
  ...(await findHome(folder)),
  port: await freePort(),
  password: 'test',
  log: join(folder, 'postgres.log'),
  settings: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
};
let server;

const up = async () => {
  for (const until = Date.now() + 20_000; ; await delay(200)) {
    server = new EmbeddedPostgres(options);
    try {
      await server.start();
      return server.url('postgres');
    } catch (error) {
      // Sessions of the one that was killed may still be ending.
      if (Date.now() > until) throw error;
    }
  }
};
const kill = async () => {
  process.kill(
    Number(readFileSync(join(options.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  );
  // Else it would be started again at once.
  await server.stop();
};
const end = async () => {
  await server?.stop(AbortSignal.abort());
  for (const path of new Set([folder, options.folder])) await rm(path, { recursive: true, force: true });
  process.exit();
};

process.on('disconnect', () => void end());
process.on('message', async (order) => {
  const answer = await (order === 'up' ? up() : kill()).catch((error) => ({ error: error.message }));
  if (process.connected) process.send(answer ?? 'done');
});

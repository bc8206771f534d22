import { once } from 'node:events';
import { createServer, connect, type Server } from 'node:net';
import type { Env } from '#platform/env.js';
import { closeQueuePool, producers } from '#platform/queues.js';
import { freePort } from './support/city.js';
import { freshDatabase, type FreshDatabase } from './support/fresh-database.js';

let database: FreshDatabase;
let door: Server;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  door.close();
  await closeQueuePool();
  await database.drop();
});

/** A way to the database that can be opened late. */
const open = async (port: number): Promise<void> => {
  const { hostname, port: behind } = new URL(database.url);
  door = createServer((socket) => {
    const on = connect(Number(behind), hostname);
    for (const end of [socket, on]) end.on('error', () => undefined);
    socket.pipe(on).pipe(socket);
  }).listen(port, '127.0.0.1');
  await once(door, 'listening');
};

it('a queue whose database was away when it began works once it is there', async () => {
  const port = await freePort();
  const url = new URL(database.url);
  url.host = `127.0.0.1:${port}`;
  const { notify } = producers({ DATABASE_URL: url.href } as Env, ['notify']);
  const added = notify.add('notify', { subject: 'issue:1' }).catch((error: Error) => error.message);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await open(port);
  await added;
  await notify.add('notify', { subject: 'issue:2' });
  expect(await notify.getWaitingCount()).toBeGreaterThan(0);
  await notify.close();
});

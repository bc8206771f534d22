import { setTimeout as sleep } from 'node:timers/promises';
import { BullModule, type Processor } from '@nestjs/bullmq';
import type { DynamicModule } from '@nestjs/common';
import {
  createPostgresBackend,
  Queue,
  setDefaultBackendFactory,
  type ConnectionOptions,
  type QueueOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { PooledClient } from './database.js';
import type { Env } from './env.js';
import { log } from './logging.js';

/** Where BullMQ keeps its tables when queues live in the database. */
export const QUEUE_SCHEMA = 'bullmq';

// Every worker keeps one connection to listen on; the rest is for commands.
const QUEUE_POOL = 16;

/** Most connections to PostgreSQL that one process opens: its own, those of its queues, and one that listens. */
export const connectionsOf = ({ DATABASE_POOL, REDIS_URL }: Env): number =>
  DATABASE_POOL + (REDIS_URL ? 0 : QUEUE_POOL) + 1;

const RECONNECT_MS = 250;

/** How long a producer waits for the queue before it leaves a hint to the relay. */
export const PUBLISH_TIMEOUT_MS = 2000;

// Finished jobs are of no use: what happened is in the event log, what failed is in the hints.
const JOB = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/**
 * Whoever asks for a connection to keep waits until there is one. BullMQ asks so when a queue begins, and remembers for good
 * that it failed: a database that was slow for a moment would leave a process with a queue that is dead until its end.
 */
class PatientPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(done: Parameters<pg.Pool['connect']>[0]): void;
  override connect(done?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    return done ? super.connect(done) : this.patiently();
  }

  private async patiently(): Promise<pg.PoolClient> {
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (this.ending) throw error;
        await sleep(RECONNECT_MS);
      }
    }
  }
}

let pool: pg.Pool | undefined;

/** One pool for all queues of a process: seven queues given a URL each would take 84 connections. */
function queuePool(env: Env): pg.Pool {
  pool ??= new PatientPool({
    connectionString: env.DATABASE_URL,
    Client: PooledClient,
    max: QUEUE_POOL,
    connectionTimeoutMillis: 2500,
    keepAlive: true,
    options: `-c role=haechi_work -c search_path=${QUEUE_SCHEMA} -c statement_timeout=15s`,
  });
  // Every queue and worker listens for its errors.
  pool.setMaxListeners(0);
  return pool;
}

/** Chooses BullMQ's backend for this process; before anything of BullMQ is made. */
function connection(env: Env, redis: { enableOfflineQueue: boolean }): ConnectionOptions {
  if (!env.REDIS_URL) {
    setDefaultBackendFactory(createPostgresBackend);
    return queuePool(env);
  }
  const client = new Redis(env.REDIS_URL, {
    ...redis,
    maxRetriesPerRequest: null,
    connectTimeout: 2000,
    retryStrategy: (times) => Math.min(times * 100, 1000),
  });
  client.on('error', (error: Error) => log.debug({ error: error.message }, 'redis'));
  return client;
}

// The hash tag keeps all keys of a queue on one node of a Redis Cluster, and different queues on different nodes.
const prefix = (queue: string): string => `{haechi:${queue}}`;

const options = (env: Env, redis: { enableOfflineQueue: boolean }): QueueOptions => ({
  connection: connection(env, redis),
  defaultJobOptions: JOB,
  streams: { events: { maxLen: 100 } },
});

/** Queues to add to. Never waits for a broker that is away: the relay brings what could not be published. */
export function producers<Name extends string>(env: Env, names: readonly Name[]): Record<Name, Queue> {
  const shared = options(env, { enableOfflineQueue: false });
  const entries = names.map((name) => {
    const queue = new Queue(name, { ...shared, prefix: prefix(name) });
    queue.on('error', (error) => log.debug({ queue: name, error: error.message }, 'queue'));
    return [name, queue];
  });
  return Object.fromEntries(entries);
}

/** What workers connect with; they wait for a broker that is away and go on when it is back. */
export const workers = (env: Env): DynamicModule[] => [
  BullModule.forRoot(options(env, { enableOfflineQueue: true })),
  // Names no queue: brings in what starts the `@Processor` classes.
  BullModule.registerQueue(),
];

/**
 * Options of a worker. Its concurrency is what fills a list (group commit); stalled jobs are of no concern here, since
 * an undone hint is published again whatever became of its job.
 */
export const workerOptions = (queue: string, concurrency: number): Parameters<typeof Processor>[1] => ({
  prefix: prefix(queue),
  concurrency,
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 1000,
});

/** Ends the pool behind the queues, after the queues themselves are closed. */
export async function closeQueuePool(): Promise<void> {
  await pool?.end();
}

import type { INestApplicationContext } from '@nestjs/common';
import { BadEnvironment } from './env.js';
import { log } from './logging.js';

const HEARTBEAT_MS = 2000;
const DRAIN_MS = 25_000;

const tell = (message: object): void => {
  if (process.connected) process.send?.(message);
};

/**
 * Life of one of our processes under a supervisor: says when it is ready, shows that it makes progress, ends with one
 * clear line when it cannot start, drains on SIGTERM within 25 s, and ends when the supervisor is gone.
 */
export async function live(start: () => Promise<INestApplicationContext>): Promise<void> {
  let app: INestApplicationContext | undefined;
  let ending: Promise<void> | undefined;
  const end = (): void => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    // Nothing to drain before it has started.
    if (!app) process.exit(0);
    ending ??= app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  if (process.channel) process.on('disconnect', end);
  try {
    app = await start();
    // From the event loop itself: a process that hangs shows no heartbeat.
    setInterval(() => tell({ type: 'heartbeat' }), HEARTBEAT_MS).unref();
    tell({ type: 'ready' });
    log.info('ready');
  } catch (error) {
    fatal(error as NodeJS.ErrnoException);
  }
}

function fatal(error: NodeJS.ErrnoException): void {
  const message =
    error.code === 'EADDRINUSE'
      ? `port ${(error as { port?: number }).port} is taken by another program (PORT or OPS_PORT)`
      : error.message || String(error);
  if (!(error instanceof BadEnvironment)) log.fatal({ error: error.stack }, message);
  process.stderr.write(`${message}\n`);
  tell({ type: 'fatal', message });
  setTimeout(() => process.exit(1), 100);
}

process.on('unhandledRejection', (error) =>
  log.error({ error: (error as Error)?.stack ?? String(error) }, 'unhandled'),
);

import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** What must never reach a log, wherever it hides in an object. */
const SECRETS = [
  ...['password', 'token', 'secret'].flatMap((name) => [name, `*.${name}`]),
  'headers.cookie',
  'headers.authorization',
];

// Who should read our lines and has stopped reading must not stop us: after 2 s lines are dropped until some are read.
const PATIENCE = 20;
let tries = 0;
const output = pino.destination({ fd: 1, sync: true, retryEAGAIN: () => (tries += 1) < PATIENCE });
output.on('error', () => undefined);
output.on('drain', () => (tries = 0));

export const log: Logger = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    // Each process names itself after this file has been loaded.
    mixin: () => ({ app: process.env.HAECHI_APP }),
    redact: SECRETS,
    timestamp: pino.stdTimeFunctions.isoTime,
  },
  output,
);

/** Nest's own messages, through pino. */
export const nestLogger: LoggerService = {
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: string, context?: string) =>
    log.error({ context, stack }, String(message)),
  fatal: (message: unknown, context?: string) => log.fatal({ context }, String(message)),
};

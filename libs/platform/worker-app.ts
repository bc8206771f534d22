import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { nestLogger } from './logging.js';

/** A process that only works: no port but that of its health. */
export async function startWorker(module: DynamicModule): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(module as never, {
    logger: nestLogger,
    abortOnError: false,
  });
  return app;
}

import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { databaseOptions } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { Health, Ops } from '#platform/ops.js';
import { closeQueuePool, producers } from '#platform/queues.js';
import { Inject } from '@nestjs/common';
import { QUEUES } from './events.js';
import { Publisher } from './publish.js';
import { isAway, Writes } from './write.js';

/** A machine that has much to do at a start may not be given up at once; whatever is wrong otherwise ends the process with a clear line. */
const PATIENCE = { retryAttempts: 5, retryDelay: 1000, toRetry: isAway };

/** What every process stands on: settings, database, publishing, writing, health. */
@Module({})
export class CoreModule implements OnApplicationShutdown {
  constructor(@Inject(Publisher) private readonly publisher: Publisher) {}

  static with(env: Env, entities: (new () => object)[]): DynamicModule {
    const database = databaseOptions(
      { url: env.DATABASE_URL, pool: env.DATABASE_POOL, role: 'haechi_work' },
      entities,
    );
    return {
      module: CoreModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...database, ...PATIENCE })],
      providers: [
        { provide: Env, useValue: env },
        { provide: Publisher, useFactory: () => new Publisher(producers(env, QUEUES)) },
        {
          provide: Writes,
          inject: [getDataSourceToken(), Publisher],
          useFactory: (source: DataSource, publisher: Publisher) => new Writes(source, publisher),
        },
        Health,
        Ops,
      ],
      exports: [Env, Publisher, Writes, Health],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.publisher.close();
    await closeQueuePool();
  }
}

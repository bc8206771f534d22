import 'reflect-metadata';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Job, Queue } from 'bullmq';
import { readEnv, type Env } from '#platform/env.js';
import { nestLogger } from '#platform/logging.js';
import { producers, workerOptions, workers } from '#platform/queues.js';

/** Four queues like those of the stages: same concurrency, same job options, and nothing to do but to pass it on. */
const HOPS = ['hop1', 'hop2', 'hop3', 'hop4'] as const;
type Hop = (typeof HOPS)[number];

const QUEUES = Symbol('queues');
type Queues = Record<Hop, Queue>;

let left = 0;
let done: () => void = () => undefined;

function worker(name: Hop): new (...args: never[]) => WorkerHost {
  const next = HOPS[HOPS.indexOf(name) + 1];

  @Processor(name, workerOptions(name, 128))
  class HopWorker extends WorkerHost {
    constructor(@Inject(QUEUES) private readonly queues: Queues) {
      super();
    }

    async process(job: Job): Promise<void> {
      if (next) await this.queues[next].add(next, job.data);
      else if ((left -= 1) === 0) done();
    }
  }
  return HopWorker;
}

@Module({})
class HopsModule {
  static with(env: Env): DynamicModule {
    const queues = { provide: QUEUES, useFactory: () => producers(env, HOPS) };
    return { module: HopsModule, imports: workers(env), providers: [queues, ...HOPS.map(worker)] };
  }
}

/** Seconds that so many jobs need to get through all four. */
async function measure(queues: Queues, count: number): Promise<number> {
  const finished = new Promise<void>((resolve) => (done = resolve));
  left = count;
  const begun = performance.now();
  const jobs = Array.from({ length: count }, (_, n) => ({ name: 'hop1', data: { subject: `issue:${n}` } }));
  await queues.hop1.addBulk(jobs);
  await finished;
  return (performance.now() - begun) / 1000;
}

const app = await NestFactory.createApplicationContext(HopsModule.with(readEnv()), { logger: nestLogger });
const queues = app.get<Queues>(QUEUES);
process.on('message', ({ count }: { count: number }) => {
  void measure(queues, count).then((seconds) => process.send!({ type: 'answer', seconds }));
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send!({ type: 'ready' });

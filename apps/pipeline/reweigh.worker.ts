import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { subjectId } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';
import { applyPolicy } from '#policies/apply-policy.js';

/** Weighs the open issues by a policy that has taken effect, part by part, so that nothing else waits for it. */
@Processor('reweigh', workerOptions('reweigh', 1))
export class ReweighWorker extends HintConsumer {
  protected readonly queue = 'reweigh';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes, { max: 1, parallel: 1 });
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    for (const { subject } of work) await applyPolicy(tx, subjectId(subject));
  }
}

import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { subjectId } from '#events/events.js';
import { Writes } from '#events/write.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';
import { gather, holdClusters } from '#signals/gather.js';

/** Brings signals that tell the same story together: the article of ten outlets is one cluster, not ten issues. */
@Processor('cluster', workerOptions('cluster', 64))
export class ClusterWorker extends HintConsumer {
  protected readonly queue = 'cluster';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes);
  }

  protected override enter(tx: Tx): Promise<void> {
    return holdClusters(tx);
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    await gather(
      tx,
      work.map(({ subject }) => subjectId(subject)),
    );
  }
}

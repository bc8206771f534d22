import { setTimeout as sleep } from 'node:timers/promises';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { subjectId } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';
import { gather, holdClusters } from '#signals/gather.js';

/** While the rows of a file come in, which have the same processors, each list waits for so long. */
const GIVE_WAY_MS = 1000;

/** Brings signals that tell the same story together: the article of ten outlets is one cluster, not ten issues. */
@Processor('cluster', workerOptions('cluster', 256))
export class ClusterWorker extends HintConsumer {
  protected readonly queue = 'cluster';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes);
  }

  /** Nobody waits for the stories of a file as somebody waits for its rows. */
  protected override async prepare(): Promise<void> {
    const [{ rows }] = await this.writes.source.query(COMING_IN);
    if (rows) await sleep(GIVE_WAY_MS);
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

const COMING_IN = `select exists (select 1 from imports where state = 'running' and kind = 'signals' and not dry_run) as rows`;

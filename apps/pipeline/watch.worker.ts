import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { subjectId } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';
import { watchAll, watchIssues } from '#warnings/raise-warnings.js';

/** Looks at issues whose signals have changed, and at everything once in a while, with the rules of early warning. */
@Processor('watch', workerOptions('watch', 64))
export class WatchWorker extends HintConsumer {
  protected readonly queue = 'watch';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes, { max: 64, parallel: 1 });
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    const issues = work.filter(({ subject }) => subject.startsWith('issue:'));
    if (issues.length)
      await watchIssues(
        tx,
        issues.map(({ subject }) => subjectId(subject)),
      );
    if (work.length > issues.length) await watchAll(tx);
  }
}

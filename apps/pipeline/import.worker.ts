import { setTimeout as sleep } from 'node:timers/promises';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { subjectId, type Subject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { stageRows, type Staging } from '#imports/stage-rows.js';
import { takeStep } from '#imports/take-rows.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';

/** With so many steps of issues left to do more can wait: what people register meanwhile is not behind all of it. */
const MOST_UNDONE = 500;
const PATIENCE_MS = 5000;
const LOOK_MS = 100;

/**
 * Takes files in. Each step is one transaction that ends with the event that asks for the next, so that the process may end anywhere,
 * and other work has its turn in between.
 */
@Processor('import', workerOptions('import', 4))
export class ImportWorker extends HintConsumer {
  protected readonly queue = 'import';
  private readonly staged = new Map<Subject, Staging | null>();

  constructor(@Inject(Writes) writes: Writes) {
    super(writes, { max: 1, parallel: 2 });
  }

  /** The file is read before anything is locked; whoever reads it again finds its rows there. */
  protected override async prepare(subjects: Subject[]): Promise<void> {
    for (const subject of subjects) {
      this.staged.set(subject, await stageRows(this.writes.source, subjectId(subject)));
      await this.makeRoom();
    }
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    for (const { subject } of work) {
      await takeStep(tx, subjectId(subject), this.staged.get(subject) ?? null);
      this.staged.delete(subject);
    }
  }

  /** Waits while others have a lot to do because of what came in, but never for good: they may stand still. */
  private async makeRoom(): Promise<void> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const [{ n }] = await this.writes.source.query(UNDONE, [MOST_UNDONE]);
      if (n < MOST_UNDONE) return;
      await sleep(LOOK_MS);
    }
  }
}

const UNDONE = `
select count(*) as n from (
  select 1 from hints where parked_at is null and queue in ('identify', 'analyze', 'prioritize', 'act') limit $1) undone`;

import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { subjectId, type Subject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { compileReport, storeReport, type Compiled } from '#reports/compile-report.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';

/** Compiles monthly reports; of any number of requests for a month that wait, one compilation serves all. */
@Processor('compile', workerOptions('compile', 1))
export class CompileWorker extends HintConsumer {
  protected readonly queue = 'compile';
  private readonly compiled = new Map<Subject, Compiled>();

  constructor(@Inject(Writes) writes: Writes) {
    super(writes, { max: 1, parallel: 1 });
  }

  /** Rendered before anything is locked: whoever asks again or approves meanwhile does not wait for it. */
  protected override async prepare(subjects: Subject[]): Promise<void> {
    for (const subject of subjects) {
      this.compiled.set(subject, await compileReport(this.writes.source, subjectId(subject)));
    }
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    for (const { subject } of work) {
      const month = subjectId(subject);
      const compiled = this.compiled.get(subject);
      this.compiled.delete(subject);
      if (compiled && (await storeReport(tx, month, compiled))) continue;
      // Asked for again while it was compiled: once more, and now nobody can ask before it is stored.
      await tx.query(`set local idle_in_transaction_session_timeout = '90s'`);
      await storeReport(tx, month, await compileReport(this.writes.source, month));
    }
  }
}

import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { HintConsumer, type Work } from '#events/consumer.js';
import { emit } from '#events/emit.js';
import { reportSubject, subjectId } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { notify } from '#notifications/notify.js';
import type { Tx } from '#platform/database.js';
import { Env, publicUrl } from '#platform/env.js';
import { workerOptions } from '#platform/queues.js';
import { Dispatcher } from './dispatcher.js';

/** Turns events into rows to be sent; sending them is the dispatcher's. */
@Processor('notify', workerOptions('notify', 32))
export class NotifyWorker extends HintConsumer {
  protected readonly queue = 'notify';

  constructor(
    @Inject(Writes) writes: Writes,
    @Inject(Env) private readonly env: Env,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
  ) {
    super(writes, { max: 32, parallel: 1 });
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    await notify(tx, work, publicUrl(this.env));
    for (const { subject, hints } of work) {
      if (hints.some(({ name }) => name === 'report.published')) await markSent(tx, subjectId(subject));
    }
    this.dispatcher.wake();
  }
}

/** A published edition is out as soon as its messages are written: they arrive whatever happens from here on. */
async function markSent(tx: Tx, month: string): Promise<void> {
  const [rows] = await tx.query(
    `update editions set state = 'sent', sent_at = app_now() where month = $1 and state = 'approved' returning number`,
    [month],
  );
  await tx.query('update reports set version = version + 1 where month = $1', [month]);
  for (const { number } of rows as { number: number }[])
    await emit(tx, reportSubject(month), 'report.sent', { month, edition: number });
}

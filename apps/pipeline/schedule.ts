import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { Writes } from '#events/write.js';
import { addMonths, calendar, seoulMonth } from '#platform/calendar.js';
import { appNow } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { requestReport } from '#reports/request-report.js';
import { reportsDue } from '#reports/rules/schedule.js';

/**
 * Asks for the monthly report on its day, by the database's clock in Seoul. Every pipeline process looks; the month is
 * unique, so each report is asked for once. Months missed while nothing ran are made up.
 */
@Injectable()
export class Schedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(this.env.SCHEDULE_INTERVAL_MS, 'schedule', () => this.requestDue());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }

  async requestDue(): Promise<void> {
    const { now, since } = await this.span();
    if (!since) return;
    const first = addMonths(seoulMonth(since), REPORT_SCHEDULE.monthsAhead);
    const due = reportsDue(first, now, REPORT_SCHEDULE, calendar(HOLIDAYS));
    const missing: { month: string }[] = await this.writes.source.query(
      'select month from unnest($1::text[]) as due(month) where not exists (select 1 from reports r where r.month = due.month)',
      [due],
    );
    for (const { month } of missing) await this.writes.run((tx) => requestFirst(tx, month));
  }

  /** Reports are made from the month on in which anything first happened here. */
  private async span(): Promise<{ now: Date; since: Date | null }> {
    const tx = this.writes.source.manager;
    const [{ since }] = await tx.query('select min(at) as since from events');
    return { now: await appNow(tx), since };
  }
}

/** Another process may have asked meanwhile: then there is nothing left to do. */
async function requestFirst(tx: Parameters<typeof requestReport>[0], month: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`report:${month}`]);
  const [known] = await tx.query('select 1 from reports where month = $1', [month]);
  if (!known) await requestReport(tx, null, month);
}

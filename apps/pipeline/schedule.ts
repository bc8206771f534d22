import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { Writes } from '#events/write.js';
import { calendar } from '#platform/calendar.js';
import { appNow } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { remindOfResults, resultsWait } from '#reports/remind-results.js';
import { remindOfUnissued, unissuedDraft } from '#reports/remind-unissued.js';
import { requestDueReports } from '#reports/request-due.js';
import { issuingDaysDue, resultsDue } from '#reports/rules/schedule.js';
import { askNewcomers, openRound, roundsToJoin } from '#rounds/open-round.js';
import { remindersDue, remindWhenDue } from '#rounds/remind-round.js';
import { roundDue } from '#rounds/rules/round-schedule.js';

const OFFICE = calendar(HOLIDAYS);

/** What the database's clock says, and since when anything happened here. */
interface Span {
  now: Date;
  since: Date;
}

/**
 * The month as the office lives it, by the database's clock in Seoul: departments are asked and reminded, the report is asked for,
 * its issuing and its results are called for, each on its day. Every pipeline process looks; each of these is unique, so it happens once. What was
 * missed while nothing ran is made up.
 */
@Injectable()
export class Schedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private timers: Ticker[] = [];

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  onApplicationBootstrap(): void {
    const onTime = (name: string, act: (span: Span) => Promise<void>): Ticker =>
      every(this.env.SCHEDULE_INTERVAL_MS, name, async () => {
        const span = await this.span();
        if (span) await act(span);
      });
    this.timers = [
      onTime('schedule of reports', (span) => requestDueReports(this.writes, span)),
      onTime('schedule of rounds', (span) => this.askDepartments(span)),
      onTime('schedule of issuing', (span) => this.callForIssuing(span)),
      onTime('schedule of results', (span) => this.callForResults(span)),
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.timers.map((timer) => timer.stop()));
  }

  /** An office that begins after the day asks by hand: nobody expects its letter the moment it is installed. */
  private async askDepartments({ now, since }: Span): Promise<void> {
    const { source } = this.writes;
    const { month, at } = roundDue(now, REPORT_SCHEDULE, OFFICE);
    const [known] = await source.query('select 1 from rounds where month = $1', [month]);
    if (!known && at >= since) await this.writes.run((tx) => openRound(tx, null, month));
    for (const running of await roundsToJoin(source.manager))
      await this.writes.run((tx) => askNewcomers(tx, running));
    for (const due of await remindersDue(source.manager))
      await this.writes.run((tx) => remindWhenDue(tx, due));
  }

  private async callForIssuing({ now, since }: Span): Promise<void> {
    for (const day of issuingDaysDue(now, REPORT_SCHEDULE, OFFICE))
      if (day.at >= since && (await unissuedDraft(this.writes.source.manager, day)) !== null)
        await this.writes.run((tx) => remindOfUnissued(tx, day));
  }

  private async callForResults({ now, since }: Span): Promise<void> {
    const { month, at } = resultsDue(now, REPORT_SCHEDULE, OFFICE);
    if (at >= since && (await resultsWait(this.writes.source.manager, month)))
      await this.writes.run((tx) => remindOfResults(tx, month));
  }

  /** Nothing is due where nothing has happened yet. */
  private async span(): Promise<Span | null> {
    const tx = this.writes.source.manager;
    const [{ since }] = await tx.query('select min(at) as since from events');
    return since && { now: await appNow(tx), since };
  }
}

import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { emit } from '#events/emit.js';
import { Writes } from '#events/write.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';

/** Has everything looked at anew when the day has turned in Seoul, and ten minutes after the last time when signals came. */
@Injectable()
export class WarningRound implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(this.env.SCHEDULE_INTERVAL_MS, 'warning round', () => this.lookWhenDue());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }

  /** Of all processes that find it due, the one whose update comes first asks for it. */
  private async lookWhenDue(): Promise<void> {
    const [due] = await this.writes.source.query(`select 1 from warning_round where ${DUE}`);
    if (!due) return;
    await this.writes.run(async (tx) => {
      const [taken] = await tx.query(
        `update warning_round set looked_at = app_now() where ${DUE} returning seoul_today() as day`,
      );
      if (taken.length) await emit(tx, 'system:watch', 'watch.due', { day: taken[0].day });
    });
  }
}

const DUE = `(looked_at = '-infinity' or (looked_at at time zone 'Asia/Seoul')::date < seoul_today()
  or (looked_at < app_now() - interval '10 minutes' and exists (select 1 from signals s where s.created_at > looked_at)))`;

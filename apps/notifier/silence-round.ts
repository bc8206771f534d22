import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { watchSilence } from '#deliveries/silent-departments.js';
import { Writes } from '#events/write.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';

/** Looks for departments that confirm nothing any more. Any number of processes may look. */
@Injectable()
export class SilenceRound implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(this.env.SCHEDULE_INTERVAL_MS, 'silence', () =>
      this.writes.run((tx) => watchSilence(tx)),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }
}

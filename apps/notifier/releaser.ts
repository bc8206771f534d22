import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Writes } from '#events/write.js';
import { peopleToRelease, releaseFor } from '#notifications/release.js';
import { Env, publicUrl } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { failpoint } from '#platform/failpoint.js';
import { log } from '#platform/logging.js';
import { Dispatcher } from './dispatcher.js';

const INTERVAL_MS = 1000;

/** Lets go the mail that waited for the end of quiet hours or for its digest. Any number may run: a person is one's turn. */
@Injectable()
export class Releaser implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Env) private readonly env: Env,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(INTERVAL_MS, 'releaser', () => this.releaseDue());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }

  /** What fails for one person holds up nobody else; it is tried again at the next turn. */
  private async releaseDue(): Promise<void> {
    for (const id of await peopleToRelease(this.writes.source.manager)) {
      await this.writes
        .run(async (tx) => {
          await releaseFor(tx, id, publicUrl(this.env));
          failpoint('releaser.beforeCommit');
        })
        .catch((error: Error) => log.warn({ error: error.message, person: id }, 'release failed'));
      this.dispatcher.wake();
    }
  }
}

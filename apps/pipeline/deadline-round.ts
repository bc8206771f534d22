import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { issuesToWatch, postpone, watchRequests } from '#actions/watch-requests.js';
import { isAway, Writes } from '#events/write.js';
import { askDueFollowUps, followUpsDue } from '#issues/follow-up-questions.js';
import { reviewsDue, tellDueReviews } from '#issues/reviews.js';
import type { Tx } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { failpoint } from '#platform/failpoint.js';
import { log } from '#platform/logging.js';

type Telling = (tx: Tx, issueIds: string[]) => Promise<void>;

/** So many issues share a transaction. */
const AT_ONCE = 100;

/**
 * What falls due by the database's clock: reminders and the way up the line, reviews, questions after closing. Every pipeline
 * process looks; what one of them says is noted with it, under the issue's lock, so nobody says it again.
 */
@Injectable()
export class DeadlineRound implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(this.env.SCHEDULE_INTERVAL_MS, 'deadline round', async () => {
      await this.allOf(issuesToWatch, watchRequests);
      await this.allOf(reviewsDue, tellDueReviews);
      await this.allOf(followUpsDue, askDueFollowUps);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }

  /** A full page is followed by the next one at once, unless the same issues stay because somebody holds them. */
  private async allOf(due: (tx: Tx, limit: number) => Promise<string[]>, say: Telling): Promise<void> {
    let last = '';
    for (;;) {
      const issueIds = await due(this.writes.source.manager, AT_ONCE);
      if (!issueIds.length || issueIds.join() === last) return;
      await this.say(issueIds, say);
      last = issueIds.join();
    }
  }

  /** Many at once; where one of them cannot be told of, each on its own. */
  private async say(issueIds: string[], tell: Telling): Promise<void> {
    const write = (some: string[]): Promise<void> =>
      this.writes.run(async (tx) => {
        await tell(tx, some);
        failpoint('deadlines.beforeCommit');
      });
    try {
      return await write(issueIds);
    } catch (error) {
      if (isAway(error)) throw error;
    }
    for (const issueId of issueIds) {
      await write([issueId]).catch(async (error: Error) => {
        log.error({ issueId, error: error.message }, 'what is due cannot be said');
        await this.writes.run((tx) => postpone(tx, issueId));
      });
    }
  }
}

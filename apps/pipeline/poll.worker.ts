import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { subjectId, type Subject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { failpoint } from '#platform/failpoint.js';
import { log } from '#platform/logging.js';
import { Outbound } from '#platform/outbound.js';
import { workerOptions } from '#platform/queues.js';
import { claimFeed, fetchFeed, notePoll } from '#signals/poll-feed.js';

/**
 * Polls press feeds. What is due stands in the feed's row, the job only hints at it: of any number of hints one takes the
 * feed. Its server is asked outside of any transaction; if this process dies meanwhile, the feed is due again a minute later.
 */
@Processor('poll', workerOptions('poll', 4))
export class PollWorker extends WorkerHost implements BeforeApplicationShutdown {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Outbound) private readonly outbound: Outbound,
  ) {
    super();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }

  async process(job: Job<{ subject: Subject }>): Promise<void> {
    const feed = await claimFeed(this.writes.source, subjectId(job.data.subject));
    if (!feed) return;
    const found = await fetchFeed(this.outbound, feed);
    failpoint('poll.afterFetch');
    const received = await this.writes.run((tx) => notePoll(tx, feed, found, Math.random()));
    log.info({ feed: feed.id, received, ...('fault' in found && { fault: found.fault }) }, 'feed polled');
  }
}

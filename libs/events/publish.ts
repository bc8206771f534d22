import type { Queue } from 'bullmq';
import { groupBy } from '#platform/group-by.js';
import { PUBLISH_TIMEOUT_MS } from '#platform/queues.js';
import type { QueueName } from './events.js';
import type { Hint } from './emit.js';

/** Carries hints to their queues. A hint says only which subject to look at; every job gets a fresh id. */
export class Publisher {
  constructor(readonly queues: Record<QueueName, Queue>) {}

  /** Queues that could not be reached are named in the answer; nothing is thrown, nothing waits longer than 2 s each. */
  async publish(hints: Hint[]): Promise<Set<QueueName>> {
    const failed = new Set<QueueName>();
    const byQueue = groupBy(hints, ({ queue }) => queue);
    await Promise.all(
      [...byQueue].map(async ([name, list]) => {
        const subjects = new Set(list.map(({ subject }) => subject));
        const jobs = [...subjects].map((subject) => ({ name, data: { subject } }));
        const added = this.queues[name].addBulk(jobs).then(
          () => true,
          () => false,
        );
        if (!(await within(PUBLISH_TIMEOUT_MS, added))) failed.add(name);
      }),
    );
    return failed;
  }

  async close(): Promise<void> {
    await Promise.allSettled(Object.values(this.queues).map((queue) => queue.close()));
  }
}

/** The answer, or `false` when it does not come in time. */
async function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ms, false)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

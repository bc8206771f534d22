import { DataSource } from 'typeorm';
import { QUEUES } from '#events/events.js';
import { hintsOf, type Hint } from '#events/emit.js';
import { Publisher } from '#events/publish.js';
import type { NewIssue } from '#issues/new-issue.js';
import { reportIssues } from '#issues/report-issues.js';
import { databaseOptions } from '#platform/database.js';
import { readEnv } from '#platform/env.js';
import { producers } from '#platform/queues.js';

export type Feed = { kind: 'write'; by: string; issues: NewIssue[] } | { kind: 'publish' };

const LIST = 64;

// Writes issues as intake does, but tells the queues of them only when asked: so that the stages alone are measured.
const env = readEnv();
const source = await new DataSource(
  databaseOptions({ url: env.DATABASE_URL, pool: 2, role: 'haechi_work' }),
).initialize();
const publisher = new Publisher(producers(env, QUEUES));
let written: Hint[][] = [];

async function write(by: string, issues: NewIssue[]): Promise<void> {
  for (let from = 0; from < issues.length; from += LIST) {
    const list = issues.slice(from, from + LIST).map((issue) => ({ by: { id: by }, issue }));
    const hints = await source.transaction(async (tx) => {
      await reportIssues(tx, list);
      // Nobody else is to publish them meanwhile.
      await tx.query(
        `update hints set look_at = clock_timestamp() + interval '1 minute' where id = any($1)`,
        [hintsOf(tx).map(({ id }) => id)],
      );
      return hintsOf(tx);
    });
    written.push(hints);
  }
}

/** @returns when it began, by the database's clock. */
async function publish(): Promise<string> {
  const [{ now }] = await source.query('select clock_timestamp()::text as now');
  const failed = await Promise.all(written.map((hints) => publisher.publish(hints)));
  written = [];
  if (failed.some((queues) => queues.size)) throw new Error('The queue could not be reached.');
  return now;
}

process.on('message', (feed: Feed) => {
  const answer = feed.kind === 'write' ? write(feed.by, feed.issues).then(() => undefined) : publish();
  answer.then(
    (since) => process.send!({ type: 'answer', since }),
    (error: Error) => process.send!({ type: 'error', message: error.stack }),
  );
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send!({ type: 'ready' });

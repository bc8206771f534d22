import { DataSource } from 'typeorm';
import { QUEUES } from '#events/events.js';
import { Publisher } from '#events/publish.js';
import { Writes } from '#events/write.js';
import { databaseOptions } from '#platform/database.js';
import { readEnv } from '#platform/env.js';
import { producers } from '#platform/queues.js';
import { requestDueReports } from '#reports/request-due.js';

/** One look at the calendar, as a pipeline takes it. */
export interface Look {
  now: string;
  since: string;
}

const env = readEnv();
const source = await new DataSource(
  databaseOptions({ url: env.DATABASE_URL, pool: 2, role: 'haechi_work' }),
).initialize();
const writes = new Writes(source, new Publisher(producers(env, QUEUES)));

process.on('message', ({ now, since }: Look) => {
  requestDueReports(writes, { now: new Date(now), since: new Date(since) }).then(
    () => process.send!({ type: 'answer' }),
    (error: Error) => process.send!({ type: 'error', message: error.stack }),
  );
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send!({ type: 'ready' });

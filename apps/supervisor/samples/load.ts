import 'reflect-metadata';
import pg from 'pg';
import { addAccounts } from './accounts.js';
import { Clock } from './clock.js';
import { Office } from './office.js';
import { playDay, type Played } from './play.js';
import { plan } from './plan.js';
import { STORIES } from './stories.js';

/**
 * Fills a new installation: one account a role, and half a year of a sample office, played through the real API in the
 * order of its days. The database's clock is set back and comes forward day by day; at the end it is right again, for good.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, HAECHI_URL, DATA_DIR } = process.env;
  if (!DATABASE_URL || !HAECHI_URL || !DATA_DIR)
    throw new Error('DATABASE_URL, HAECHI_URL and DATA_DIR are needed');
  const db = new pg.Pool({ connectionString: DATABASE_URL, max: 2 });
  try {
    const office = await Office.open(db, HAECHI_URL);
    const clock = new Clock(db);
    const played: Played = new Map();
    const days = plan(STORIES, await clock.today());
    for (const [i, { day, acts }] of days.entries()) {
      await clock.turnTo(day);
      await playDay(office, acts, played);
      if (i % 10 === 0) console.log(`표본 자료 ${Math.round((100 * i) / days.length)}% / sample data …`);
    }
    await clock.right();
    await office.compileNext();
    await office.readThePast();
    await office.close();
    // Last: accounts that work are the sign that everything is there.
    await addAccounts(db, DATA_DIR);
    console.log(
      `이슈 ${played.size}건, 처리 ${days.length}일분 / ${played.size} issues over ${days.length} days`,
    );
  } finally {
    await db.end();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

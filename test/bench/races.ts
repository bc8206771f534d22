import type { Bench, City } from './bench.js';
import { show } from './numbers.js';
import type { Look } from './racer.js';
import type { Line } from './table.js';

const RACERS = 5;
const MONTHS = 60;
const RACES = 1000;
const RACES_QUICK = 120;
// Five years whose holidays are known.
const FIRST = Date.UTC(2021, 0, 1);

/** At each turn of a month five processes look at the calendar at once: of every month there is exactly one report, asked for once. */
export async function races(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const racers = await Promise.all(
    Array.from({ length: RACERS }, (_, n) => city.run(`racer-${n}`, 'test/bench/racer.js')),
  );
  const wanted = bench.quick ? RACES_QUICK : RACES;
  const since = new Date(FIRST).toISOString();
  let raced = 0;
  let wrong = 0;
  while (raced < wanted) {
    const months = Math.min(MONTHS, wanted - raced);
    for (let n = 0; n < months; n += 1) {
      const now = new Date(Date.UTC(2021, n, 28)).toISOString();
      await Promise.all(racers.map((racer) => racer.ask({ now, since } satisfies Look)));
    }
    raced += months;
    wrong += await notExactlyOnce(city, months);
    await forget(city);
  }
  return [
    {
      what: `months of ${show(raced)}, each raced for by ${RACERS} processes, without exactly one report`,
      value: show(wrong),
      goal: '0',
      met: wrong === 0,
    },
  ];
}

async function notExactlyOnce(city: City, months: number): Promise<number> {
  const [row] = await city.query<{ right: number; all: number }>(
    `select count(*)::int as all, count(*) filter (where asked = 1 and hinted = 1)::int as right from (
       select (select count(*) from events e where e.subject = 'report:' || r.month and e.name = 'report.requested') as asked,
         (select count(*) from hints h where h.subject = 'report:' || r.month and h.queue = 'compile') as hinted
       from reports r) told`,
  );
  return Math.abs(months - row!.all) + (row!.all - row!.right);
}

/** As if none of these months had been. */
async function forget(city: City): Promise<void> {
  await city.query(`begin; set local session_replication_role = replica;
    delete from hints; delete from feed_pending; delete from events where subject like 'report:%';
    delete from reports; delete from subjects where id like 'report:%'; commit`);
}

import type { Tx } from '#platform/database.js';

/** Confidential issues are numbered apart: gaps in the public series would tell of them. */
export type Series = 'public' | 'confidential';

/**
 * The next `count` numbers of the current year in Seoul, e.g. `2026-0001` or `2026-C0001`. The counter is bumped in the
 * caller's transaction: a rolled back one leaves no gap.
 */
export async function nextNumbers(tx: Tx, series: Series, count: number): Promise<string[]> {
  if (!count) return [];
  const [{ year, last }] = await tx.query(NEXT, [series, count]);
  const prefix = series === 'confidential' ? 'C' : '';
  return Array.from(
    { length: count },
    (_, n) => `${year}-${prefix}${String(last - count + 1 + n).padStart(4, '0')}`,
  );
}

const NEXT = `
insert into counters as c (series, year, last) values ($1, extract(year from seoul_today()), $2)
on conflict (series, year) do update set last = c.last + excluded.last
returning year, last`;

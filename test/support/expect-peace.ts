import { expect } from '@jest/globals';
import { eventually } from './city.js';
import { expectCatalogued } from './expect-catalogued.js';
import type { FreshDatabase } from './fresh-database.js';
import { unfinished, violations, type Violation } from './invariants.js';

/** Waits until everything is caught up, at most 30 s, and finds no invariant broken and no event that is not as catalogued. @returns ms it took */
export async function expectPeace(database: FreshDatabase, ms = 30_000): Promise<number> {
  const since = Date.now();
  let left: Violation[] = [];
  await eventually(
    'all caught up',
    async () => {
      left = await unfinished(database);
      return left.length === 0;
    },
    ms,
  ).catch(() => undefined);
  expect(left).toEqual([]);
  expect(await violations(database)).toEqual([]);
  await expectCatalogued(database);
  return Date.now() - since;
}

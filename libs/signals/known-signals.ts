import sql from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { visibleSignals } from './signal-view.js';

/** What makes a signal the one that is there already. */
export interface Identified {
  title: string;
  outlet?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  externalId?: string | null;
}

/** The signal that was there before, or the row of the same list that comes before. */
export type Known = { id: string } | { row: number };

/** For each of a list whether it is known: among what this person sees, and among the rows in front of it. */
export async function findKnown(tx: Tx, by: Principal, list: Identified[]): Promise<(Known | null)[]> {
  const stored = await storedKeys(tx, by, list);
  const rows = new Map<string, number>();
  return list.map((one, row) => {
    const keys = keysOf(one);
    const id = keys.map((key) => stored.get(key)).find((found) => found !== undefined);
    const before = keys.map((key) => rows.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!rows.has(key)) rows.set(key, before ?? row);
    if (id) return { id };
    return before === undefined ? null : { row: before };
  });
}

const keysOf = ({ title, outlet, url, publishedOn, externalId }: Identified): string[] => [
  ...(externalId ? [`id ${externalId}`] : []),
  ...(url ? [`url ${url}`] : []),
  ...(outlet && publishedOn ? [`article ${outlet}\n${publishedOn}\n${title}`] : []),
];

async function storedKeys(tx: Tx, by: Principal, list: Identified[]): Promise<Map<string, string>> {
  const urls = list.flatMap(({ url }) => (url ? [url] : []));
  const externalIds = list.flatMap(({ externalId }) => (externalId ? [externalId] : []));
  const titles = list.flatMap(({ outlet, publishedOn, title }) => (outlet && publishedOn ? [title] : []));
  const query = sql`
    select s.id, s.title, s.outlet, s.url, s.published_on as "publishedOn",
      case when s.created_by = ${by.id} then s.external_id end as "externalId"
    from signals s where ${visibleSignals(by)} and (s.url = any(${urls}) or s.title = any(${titles})
      or (s.created_by = ${by.id} and s.external_id = any(${externalIds})))
    order by s.created_at desc, s.id desc`;
  const found: (Identified & { id: string })[] = await tx.query(query.text, query.values);
  // The oldest is written last and stays.
  return new Map(found.flatMap((one) => keysOf(one).map((key) => [key, one.id] as const)));
}

import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { groupBy } from '#platform/group-by.js';
import type { Observation, WarningRule } from './rules/early-warning.js';
import type { WarningScope } from './vocabulary.js';

/** What a rule looks at as one: an issue, a story that is no issue yet, or all that speaks of its words. */
export interface Matter {
  issueId: string | null;
  clusterId: string | null;
  observations: Observation[];
}

/** When a signal counts: published, or the end of its period, or received. */
const ON = sql`coalesce(s.published_on, s.period_to, (s.created_at at time zone 'Asia/Seoul')::date)`;

const PUBLIC = sql`not exists (select 1 from issues i where i.id = s.issue_id and i.confidential)`;

const PLACES: Record<WarningScope, { key: Sql; where: Sql }> = {
  issue: { key: sql`s.issue_id`, where: sql`s.issue_id is not null` },
  cluster: {
    key: sql`s.cluster_id`,
    where: sql`s.cluster_id is not null and s.state in ('new', 'clustered')`,
  },
  words: { key: sql`null::uuid`, where: sql`s.state <> 'dismissed' and ${PUBLIC}` },
};

/** The signals of a scope between two days, by what they are about; `which` narrows down the issues. */
export async function observe(
  tx: Tx,
  { scope, words }: Pick<WarningRule, 'scope' | 'words'>,
  { from, to, which = sql`true` }: { from: string; to: string; which?: Sql },
): Promise<Matter[]> {
  const { key, where } = PLACES[scope];
  const spoken = words.length ? sql`s.title ilike any(${words.map(pattern)}::text[])` : sql`true`;
  const query = sql`
    select ${key} as key, s.id, ${ON} as on, s.channel, s.kind, s.title, s.outlet, s.cluster_id as story, s.count, s.baseline from signals s
    where ${where} and ${spoken} and ${which} and ${ON} between ${from} and ${to} order by ${ON}, s.id`;
  const rows: (Observation & { key: string | null })[] = await tx.query(query.text, query.values);
  return [...groupBy(rows, (row) => row.key)].map(([id, observations]) => ({
    issueId: scope === 'issue' ? id : null,
    clusterId: scope === 'cluster' ? id : null,
    observations,
  }));
}

const pattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** The first day from which signals are known, as far as everybody may know. */
export async function knownSince(tx: Tx): Promise<string> {
  const query = sql`select coalesce(min(${ON}), seoul_today()) as since from signals s where ${PUBLIC}`;
  const [{ since }] = await tx.query(query.text, query.values);
  return since;
}

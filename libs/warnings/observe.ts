import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { groupBy } from '#platform/group-by.js';
import {
  usualOf,
  type Observation,
  type Past,
  type Span,
  type Stories,
  type WarningRule,
} from './rules/early-warning.js';
import type { WarningScope } from './vocabulary.js';

/** What a rule looks at as one: an issue, a story that is no issue yet, or all that speaks of its words. */
export interface Matter {
  issueId: string | null;
  clusterId: string | null;
  observations: Observation[];
  /** Of an issue: its first signal, or its registration where that came first. Before, nobody looked. */
  begins: string | null;
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
    select ${key} as key, s.id, ${ON} as on, s.period_from as "periodFrom", s.channel, s.kind, s.title, s.outlet, s.cluster_id as story, s.count, s.baseline,
      coalesce(s.created_at <= own.created_at, false) as "atRegistration"
    from signals s left join issues own on own.id = s.issue_id
    where ${where} and ${spoken} and ${which} and ${ON} between ${from} and ${to} order by ${ON}, s.id`;
  const rows: (Observation & { key: string | null })[] = await tx.query(query.text, query.values);
  const byKey = groupBy(rows, (row) => row.key);
  const begins = scope === 'issue' ? await beginnings(tx, [...byKey.keys()]) : new Map<string, string>();
  return [...byKey].map(([id, observations]) => ({
    issueId: scope === 'issue' ? id : null,
    clusterId: scope === 'cluster' ? id : null,
    observations,
    begins: begins.get(id ?? '') ?? null,
  }));
}

async function beginnings(tx: Tx, issueIds: (string | null)[]): Promise<Map<string, string>> {
  const query = sql`
    select i.id, least(min(${ON}), (i.created_at at time zone 'Asia/Seoul')::date) as begins
    from issues i left join signals s on s.issue_id = i.id where i.id = any(${issueIds}::uuid[]) group by i.id`;
  const rows: { id: string; begins: string }[] = await tx.query(query.text, query.values);
  return new Map(rows.map(({ id, begins }) => [id, begins]));
}

/** Every public story between two days, whatever became of it; what one outlet told alone is one too. */
async function storiesBetween(tx: Tx, { from, to }: Span): Promise<Observation[][]> {
  const query = sql`
    select coalesce(s.cluster_id, s.id) as key, s.id, ${ON} as on, s.channel, s.kind, s.title, s.outlet, s.cluster_id as story,
      s.count, s.baseline
    from signals s where ${PUBLIC} and ${ON} between ${from} and ${to}`;
  const rows: (Observation & { key: string })[] = await tx.query(query.text, query.values);
  return [...groupBy(rows, (row) => row.key).values()];
}

/** What matters of a scope may be compared with, for rules that look back no farther than this; stories are read once, and where one has no weeks of its own. */
export async function knownPast(
  tx: Tx,
  span: Span,
): Promise<(scope: WarningScope, matters: Matter[]) => Promise<(matter: Matter) => Past>> {
  const since = await knownSince(tx);
  let stories: Stories | undefined;
  return async (scope, matters) => {
    const young = scope !== 'words' && matters.some(({ begins }) => !begins || begins > span.from);
    if (young) stories ??= { since, reached: usualOf(await storiesBetween(tx, span)) };
    return ({ begins }) => ({
      since: begins && begins > since ? begins : since,
      ...(scope !== 'words' && stories && { stories }),
    });
  };
}

const pattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** The first day from which signals are known, as far as everybody may know. */
async function knownSince(tx: Tx): Promise<string> {
  const query = sql`select coalesce(min(${ON}), seoul_today()) as since from signals s where ${PUBLIC}`;
  const [{ since }] = await tx.query(query.text, query.values);
  return since;
}

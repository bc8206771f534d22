import sql, { join, raw, type Sql } from 'sql-template-tag';
import { overdue } from '#actions/overdue.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { readPage, type Order, type Page, type PageRequest } from '#platform/page.js';
import { issueJson, type IssueView } from './issue-view.js';
import type { Channel, Direction, Grade, Stage, State } from './vocabulary.js';

export interface IssueQuery extends PageRequest {
  stage?: Stage;
  state?: State;
  grade?: Grade;
  direction?: Direction;
  leadDepartmentId?: string;
  channel?: Channel;
  expectedMonth?: string;
  q?: string;
  overdue?: boolean;
}

const order = (by: string, type: Order['type'], descending: boolean): Order => ({ by, type, descending });
const ORDERS: Record<string, Order> = {
  '-createdAt': order('i.created_at', 'timestamptz', true),
  createdAt: order('i.created_at', 'timestamptz', false),
  '-updatedAt': order('i.updated_at', 'timestamptz', true),
  updatedAt: order('i.updated_at', 'timestamptz', false),
  dueAt: order(`coalesce(i.due_at, 'infinity')`, 'timestamptz', false),
  '-dueAt': order(`coalesce(i.due_at, '-infinity')`, 'timestamptz', true),
  '-score': order('coalesce(i.score, -1)', 'numeric', true),
  score: order('coalesce(i.score, 101)', 'numeric', false),
  number: order('i.number', 'text', false),
  '-number': order('i.number', 'text', true),
};

export async function listIssues(tx: Tx, principal: Principal, query: IssueQuery): Promise<Page<IssueView>> {
  return readPage(
    tx,
    {
      json: issueJson(principal),
      from: sql`issues i`,
      where: [visible(principal), ...filters(principal, query), ...(query.q ? search(query.q) : [])],
      id: 'i.id',
      // What a department may not read it may not sort by either.
      orders:
        principal.role === 'department'
          ? { ...ORDERS, score: ORDERS.createdAt!, '-score': ORDERS['-createdAt']! }
          : ORDERS,
      defaultSort: '-createdAt',
    },
    query,
  );
}

const COLUMNS = {
  stage: 'stage',
  state: 'state',
  grade: 'grade',
  direction: 'direction',
  leadDepartmentId: 'lead_department_id',
  channel: 'channel',
  expectedMonth: 'expected_month',
} as const;

function filters(principal: Principal, query: IssueQuery): Sql[] {
  const equal = Object.entries(COLUMNS)
    .filter(([field]) => query[field as keyof typeof COLUMNS] !== undefined)
    .map(([field, column]) => sql`i.${raw(column)} = ${query[field as keyof typeof COLUMNS]}`);
  if (query.overdue === undefined) return equal;
  const late = hasOverdue(principal);
  return [...equal, query.overdue ? late : sql`not ${late}`];
}

/** A request this person sees was sent, is not answered, and is past its deadline. */
const hasOverdue = (
  principal: Principal,
): Sql => sql`exists (select 1 from requests late where late.issue_id = i.id
  and ${overdue('late')} and ${visibleRequests(principal, 'late')})`;

const NUMBER = /^\d{4}-C?\d{4,}$/i;

/** Every word must occur, spacing apart; two syllables are enough to use the index. */
export function search(q: string): Sql[] {
  if (NUMBER.test(q)) return [sql`i.number = upper(${q})`];
  const words = q.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (!words.length) return [sql`false`];
  const found = words.map(
    (
      word,
    ) => sql`(hangul_bigrams(t.text) @> hangul_bigrams(search_text(${word})) or length(search_text(${word})) < 2)
      and position(search_text(${word}) in t.text) > 0`,
  );
  return [sql`exists (select 1 from issue_texts t where t.issue_id = i.id and ${join(found, ' and ')})`];
}

export interface IssueSummary {
  total: number;
  byStage: Record<string, number>;
  byState: Record<string, number>;
  byGrade: Record<string, number>;
  byChannel: Record<string, number>;
  overdue: number;
}

const counts = (column: string): Sql => sql`(select coalesce(json_object_agg(word, n), '{}') from
  (select coalesce(${raw(column)}, 'none') as word, count(*) as n from seen group by 1) counted)`;

/** Counts of what this person sees. */
export async function summarizeIssues(tx: Tx, principal: Principal): Promise<IssueSummary> {
  const query = sql`
    with seen as materialized (
      select i.stage::text, i.state, i.grade::text, i.channel::text, i.stage <> 'closed' and ${hasOverdue(principal)} as overdue
      from issues i where ${visible(principal)}
    )
    select json_build_object('total', (select count(*) from seen), 'byStage', ${counts('stage')},
      'byState', ${counts('state')}, 'byGrade', ${counts('grade')}, 'byChannel', ${counts('channel')},
      'overdue', (select count(*) from seen where overdue)) as summary`;
  const [{ summary }] = await tx.query(query.text, query.values);
  return summary;
}

import sql, { raw, type Sql } from 'sql-template-tag';
import type { IssueKindName } from '#config/issue-kinds.js';
import { overdue } from '#actions/overdue.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import { addDays, atSeoul } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Order, type Page, type PageRequest } from '#platform/page.js';
import { issueJson, type IssueView } from './issue-view.js';
import { contains, inText } from './search.js';
import { GRADES, type Channel, type Direction, type Grade, type Stage, type State } from './vocabulary.js';

export interface IssueQuery extends PageRequest {
  stage?: Stage;
  state?: State;
  grade?: Grade;
  direction?: Direction;
  leadDepartmentId?: string;
  channel?: Channel;
  expectedMonth?: string;
  impact?: number;
  likelihood?: number;
  needsReview?: boolean;
  q?: string;
  overdue?: boolean;
  district?: string;
  kind?: IssueKindName;
  parentId?: string;
  open?: boolean;
  /** A rule of early warning rang and still stands. */
  warned?: boolean;
  /** First and last day in Seoul on which the issue was registered. */
  createdFrom?: string;
  createdTo?: string;
}

const order = (by: string, type: Order['type'], descending: boolean): Order => ({ by, type, descending });
const weight = (none: number): string =>
  `case i.grade ${GRADES.toReversed()
    .map((grade, n) => `when '${grade}' then ${n + 1}`)
    .join(' ')} else ${none} end`;
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
  // By weight, the heaviest first for `-grade`; what has no grade yet comes last both ways.
  '-grade': order(weight(0), 'bigint', true),
  grade: order(weight(5), 'bigint', false),
  // As much of it as fits a cursor; Hangul stands in its own order.
  ...bothWays('title', 'left(i.title, 100) collate "C"', 'text'),
  expectedMonth: order(`coalesce(i.expected_month::text, '9999')`, 'text', false),
  '-expectedMonth': order(`coalesce(i.expected_month::text, '')`, 'text', true),
};

/** Which issues of those this person sees are asked for, and the orders they may stand in. */
export function selection(principal: Principal, query: IssueQuery) {
  return {
    from: sql`issues i`,
    where: [visible(principal), ...filters(principal, query), ...(query.q ? [search(query.q)] : [])],
    id: 'i.id',
    // What a department may not read it may not sort by either.
    orders:
      principal.role === 'department'
        ? { ...ORDERS, score: ORDERS.createdAt!, '-score': ORDERS['-createdAt']! }
        : ORDERS,
    defaultSort: '-createdAt',
  };
}

export function listIssues(tx: Tx, principal: Principal, query: IssueQuery): Promise<Page<IssueView>> {
  return readPage(tx, { json: issueJson(principal), ...selection(principal, query) }, query);
}

const COLUMNS = {
  stage: 'stage',
  state: 'state',
  grade: 'grade',
  direction: 'direction',
  leadDepartmentId: 'lead_department_id',
  channel: 'channel',
  expectedMonth: 'expected_month',
  needsReview: 'needs_review',
  kind: 'kind',
} as const;

function filters(principal: Principal, query: IssueQuery): Sql[] {
  const equal = Object.entries(COLUMNS)
    .filter(([field]) => query[field as keyof typeof COLUMNS] !== undefined)
    .map(([field, column]) => sql`i.${raw(column)} = ${query[field as keyof typeof COLUMNS]}`);
  const { overdue: late, open, warned, createdFrom, createdTo, district, parentId } = query;
  return [
    ...equal,
    ...levels(principal, query),
    ...(district ? [sql`i.districts @> array[${district}]`] : []),
    // Of a parent that this person does not see nothing stands under it.
    ...(parentId
      ? [
          sql`i.parent_id = ${parentId}`,
          sql`exists (select 1 from issues p where p.id = ${parentId} and ${visible(principal, 'p')})`,
        ]
      : []),
    ...(late === undefined ? [] : [late ? hasOverdue(principal) : sql`not ${hasOverdue(principal)}`]),
    ...(warned === undefined ? [] : [warned ? hasWarning(principal) : sql`not ${hasWarning(principal)}`]),
    ...(open === undefined ? [] : [open ? sql`i.stage <> 'closed'` : sql`i.stage = 'closed'`]),
    ...(createdFrom ? [sql`i.created_at >= ${atSeoul(createdFrom, '00:00')}`] : []),
    ...(createdTo ? [sql`i.created_at < ${atSeoul(addDays(createdTo, 1), '00:00')}`] : []),
  ];
}

/** What a department may not read it may not ask for either: to it no issue has a level. */
function levels({ role }: Principal, query: IssueQuery): Sql[] {
  return (['impact', 'likelihood'] as const)
    .filter((name) => query[name] !== undefined)
    .map((name) => (role === 'department' ? sql`false` : sql`i.${raw(name)} = ${query[name]}`));
}

/** To a department no issue has one. */
const hasWarning = ({ role }: Principal): Sql =>
  role === 'department'
    ? sql`false`
    : sql`exists (select 1 from warnings w where w.issue_id = i.id and w.stands_until >= seoul_today())`;

/** A request this person sees was sent, is not answered, and is past its deadline. */
export const hasOverdue = (
  principal: Principal,
): Sql => sql`exists (select 1 from requests late where late.issue_id = i.id
  and ${overdue('late')} and ${visibleRequests(principal, 'late')})`;

const NUMBER = /^\d{4}-C?\d{4,}$/i;

/** A whole number is that issue; else every word must be found in what the issue says. */
export function search(q: string): Sql {
  if (NUMBER.test(q)) return sql`i.number = upper(${q})`;
  return sql`exists (select 1 from issue_words t where t.issue_id = i.id and ${contains(q, inText)})`;
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
  (select coalesce(${raw(column)}::text, 'none') as word, sum(n) as n from seen group by 1) counted)`;

/** Counts of what this person sees. */
export async function summarizeIssues(tx: Tx, principal: Principal): Promise<IssueSummary> {
  const query = sql`
    with seen as materialized (
      select i.stage, i.state, i.grade, i.channel, count(*) as n
      from issues i where ${visible(principal)} group by 1, 2, 3, 4
    )
    select json_build_object('total', (select coalesce(sum(n), 0) from seen), 'byStage', ${counts('stage')},
      'byState', ${counts('state')}, 'byGrade', ${counts('grade')}, 'byChannel', ${counts('channel')},
      'overdue', (select count(*) from issues i where i.stage <> 'closed' and ${visible(principal)}
        and ${hasOverdue(principal)})) as summary`;
  const [{ summary }] = await tx.query(query.text, query.values);
  return summary;
}

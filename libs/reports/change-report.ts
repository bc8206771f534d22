import sql, { raw, type Sql } from 'sql-template-tag';
import { GRADE_LABELS, GRADES, OUTCOME_LABELS, type Grade, type Outcome } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Language } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import type { Cell, TableColumn } from '#platform/table.js';
import { issueChanges, type Standing } from './rules/issue-changes.js';
import { ISSUE_CHANGE_LABELS, ISSUE_CHANGES, type IssueChange } from './vocabulary.js';

/** Days, both included. */
export interface Span {
  from: string;
  to: string;
}

export interface ChangedIssue {
  issueId: string;
  number: string;
  title: string;
  changes: IssueChange[];
  /** As it stood when the first day began, and when the last one ended. */
  gradeFrom: Grade | null;
  gradeTo: Grade | null;
  leadDepartment: string | null;
  expectedMonth: string | null;
  /** Of what was closed then. */
  outcome: Outcome | null;
}

export interface ChangeReport extends Span {
  counts: Record<IssueChange, number>;
  items: ChangedIssue[];
}

interface Row extends Omit<ChangedIssue, 'changes' | 'gradeFrom' | 'gradeTo'> {
  before: Standing | null;
  after: Standing;
}

/**
 * What changed of the issues that this reader may see, told from their history: new ones first, the heaviest of each kind first.
 * @throws Problem where the last day is before the first
 */
export async function changeReport(tx: Tx, by: Principal, { from, to }: Span): Promise<ChangeReport> {
  if (to < from) throw wrongField('to', 'period');
  const query = changed(by, { from, to });
  const rows: Row[] = await tx.query(query.text, query.values);
  const items = rows
    .map(({ before, after, ...issue }): ChangedIssue => {
      const changes = issueChanges(before, after);
      return { ...issue, changes, gradeFrom: before?.grade ?? null, gradeTo: after.grade };
    })
    .filter(({ changes }) => changes.length > 0)
    .toSorted(byKind);
  const count = (kind: IssueChange) => items.filter(({ changes }) => changes.includes(kind)).length;
  const counts = Object.fromEntries(ISSUE_CHANGES.map((kind) => [kind, count(kind)]));
  return { from, to, counts: counts as ChangeReport['counts'], items };
}

function byKind(a: ChangedIssue, b: ChangedIssue): number {
  const kind = ({ changes }: ChangedIssue) => ISSUE_CHANGES.indexOf(changes[0]!);
  const weight = ({ gradeTo }: ChangedIssue) => (gradeTo ? GRADES.indexOf(gradeTo) : GRADES.length);
  return kind(a) - kind(b) || weight(a) - weight(b) || (a.number < b.number ? -1 : 1);
}

/** The same as a table in one language. */
export function changeTable(
  { items }: ChangeReport,
  language: Language,
): { columns: TableColumn[]; rows: Cell[][] } {
  const grade = (value: Grade | null): Cell => value && GRADE_LABELS[value][language];
  return {
    columns: COLUMNS.map(({ width, ...header }) => ({ header: header[language], kind: 'text', width })),
    rows: items.map((one) => [
      one.changes.map((kind) => ISSUE_CHANGE_LABELS[kind][language]).join(', '),
      one.number,
      one.title,
      grade(one.gradeFrom),
      grade(one.gradeTo),
      one.leadDepartment,
      one.expectedMonth,
      one.outcome && OUTCOME_LABELS[one.outcome][language],
    ]),
  };
}

const COLUMNS = [
  { ko: '변동', en: 'Change', width: 14 },
  { ko: '이슈번호', en: 'Number', width: 12 },
  { ko: '제목', en: 'Title', width: 50 },
  { ko: '중요도(시작)', en: 'Grade before', width: 14 },
  { ko: '중요도(끝)', en: 'Grade after', width: 14 },
  { ko: '주관부서', en: 'Lead department', width: 20 },
  { ko: '예상 시기', en: 'Expected', width: 12 },
  { ko: '처리결과', en: 'Outcome', width: 24 },
];

/** Whether an issue was closed at a moment, and how, by what was last said of it before. */
const closing = (moment: string): Sql =>
  raw(`left join lateral (
  select e.name = 'issue.closed' as closed, e.payload ->> 'outcome' as outcome from events e
  where e.subject = 'issue:' || i.id and e.name in ('issue.closed', 'issue.reopened') and e.at < ${moment}
  order by e.seq desc limit 1) closed_${moment} on true`);

// While departments work on it an assessment only proposes: then nothing is said of it, and the decision stands.
const grading = (moment: string): Sql =>
  raw(`left join lateral (
  select one.grade from (
    select e.at, e.payload ->> 'grade' as grade from events e
    where e.subject = 'issue:' || i.id and e.name = 'issue.prioritized'
    union all
    select e.at, a.grade from events e join assessments a on a.issue_id = i.id and a.stage = 'prioritize'
      and a.revision = (e.payload ->> 'revision')::int
    where e.subject = 'issue:' || i.id and e.name = 'issue.referred' and e.payload ->> 'stage' = 'prioritize'
    union all
    select d.decided_at, d.grade from decisions d
    where d.issue_id = i.id and d.grade is not null and d.outcome in ('confirm', 'override')
  ) one where one.at < ${moment} order by one.at desc limit 1) graded_${moment} on true`);

const standing = (moment: string): Sql =>
  raw(
    `json_build_object('closed', coalesce(closed_${moment}.closed, false), 'grade', graded_${moment}.grade)`,
  );

const changed = (by: Principal, { from, to }: Span): Sql => sql`
with span as (
  select ${from}::date::timestamp at time zone 'Asia/Seoul' as since,
    (${to}::date + 1)::timestamp at time zone 'Asia/Seoul' as until
)
select i.id as "issueId", i.number, i.title, lead.name as "leadDepartment", i.expected_month as "expectedMonth",
  case when i.created_at < since then ${standing('since')} end as before, ${standing('until')} as after,
  case when closed_until.closed then closed_until.outcome end as outcome
from issues i cross join span left join departments lead on lead.id = i.lead_department_id
${closing('since')} ${closing('until')} ${grading('since')} ${grading('until')}
where ${visible(by)} and i.created_at < until and i.updated_at >= since`;

import sql, { raw } from 'sql-template-tag';
import { SCORING } from '#config/scoring.js';
import type { FactorName, Level } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { authors } from './authors.js';
import type { BriefDocument, BriefIssue } from './brief-document.js';
import { reportIssueJson } from './report-issue.js';
import { monthSchedule } from './rules/month-schedule.js';

/** From here on a factor speaks for the grade. */
const HEAVY = 4;
const MOST_FACTORS = 3;

type Row = Pick<BriefDocument, 'on' | 'time' | 'confidential' | 'signals' | 'reviewOn'> & {
  createdBy: string | null;
  issue: BriefIssue;
  direction: BriefIssue['direction'];
  agenda: boolean;
  factors: { name: FactorName; value: Level; weight: number }[];
};

/**
 * An issue as its brief tells it to this reader, as the data stand in this transaction. @throws Problem `not-found` for an unknown
 * issue and for one this reader may not see, alike.
 */
export async function collectBrief(tx: Tx, by: Principal, id: string): Promise<BriefDocument> {
  const query = found(by, id);
  const [row]: Row[] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  const { issue, direction, agenda, factors, createdBy, ...rest } = row;
  const requests = issue.requests.filter(({ state }) => state !== 'cancelled');
  const month = issue.expectedMonth;
  return {
    ...rest,
    issue: { ...issue, direction, agenda, requests },
    gradeReasons: heaviest(factors),
    // Of all that the month brings only what this issue waits for.
    schedule: month ? monthSchedule(month).filter(({ title }) => issue.expectedReason?.includes(title)) : [],
    authors: await authors(tx, createdBy),
  };
}

/** The factors that weigh most, e.g. `시민 안전·생명 5단계`. */
function heaviest(factors: Row['factors']): string[] {
  return factors
    .filter(({ value }) => value >= HEAVY)
    .toSorted((a, b) => b.weight * b.value - a.weight * a.value)
    .slice(0, MOST_FACTORS)
    .map(({ name, value }) => `${SCORING.factors[name].label.ko} ${value}단계`);
}

const signalsOf = (after: string, until: string) =>
  raw(`(select count(*)::int from signals s where s.issue_id = i.id
    and coalesce(s.published_on, s.period_to) > seoul_today() - ${after}
    and coalesce(s.published_on, s.period_to) <= seoul_today() - ${until})`);

const found = (by: Principal, id: string) => sql`
select seoul_today() as on, to_char(app_now() at time zone 'Asia/Seoul', 'HH24:MI') as time, i.confidential,
  i.created_by as "createdBy", i.direction, i.agenda, ${raw(reportIssueJson())} as issue,
  json_build_object('recent', ${signalsOf('28', '0')}, 'before', ${signalsOf('56', '28')}) as signals,
  case when i.stage = 'act' then i.review_due_on end as "reviewOn",
  coalesce((select a.factors from assessments a where a.issue_id = i.id and a.stage = 'analyze'
    order by a.revision desc limit 1), '[]') as factors
from issues i left join departments lead on lead.id = i.lead_department_id
where i.id = ${id} and ${visible(by)}`;

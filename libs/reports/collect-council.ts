import sql, { raw, type Sql } from 'sql-template-tag';
import { GRADES, type Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { authors } from './authors.js';
import { LEFT_OUT } from './told-in.js';
import type { CouncilCase, CouncilDocument } from './council-document.js';
import { reportIssueJson } from './report-issue.js';

/** Months, both included. */
export interface CouncilPeriod {
  from: string;
  to: string;
}

/** An issue that may be told of as a case. */
export interface OfferedCase {
  id: string;
  number: string;
  title: string;
  channel: Channel;
  leadDepartment: string | null;
  /** Told of where nobody chose otherwise. */
  chosen: boolean;
}

/** Cases told of where nobody chose: as many as the office has submitted. */
const USUAL_CASES = 4;
const ACCEPTED = `p.state = 'accepted'`;

/** What may be told of a period: the public issues found in it whose weight is decided, heaviest first. */
export async function offerCases(tx: Tx, by: Principal, period: CouncilPeriod): Promise<OfferedCase[]> {
  const query = sql`select i.id, i.number, i.title, i.channel, lead.name as "leadDepartment" ${offered(by, period)}
    order by array_position(${[...GRADES]}::text[], i.grade::text), i.score desc nulls last, i.number`;
  const rows: Omit<OfferedCase, 'chosen'>[] = await tx.query(query.text, query.values);
  return rows.map((row, index) => ({ ...row, chosen: index < USUAL_CASES }));
}

/**
 * The council version of a period with the cases chosen, in that order, or else the heaviest few. @throws Problem `not-found` where one
 * of them is none that is offered: unknown, confidential or of another period, alike.
 */
export async function collectCouncil(
  tx: Tx,
  by: Principal,
  { issues, ...period }: CouncilPeriod & { issues: string[] | null },
): Promise<CouncilDocument> {
  const ids = issues ?? (await offerCases(tx, by, period)).filter(({ chosen }) => chosen).map(({ id }) => id);
  const [figures] = await ask<Omit<CouncilDocument, 'cases' | 'authors' | 'from' | 'to'>>(
    tx,
    count(by, period),
  );
  const cases = await ask<{ one: CouncilCase }>(tx, told(by, period, ids));
  if (cases.length < ids.length) throw new Problem('not-found');
  return {
    ...period,
    ...figures!,
    cases: cases.map(({ one }) => one),
    authors: await authors(tx, by.id),
  };
}

const ask = <T>(tx: Tx, { text, values }: Sql): Promise<T[]> => tx.query(text, values);

/** The month in Seoul in which an issue was found. */
const FOUND_IN = raw(`to_char(i.created_at at time zone 'Asia/Seoul', 'YYYY-MM')`);

function offered(by: Principal, { from, to }: CouncilPeriod): Sql {
  if (to < from) throw wrongField('to', 'period');
  return sql`from issues i left join departments lead on lead.id = i.lead_department_id
    where not i.confidential and ${visible(by)} and i.grade is not null and i.stage in ('act', 'closed')
      and coalesce(i.outcome <> all(${LEFT_OUT}::text[]), true) and ${FOUND_IN} between ${from} and ${to}`;
}

const told = (by: Principal, period: CouncilPeriod, ids: string[]) => sql`
select (${raw(reportIssueJson(ACCEPTED))})::jsonb || jsonb_build_object('foundIn', ${FOUND_IN}) as one ${offered(by, period)}
  and i.id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], i.id)`;

const counted = (kind: 'channel' | 'outcome') =>
  raw(`(select coalesce(json_object_agg(${kind}, n), '{}') from (
    select ${kind}, count(*)::int as n from offered where ${kind} is not null group by ${kind}) each_${kind})`);

const count = (by: Principal, period: CouncilPeriod) => sql`
with offered as (select i.id, i.channel, i.outcome ${offered(by, period)}),
asked as (select q.answered_at from requests q join offered on offered.id = q.issue_id
  where q.delivered_at is not null and q.state not in ('cancelled', 'refused'))
select seoul_today() as on, (select count(*)::int from offered) as found, ${counted('channel')} as "byChannel",
  ${counted('outcome')} as "byOutcome",
  json_build_object('sent', (select count(*)::int from asked),
    'answered', (select count(*)::int from asked where answered_at is not null)) as requests,
  (select count(*)::int from reports r where exists (select 1 from editions e where e.month = r.month
    and e.state in ('approved', 'sent', 'superseded')
    and to_char(e.approved_at at time zone 'Asia/Seoul', 'YYYY-MM') between ${period.from} and ${period.to})) as reports`;

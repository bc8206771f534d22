import sql from 'sql-template-tag';
import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { occurrences } from '#issues/rules/occurrences.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleRequests } from '#people/visible.js';
import { addDays, CalendarOutOfRange, lastDayOf } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import type { CalendarKind } from './calendar-kinds.js';
import { OFFICE_CALENDAR } from './due-for.js';

export interface CalendarEntry {
  kind: CalendarKind;
  /** null: some day of the month. */
  on: string | null;
  /** Where a time is set. */
  at: string | null;
  issueId: string;
  issueNumber: string;
  issueTitle: string;
  grade: Grade | null;
  requestId: string | null;
  departmentName: string | null;
  late: boolean;
}

export interface CalendarDay {
  day: string;
  working: boolean;
  holidays: string[];
}

export interface CalendarView {
  month: string;
  today: string;
  days: CalendarDay[];
  entries: CalendarEntry[];
  /** Occasions of the year that touch the month. */
  occasions: { id: string; title: string; from: string; to: string }[];
}

const MOST = 2000;

/** A month as this person has it before them. */
export async function calendarOf(tx: Tx, principal: Principal, month: string): Promise<CalendarView> {
  const first = `${month}-01`;
  const last = lastDayOf(month);
  const query = sql`
    with entries as (
      select 'acknowledgement' as kind, q.acknowledge_by as at, null::date as day, q.issue_id, q.id as request_id,
        q.department_id, q.state = 'delivered' and q.acknowledge_by < app_now() as late
      from requests q where q.state = 'delivered' and ${visibleRequests(principal)}
      union all
      select 'answer', q.due_at, null, q.issue_id, q.id, q.department_id, q.due_at < app_now()
      from requests q where q.state in ('delivered', 'acknowledged', 'returned') and ${visibleRequests(principal)}
      union all
      select 'review', null, i.review_due_on, i.id, null, i.lead_department_id, i.review_due_on < seoul_today()
      from issues i where i.stage = 'act' and ${principal.role !== 'department'}
      union all
      select 'follow-up', null, f.ask_on, f.issue_id, null, i.lead_department_id, f.ask_on < seoul_today()
      from follow_up_questions f join issues i on i.id = f.issue_id where f.answered_at is null and f.dropped_at is null
        and (${principal.role !== 'department'} or i.lead_department_id = ${principal.departmentId})
      union all
      select 'expected', null, i.expected_on, i.id, null, i.lead_department_id, false
      from issues i where i.stage <> 'closed' and (i.expected_on is not null or i.expected_month = ${month})
    )
    select e.kind, coalesce((e.at at time zone 'Asia/Seoul')::date, e.day) as on, e.at, i.id as "issueId",
      i.number as "issueNumber", i.title as "issueTitle", i.grade, e.request_id as "requestId",
      (select d.name from departments d where d.id = e.department_id) as "departmentName", coalesce(e.late, false) as late
    from entries e join issues i on i.id = e.issue_id
    where coalesce(coalesce((e.at at time zone 'Asia/Seoul')::date, e.day) between ${first}::date and ${last}::date,
      e.kind = 'expected') and ${visible(principal)}
    order by 2 nulls last, e.at nulls last, array_position(array['critical', 'high', 'moderate', 'low'], i.grade::text), i.number limit ${MOST}`;
  const entries: CalendarEntry[] = await tx.query(query.text, query.values);
  const [{ today }] = await tx.query('select seoul_today() as today');
  return {
    month,
    today,
    days: daysOf(first, last),
    entries,
    occasions: principal.role === 'department' ? [] : occasions(first, last),
  };
}

function daysOf(first: string, last: string): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ day, ...kindOf(day) });
  return days;
}

/** Of a year whose holidays nobody knows yet no day is said to be free or not. */
function kindOf(day: string): Omit<CalendarDay, 'day'> {
  try {
    return { working: OFFICE_CALENDAR.isWorkingDay(day), holidays: OFFICE_CALENDAR.holidaysOn(day) };
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error;
    return { working: true, holidays: [] };
  }
}

const occasions = (first: string, last: string): CalendarView['occasions'] =>
  TRIGGERS.flatMap((trigger) =>
    occurrences(trigger, first, { holidays: HOLIDAYS, sessions: COUNCIL_SESSIONS })
      .filter(({ from, to }) => from <= last && to >= first)
      .map(({ from, to }) => ({ id: trigger.id, title: trigger.title, from, to })),
  ).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

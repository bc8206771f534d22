import sql from 'sql-template-tag';
import { OFFICE_CALENDAR } from '#actions/due-for.js';
import { REMINDERS } from '#config/reminders.js';
import { emit, emitAll } from '#events/emit.js';
import { issueSubject, subjectId } from '#events/subjects.js';
import { lockFree } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import { succeeds } from '#people/departments.js';
import { visible } from '#people/visible.js';
import { addDays } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, wrongField } from '#platform/problem.js';
import { reopenHeld } from './close-issue.js';
import { askOn } from './plan-follow-up.js';
import { changeIssue, holdIssue } from './hold-issue.js';
import type { Recurred } from './vocabulary.js';

/** Issues whose question is due and not put yet. */
export async function followUpsDue(tx: Tx, limit: number): Promise<string[]> {
  const rows: { issueId: string }[] = await tx.query(
    `select issue_id as "issueId" from follow_up_questions f where ${DUE} order by ask_on, issue_id limit $2`,
    [REMINDERS.sayAt, limit],
  );
  return rows.map(({ issueId }) => issueId);
}

/** Puts each question once: to who closed the issue, and to the department that led it. */
export async function askDueFollowUps(tx: Tx, issueIds: string[]): Promise<void> {
  const free = await lockFree(tx, issueIds.map(issueSubject));
  const [asked]: [{ id: string; issueId: string; departmentId: string | null }[]] = await tx.query(
    `update follow_up_questions f set asked_at = app_now() from issues i
     where i.id = f.issue_id and ${DUE} and f.issue_id = any($2::uuid[])
     returning f.id, f.issue_id as "issueId", department_now(i.lead_department_id) as "departmentId"`,
    [REMINDERS.sayAt, [...free].map(subjectId)],
  );
  await emitAll(
    tx,
    asked.map(({ id, issueId, departmentId }) => ({
      subject: issueSubject(issueId),
      name: 'issue.follow-up-asked',
      payload: { issueId, questionId: id, departmentId },
    })),
  );
}

const DUE = `f.asked_at is null and f.answered_at is null and f.dropped_at is null
  and (f.ask_on + $1::time) at time zone 'Asia/Seoul' <= app_now()`;

export interface FollowUpAnswer {
  recurred: Recurred;
  note?: string | null;
}

/**
 * Answers whether a closed issue happened again. Yes takes it up again in the same step, with that as the reason; unclear has it asked
 * once more. @throws Problem `follow_up.none` where nothing is asked, `forbidden` to a department that did not lead it
 */
export async function answerFollowUp(
  tx: Tx,
  by: Principal,
  issueId: string,
  { recurred, note }: FollowUpAnswer,
  expected?: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, issueId, expected);
  if (by.role === 'department' && !(await succeeds(tx, by.departmentId, issue.leadDepartmentId)))
    throw new Problem('forbidden');
  if (recurred === 'yes' && !note) throw wrongField('note', 'required');
  const [[answered]] = await tx.query(ANSWER, [
    issueId,
    by.id,
    by.onBehalfOf ?? null,
    recurred,
    note ?? null,
  ]);
  if (!answered || issue.stage !== 'closed') throw new Problem('follow_up.none');
  const payload = { issueId, questionId: answered.id, recurred };
  const changes = { recurred: [null, recurred], ...(note && { note: [null, note] }) };
  await emit(tx, issueSubject(issueId), 'issue.follow-up-answered', payload, {
    by,
    changes: changes as never,
  });
  if (recurred === 'yes') return reopenHeld(tx, by, issue, `재발 확인: ${note}`);
  if (recurred === 'unclear') {
    const on = addDays(answered.today, REMINDERS.followUp.againWeeks * 7);
    await askOn(tx, issueId, OFFICE_CALENDAR.nextWorkingDay(on));
  }
  await changeIssue(tx, issueId);
}

const ANSWER = `
update follow_up_questions set answered_at = app_now(), answered_by = $2, on_behalf_of = $3, recurred = $4, note = $5
where issue_id = $1 and answered_at is null and dropped_at is null returning id, seoul_today() as today`;

export interface FollowUpQuery extends PageRequest {
  /** Asked and not answered yet. */
  due?: boolean;
  /** Neither answered nor dropped. */
  open?: boolean;
  issueId?: string;
}

const OPEN = sql`f.answered_at is null and f.dropped_at is null`;

export function listFollowUps(tx: Tx, principal: Principal, query: FollowUpQuery): Promise<Page<object>> {
  return readPage(
    tx,
    {
      json: sql`json_build_object('id', f.id, 'issueId', i.id, 'issueNumber', i.number, 'issueTitle', i.title,
        'issueGrade', i.grade, 'outcome', i.outcome, 'leadDepartmentId', i.lead_department_id, 'closedAt', i.closed_at,
        'closedByName', (select u.name from users u where u.id = i.closed_by), 'askOn', f.ask_on, 'askedAt', f.asked_at,
        'due', ${OPEN} and f.ask_on <= seoul_today(),
        'answeredAt', f.answered_at, 'answeredByName', (select u.name from users u where u.id = f.answered_by),
        'onBehalfOfName', (select u.name from users u where u.id = f.on_behalf_of), 'recurred', f.recurred, 'note', f.note,
        'dropped', f.dropped_at is not null)`,
      from: sql`follow_up_questions f join issues i on i.id = f.issue_id`,
      where: [
        visible(principal),
        ...(principal.role === 'department'
          ? [sql`department_now(i.lead_department_id) = ${principal.departmentId}`]
          : []),
        ...(query.open === undefined ? [] : [query.open ? OPEN : sql`not (${OPEN})`]),
        ...(query.due === undefined
          ? []
          : [
              query.due
                ? sql`(${OPEN} and f.ask_on <= seoul_today())`
                : sql`not (${OPEN} and f.ask_on <= seoul_today())`,
            ]),
        ...(query.issueId ? [sql`f.issue_id = ${query.issueId}`] : []),
      ],
      id: 'f.id',
      orders: bothWays('askOn', 'f.ask_on::timestamptz', 'timestamptz'),
      defaultSort: 'askOn',
    },
    query,
  );
}

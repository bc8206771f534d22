import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { reviewOn } from '#actions/due-for.js';
import { REMINDERS } from '#config/reminders.js';
import { emit, emitAll } from '#events/emit.js';
import { issueSubject, subjectId } from '#events/subjects.js';
import { lockFree } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { Problem, wrongField } from '#platform/problem.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { Grade, ReviewOutcome } from './vocabulary.js';

export interface NewReview {
  note: string;
  outcome: ReviewOutcome;
  /** The next review, where it is not to be by the grade. */
  nextOn?: string | null;
}

/** 정기 점검: notes how an issue stands, and sets when it is looked at again. @returns the review's id */
export async function reviewIssue(
  tx: Tx,
  by: Principal,
  issueId: string,
  { note, outcome, nextOn }: NewReview,
  expected?: number | null,
): Promise<string> {
  const issue = await holdIssue(tx, by, issueId, expected);
  require(issue, issue.stage === 'act' && issue.grade !== null);
  const [{ today }] = await tx.query('select seoul_today() as today');
  if (nextOn && nextOn <= today) throw wrongField('nextOn', 'future');
  const next = nextOn ?? reviewOn(issue.grade!, today);
  const id = uuidv7();
  await tx.query(INSERT, [
    id,
    issueId,
    by.id,
    by.onBehalfOf ?? null,
    issue.reviewDueOn,
    issue.grade,
    outcome,
    note,
    next,
  ]);
  await changeIssue(tx, issueId, { reviewDueOn: next });
  const changes = { reviewDueOn: [issue.reviewDueOn, next], note: [null, note], outcome: [null, outcome] };
  await emit(
    tx,
    issueSubject(issueId),
    'issue.reviewed',
    { issueId, reviewId: id, outcome },
    { by, changes: changes as never },
  );
  return id;
}

const INSERT = `
insert into issue_reviews (id, issue_id, reviewed_by, on_behalf_of, due_on, grade, outcome, note, next_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Open issues whose review is due, and whose handler was not told of it yet. */
export async function reviewsDue(tx: Tx, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select i.id from issues i where ${UNTOLD} order by review_due_on, id limit $2`,
    [REMINDERS.sayAt, limit],
  );
  return rows.map(({ id }) => id);
}

/** Tells each handler once of each review. Nothing that people see of the issue changes by it. */
export async function tellDueReviews(tx: Tx, issueIds: string[]): Promise<void> {
  const free = await lockFree(tx, issueIds.map(issueSubject));
  const [told]: [{ id: string; dueOn: string }[]] = await tx.query(
    `update issues i set review_told_for = review_due_on where ${UNTOLD} and id = any($2::uuid[])
     returning id, review_due_on as "dueOn"`,
    [REMINDERS.sayAt, [...free].map(subjectId)],
  );
  await emitAll(
    tx,
    told.map(({ id, dueOn }) => ({
      subject: issueSubject(id),
      name: 'issue.review-due',
      payload: { issueId: id, dueOn },
    })),
  );
}

const UNTOLD = `i.stage = 'act' and i.review_due_on is distinct from i.review_told_for
  and (i.review_due_on + $1::time) at time zone 'Asia/Seoul' <= app_now()`;

export interface ReviewQuery extends PageRequest {
  /** Due already; otherwise those to come. */
  overdue?: boolean;
  grade?: Grade;
  /** Up to this day. */
  until?: string;
}

/** Which of them, in which order. */
export const reviewSelection = (principal: Principal, query: ReviewQuery): Selection => ({
  from: sql`issues i`,
  where: [
    sql`i.stage = 'act' and i.review_due_on is not null`,
    visible(principal),
    ...(query.overdue === undefined
      ? []
      : [query.overdue ? sql`i.review_due_on < seoul_today()` : sql`i.review_due_on >= seoul_today()`]),
    ...(query.until ? [sql`i.review_due_on <= ${query.until}::date`] : []),
    ...(query.grade ? [sql`i.grade = ${query.grade}`] : []),
  ],
  id: 'i.id',
  orders: bothWays('reviewDueOn', 'i.review_due_on::timestamptz', 'timestamptz'),
  defaultSort: 'reviewDueOn',
});

/** Open issues in the order in which they are to be looked at. */
export function listDueReviews(tx: Tx, principal: Principal, query: ReviewQuery): Promise<Page<object>> {
  return readPage(
    tx,
    {
      ...reviewSelection(principal, query),
      json: sql`json_build_object('issueId', i.id, 'issueNumber', i.number, 'issueTitle', i.title, 'grade', i.grade,
        'leadDepartmentId', i.lead_department_id, 'handlerName', (select u.name from users u where u.id = i.created_by),
        'reviewDueOn', i.review_due_on, 'overdue', i.review_due_on < seoul_today(), 'due', i.review_due_on <= seoul_today(),
        'lastReviewedAt', (select max(r.reviewed_at) from issue_reviews r where r.issue_id = i.id))`,
    },
    query,
  );
}

/** Every review of an issue, newest first. @throws Problem `not-found` where this reader may not see the issue */
export async function reviewsOf(tx: Tx, principal: Principal, issueId: string): Promise<object[]> {
  const query = sql`
    select (select coalesce(json_agg(json_build_object('id', r.id, 'reviewedBy', r.reviewed_by,
        'reviewedByName', u.name, 'onBehalfOfName', (select o.name from users o where o.id = r.on_behalf_of),
        'reviewedAt', r.reviewed_at, 'dueOn', r.due_on, 'grade', r.grade, 'outcome', r.outcome, 'note', r.note,
        'nextOn', r.next_on) order by r.reviewed_at desc, r.id desc), '[]')
      from issue_reviews r join users u on u.id = r.reviewed_by where r.issue_id = i.id) as reviews
    from issues i where i.id = ${issueId} and ${visible(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.reviews;
}

import sql, { raw } from 'sql-template-tag';
import { emit, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { holdIssue } from '#issues/hold-issue.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Position } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { Problem, requireVersion } from '#platform/problem.js';
import { MAY_KNOW, SUPERIORS } from './superiors.js';
import type { EscalationState } from './vocabulary.js';

export interface EscalationView {
  id: string;
  issueId: string;
  requestId: string;
  departmentId: string;
  state: EscalationState;
  needed: boolean;
  position: Position;
  /** Who holds it, and may know of the issue. */
  superiors: { id: string; name: string }[];
  text: string;
  version: number;
  [field: string]: unknown;
}

/** Still waited for, by the same department and until the same moment: between an answer and the next look it is not needed already. */
const needed = sql`(q.department_id = x.department_id and case x.about
  when 'acknowledgement' then q.state = 'delivered' and q.acknowledge_by = x.deadline
  else q.state in ('delivered', 'acknowledged', 'returned') and q.due_at = x.deadline end)`;

const json = sql`json_build_object('id', x.id, 'issueId', x.issue_id, 'issueNumber', i.number, 'issueTitle', i.title,
  'issueGrade', i.grade, 'requestId', x.request_id, 'requestText', q.text, 'departmentId', x.department_id,
  'departmentName', d.name, 'about', x.about, 'deadline', x.deadline, 'step', x.step, 'position', x.position,
  'state', x.state, 'needed', ${needed}, 'text', x.text, 'createdAt', x.created_at, 'settledAt', x.settled_at,
  'settledByName', (select u.name from users u where u.id = x.settled_by),
  'onBehalfOfName', (select u.name from users u where u.id = x.on_behalf_of), 'reason', x.reason,
  'superiors', (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
    from users u where ${raw(SUPERIORS('x.department_id', 'x.position'))} and ${raw(MAY_KNOW)}),
  'version', x.version)`;
export const ESCALATIONS = sql`escalations x join issues i on i.id = x.issue_id join requests q on q.id = x.request_id
  join departments d on d.id = x.department_id`;

export interface EscalationQuery extends PageRequest {
  state?: EscalationState;
  issueId?: string;
  requestId?: string;
  grade?: Grade;
}

/** Which of them, in which order. */
export const escalationSelection = (principal: Principal, query: EscalationQuery): Selection => ({
  from: ESCALATIONS,
  where: [
    visible(principal),
    ...(query.state ? [sql`x.state = ${query.state}`] : []),
    ...(query.issueId ? [sql`x.issue_id = ${query.issueId}`] : []),
    ...(query.requestId ? [sql`x.request_id = ${query.requestId}`] : []),
    ...(query.grade ? [sql`i.grade = ${query.grade}`] : []),
  ],
  id: 'x.id',
  orders: bothWays('createdAt', 'x.created_at', 'timestamptz'),
  defaultSort: '-createdAt',
});

/** What went up the line, or waits for an officer to let it. */
export function listEscalations(
  tx: Tx,
  principal: Principal,
  query: EscalationQuery,
): Promise<Page<EscalationView>> {
  return readPage(tx, { json, ...escalationSelection(principal, query) }, query);
}

/** @throws Problem `not-found` for an unknown one and for one this reader may not see, alike */
export async function viewEscalation(tx: Tx, principal: Principal, id: string): Promise<EscalationView> {
  const query = sql`select ${json} as view from ${ESCALATIONS} where x.id = ${id} and ${visible(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/** Locks the issue behind a prepared word. @throws Problem `escalation.settled` where it is not prepared or not needed any more */
async function holdPrepared(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<EscalationView> {
  const { issueId } = await viewEscalation(tx, by, id);
  await holdIssue(tx, by, issueId);
  const current = await viewEscalation(tx, by, id);
  requireVersion(current, expected);
  if (current.state !== 'prepared' || !current.needed) throw new Problem('escalation.settled');
  return current;
}

/** Changes what the superior will read. */
export async function reviseEscalation(
  tx: Tx,
  by: Principal,
  id: string,
  text: string,
  expected: number | null,
): Promise<void> {
  const prepared = await holdPrepared(tx, by, id, expected);
  await tx.query('update escalations set text = $2, version = version + 1 where id = $1', [id, text]);
  await announce(tx, by, prepared, 'escalation.revised', { text: [prepared.text, text] });
}

/**
 * 상향 보고: the superior is told, in the words that stand or those given here.
 * @throws Problem `escalation.nobody` where nobody holds the position: what nobody hears is not said
 */
export async function releaseEscalation(
  tx: Tx,
  by: Principal,
  id: string,
  text: string | null,
  expected: number | null,
): Promise<void> {
  const prepared = await holdPrepared(tx, by, id, expected);
  if (!prepared.superiors.length) throw new Problem('escalation.nobody');
  await settle(tx, by, id, { state: 'released', text: text ?? prepared.text });
  const { departmentId } = prepared;
  const changes: Changes = text && text !== prepared.text ? { text: [prepared.text, text] } : {};
  await emit(
    tx,
    issueSubject(prepared.issueId),
    'escalation.released',
    { ...payloadOf(prepared), departmentId },
    { by, changes },
  );
}

/** The superior is not told, for a reason. */
export async function dismissEscalation(
  tx: Tx,
  by: Principal,
  id: string,
  reason: string,
  expected: number | null,
): Promise<void> {
  const prepared = await holdPrepared(tx, by, id, expected);
  await settle(tx, by, id, { state: 'dismissed', reason });
  await announce(tx, by, prepared, 'escalation.dismissed', { reason: [null, reason] });
}

const settle = (
  tx: Tx,
  by: Principal,
  id: string,
  { state, text, reason }: { state: EscalationState; text?: string; reason?: string },
): Promise<unknown> =>
  tx.query(
    `update escalations set state = $2, text = coalesce($3, text), reason = $4, settled_at = app_now(), settled_by = $5,
       on_behalf_of = $6, version = version + 1 where id = $1`,
    [id, state, text ?? null, reason ?? null, by.id, by.onBehalfOf ?? null],
  );

const payloadOf = ({ id, issueId, requestId, position }: EscalationView) => ({
  issueId,
  requestId,
  escalationId: id,
  position,
});

const announce = (
  tx: Tx,
  by: Principal,
  prepared: EscalationView,
  name: 'escalation.revised' | 'escalation.dismissed',
  changes: Changes,
): Promise<void> => emit(tx, issueSubject(prepared.issueId), name, payloadOf(prepared), { by, changes });

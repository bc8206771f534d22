import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { changeIssue } from '#issues/hold-issue.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import type { ActionRequest } from './action-request.entity.js';
import { holdRequest } from './requests.js';
import { AWAITED_STATES, REQUEST_STATES, ENDED_STATES } from './vocabulary.js';

/** What an answer of all took in of one request; null where nothing had come. */
export interface Collected {
  requestId: string;
  responseId: string | null;
}

const NOT_ENDED = REQUEST_STATES.filter((state) => !(ENDED_STATES as readonly string[]).includes(state));

/**
 * 총괄 지정: the department of this request collects what others answer to theirs and sends one answer of all. Says the whole list of
 * those others; an empty one ends the collecting.
 * @throws Problem for a request of another issue, one without a department or of the same, and one that collects itself
 */
export async function collectRequests(
  tx: Tx,
  by: Principal,
  id: string,
  requestIds: string[],
  expected?: number | null,
): Promise<void> {
  const { request, issue } = await holdRequest(tx, by, id, NOT_ENDED, expected);
  if (request.departmentId === null || request.collectedBy) throw new Problem('request.cannot_collect');
  const rows: { id: string; fits: boolean }[] = await tx.query(FITTING, [
    requestIds,
    issue.id,
    request.id,
    request.departmentId,
  ]);
  const fitting = new Map(rows.map((row) => [row.id, row.fits]));
  for (const [place, one] of requestIds.entries())
    if (!fitting.get(one))
      throw wrongField(`requestIds.${place}`, fitting.has(one) ? 'not_collectable' : 'unknown');
  await tx.query(COLLECT, [request.id, requestIds]);
  await tx.query('update requests set version = version + 1 where id = $1', [request.id]);
  await changeIssue(tx, issue.id);
  const payload = { issueId: issue.id, requestId: request.id, departmentId: request.departmentId };
  const name = requestIds.length ? 'request.collecting' : 'request.collecting-ended';
  await emit(tx, issueSubject(issue.id), name, payload, { by });
}

/** What a request collected is collected no more, if anything was. */
export async function endCollecting(tx: Tx, by: Principal, request: ActionRequest): Promise<void> {
  const [ended] = await tx.query(
    'update requests set collected_by = null, version = version + 1 where collected_by = $1 returning id',
    [request.id],
  );
  if (!ended.length) return;
  const { id: requestId, issueId, departmentId } = request;
  const payload = { issueId, requestId, departmentId: departmentId! };
  await emit(tx, issueSubject(issueId), 'request.collecting-ended', payload, { by });
}

const FITTING = `
select q.id, q.issue_id = $2 and q.id <> $3 and q.department_id <> $4 and q.state <> 'cancelled'
  and (q.collected_by is null or q.collected_by = $3)
  and not exists (select 1 from requests other where other.collected_by = q.id) as fits
from requests q where q.id = any($1) and q.issue_id = $2 and q.department_id is not null`;

const COLLECT = `
update requests set collected_by = case when id = any($2) then $1::uuid end, version = version + 1
where (collected_by = $1 or id = any($2)) and collected_by is distinct from (case when id = any($2) then $1::uuid end)`;

/**
 * What an answer to this request takes in, if it is one of all.
 * @throws Problem where some have not answered yet and no reason says why it goes without them, naming who is missing
 */
export async function collectAnswers(
  tx: Tx,
  request: ActionRequest,
  missingReason: string | null,
): Promise<Collected[] | null> {
  const rows: (Collected & { department: string; missing: boolean })[] = await tx.query(ANSWERS, [
    request.id,
    [...AWAITED_STATES, 'planned', 'refused'],
  ]);
  if (!rows.length) return null;
  const missing = rows.filter((row) => row.missing).map(({ department }) => department);
  if (missing.length && !missingReason)
    throw wrongField('missingReason', `missing_answers|${missing.join(', ')}`);
  return rows.map(({ requestId, responseId, missing: none }) => ({
    requestId,
    responseId: none ? null : responseId,
  }));
}

const ANSWERS = `
select q.id as "requestId", p.id as "responseId", d.name as department, p.id is null or q.state = any($2) as missing
from requests q join departments d on d.id = q.department_id
left join lateral (select id from responses p where p.request_id = q.id order by p.version desc limit 1) p on true
where q.collected_by = $1 and q.state <> 'cancelled' order by q.place`;

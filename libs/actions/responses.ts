import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { ROUTING } from '#config/routing.js';
import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { attachFiles, type Evidence } from '#files/attach-files.js';
import { changeIssue } from '#issues/hold-issue.js';
import { responseJson } from '#issues/issue-view.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readableRequests, visible, visibleAnswers } from '#people/visible.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { ActionRequest } from './action-request.entity.js';
import { DepartmentResponse } from './department-response.entity.js';
import { collectAnswers, type Collected } from './collect.js';
import { dueFor, officeBy } from './due-for.js';
import { confirmationOf } from './rules/confirmation.js';
import { changeRequest, holdForReview, holdRequest, illegal, viewRequest } from './requests.js';
import { AWAITED_STATES, type MeasureStatus, type ResponseState } from './vocabulary.js';

export interface NewResponse {
  text: string;
  status?: MeasureStatus | null;
  progress?: number | null;
  handlingUnit?: string | null;
  confirmedBy?: { position: string; name: string } | null;
  docNo?: string | null;
  /** Why an answer of all goes without some that have not come. */
  missingReason?: string | null;
  evidence?: Evidence[];
}

export interface ResponseView {
  id: string;
  requestId: string;
  version: number;
  versions: { state: ResponseState }[];
  [field: string]: unknown;
}

const evidencePath = (n: number): string => `evidence.${n}.fileId`;

/** An officer answers only what the office keeps for itself; departments answer for themselves. */
async function requireOwn(tx: Tx, by: Principal, requestId: string): Promise<void> {
  const { departmentId } = await viewRequest(tx, by, requestId);
  if (by.role === 'officer' && departmentId !== null) throw new Problem('forbidden');
}

/**
 * 회신: adds the next version of the answer. Answering takes the request as received; what was accepted and is not done yet (완료)
 * may be told of further, and is judged again.
 */
export async function postResponse(
  tx: Tx,
  by: Principal,
  requestId: string,
  input: NewResponse,
  expected?: number | null,
): Promise<string> {
  await requireOwn(tx, by, requestId);
  const { request, issue } = await holdRequest(tx, by, requestId, ANSWERABLE, expected);
  if (request.state === 'accepted' && (await isDone(tx, requestId))) throw illegal(request);
  const consolidates = await collectAnswers(tx, request, input.missingReason ?? null);
  const now = await appNow(tx);
  const id = uuidv7();
  const version = (await tx.countBy(DepartmentResponse, { requestId })) + 1;
  await tx.insert(DepartmentResponse, {
    id,
    requestId,
    version,
    text: input.text,
    status: input.status ?? null,
    progress: input.progress ?? null,
    state: 'submitted',
    handlingUnit: input.handlingUnit ?? request.handlingUnit,
    confirmedPosition: input.confirmedBy?.position ?? null,
    confirmedName: input.confirmedBy?.name ?? null,
    docNo: input.docNo ?? null,
    consolidates,
    confirmation: request.departmentId
      ? confirmationOf(issue.grade, input.confirmedBy?.position ?? null, ROUTING.decides.answer.position)
      : null,
    missingReason: consolidates?.some(({ responseId }) => !responseId) ? input.missingReason! : null,
    postedBy: by.id,
  });
  const about = { issueId: issue.id, requestId, departmentId: request.departmentId, responseId: id };
  await attachFiles(tx, by, { ...about, internal: false }, input.evidence ?? [], evidencePath);
  await changeRequest(tx, request, answered(by, request, input.handlingUnit, now));
  if (issue.state === 'done') await changeIssue(tx, issue.id, { state: 'open' });
  await emit(tx, issueSubject(issue.id), 'response.posted', about, { by });
  return id;
}

const answered = (
  by: Principal,
  request: ActionRequest,
  handlingUnit: string | null | undefined,
  now: Date,
): Partial<ActionRequest> => ({
  state: 'answered',
  answeredAt: now,
  officeBy: request.departmentId ? officeBy('review', now) : null,
  acknowledgedAt: request.acknowledgedAt ?? now,
  acknowledgedBy: request.acknowledgedBy ?? by.id,
  ...(handlingUnit && {
    handlingUnit,
    assignedAt: request.assignedAt ?? now,
    assignedBy: request.assignedBy ?? by.id,
  }),
});

const ANSWERABLE = [...AWAITED_STATES, 'answered', 'accepted'] as const;

const isDone = async (tx: Tx, requestId: string): Promise<boolean> => {
  const newest = await tx.findOne(DepartmentResponse, { where: { requestId }, order: { version: 'DESC' } });
  return newest?.status === 'done';
};

/** 이행 확인 or 보완 요청: judges the newest version. With all requests settled the issue's work is done. */
export async function reviewResponse(
  tx: Tx,
  by: Principal,
  id: string,
  { outcome, comment }: { outcome: 'accept' | 'return'; comment?: string | null },
  expected: string | null,
): Promise<void> {
  if (outcome === 'return' && !comment) throw wrongField('comment', 'required');
  const view = await viewResponse(tx, by, id);
  const { request, issue } = await holdForReview(tx, by, view.requestId, outcome);
  const newest = await tx.countBy(DepartmentResponse, { requestId: request.id });
  const response = await tx.findOneByOrFail(DepartmentResponse, { id });
  const current = await viewResponse(tx, by, id);
  if (expected !== null && expected !== responseTag(current))
    throw new Problem('precondition.failed', {}, { current });
  if (response.state !== 'submitted' || response.version !== newest) throw new Problem('response.not_newest');
  const state = outcome === 'accept' ? 'accepted' : 'returned';
  const dueAt = outcome === 'return' ? await timeToAmend(tx, request, issue.grade) : request.dueAt;
  await judge(tx, by, { request, responseId: id, state, comment: comment ?? null, dueAt });
  if (state !== 'accepted') return;
  for (const taken of await takenIn(tx, response.consolidates))
    await judge(tx, by, { ...taken, state, comment: null, dueAt: taken.request.dueAt });
  await settleIssue(tx, issue.id);
}

interface Judgement {
  request: ActionRequest;
  responseId: string;
  state: 'accepted' | 'returned';
  comment: string | null;
  dueAt: Date | null;
}

type Taken = Pick<Judgement, 'request' | 'responseId'>;

/** 보완 요청: who has to answer anew has what is left of the time, or, where none is, the time of the grade again. */
async function timeToAmend(tx: Tx, request: ActionRequest, grade: Grade | null): Promise<Date | null> {
  const now = await appNow(tx);
  if (!request.departmentId || !request.dueAt || request.dueAt > now) return request.dueAt;
  return dueFor(grade, request.horizon, now) ?? request.dueAt;
}

async function judge(
  tx: Tx,
  by: Principal,
  { request, responseId, state, comment, dueAt }: Judgement,
): Promise<void> {
  await tx.update(DepartmentResponse, responseId, {
    state,
    reviewedBy: by.id,
    reviewedAt: await appNow(tx),
    comment,
  });
  await changeRequest(tx, request, { state, dueAt });
  const { issueId, id: requestId, departmentId } = request;
  const payload = { issueId, requestId, responseId, departmentId };
  await emit(tx, issueSubject(issueId), `response.${state}`, payload, { by });
}

/** What an accepted answer of all had taken in and nobody has judged or replaced since. */
async function takenIn(tx: Tx, consolidates: Collected[] | null): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const { requestId, responseId } of consolidates ?? []) {
    if (!responseId) continue;
    const request = await tx.findOneByOrFail(ActionRequest, { id: requestId });
    const response = await tx.findOneByOrFail(DepartmentResponse, { id: responseId });
    const newest = await tx.countBy(DepartmentResponse, { requestId });
    if (request.state === 'answered' && response.state === 'submitted' && response.version === newest)
      taken.push({ request, responseId });
  }
  return taken;
}

/** A response is shown with all versions of the answer: its tag tells what stands in each of them. */
export const responseTag = ({ version, versions }: ResponseView): string =>
  [version, ...versions.map(({ state }) => state)].join('.');

/** An issue whose requests are all settled is done. */
export async function settleIssue(tx: Tx, issueId: string): Promise<void> {
  const [{ open }] = await tx.query(
    `select count(*) as open from requests where issue_id = $1 and state not in ('accepted', 'cancelled')`,
    [issueId],
  );
  if (!open) await changeIssue(tx, issueId, { state: 'done' });
}

/** A response with all versions of the answer. @throws Problem `not-found` where this reader may not see it. */
export async function viewResponse(tx: Tx, principal: Principal, id: string): Promise<ResponseView> {
  const query = sql`
    select ${responseJson()}::jsonb || jsonb_build_object('versions',
      (select jsonb_agg(${versionJson} order by p.version) from responses p where p.request_id = q.id and ${visibleAnswers(principal)})) as view
    from responses p join requests q on q.id = p.request_id join issues i on i.id = q.issue_id
    where p.id = ${id} and ${visible(principal)} and ${readableRequests(principal)} and ${visibleAnswers(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

const versionJson = responseJson();

import { v7 as uuidv7 } from 'uuid';
import { emit, type Actor } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { authorize, type Approval } from './authorize.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { Issue } from './issue.entity.js';
import type { Treatment } from './vocabulary.js';

export interface NewAcceptance {
  reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  expiresOn: string;
  approval?: Approval | null;
}

/**
 * Accepts a risk (감수): it is borne without further measures until a day, on the responsibility of a position that the grade calls
 * for. A material change voids it.
 */
export async function acceptIssue(
  tx: Tx,
  by: Principal,
  id: string,
  { reason, expiresOn, approval }: NewAcceptance,
  expected: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, id, expected);
  const weighed = issue.stage === 'act' || (issue.stage === 'prioritize' && issue.state === 'review');
  require(issue, weighed && issue.grade !== null && issue.treatment !== 'accept');
  const [{ today }] = await tx.query('select seoul_today() as today');
  if (expiresOn <= today) throw wrongField('expiresOn', 'future');
  const { authority, actor } = authorize(
    by,
    { act: 'accept', grade: issue.grade, createdBy: issue.createdBy },
    approval,
  );
  const acceptanceId = uuidv7();
  await tx.query(INSERT, [
    acceptanceId,
    id,
    issue.revision,
    issue.grade,
    reason,
    expiresOn,
    by.id,
    authority,
    approval?.position ?? null,
    approval?.name ?? null,
    approval?.docNo ?? null,
    issue.treatment,
  ]);
  await changeIssue(tx, id, { treatment: 'accept' });
  const changes = {
    treatment: [issue.treatment, 'accept'],
    reason: [null, reason],
    expiresOn: [null, expiresOn],
  };
  await emit(
    tx,
    issueSubject(id),
    'acceptance.granted',
    { issueId: id, acceptanceId },
    { by: actor, changes: changes as never },
  );
}

/** Takes an acceptance back: how the risk is treated is open again. */
export async function revokeAcceptance(
  tx: Tx,
  by: Principal,
  id: string,
  reason: string,
  expected: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, await endAcceptance(tx, issue, 'revoked', by, reason));
}

/** Ends what is accepted until yesterday. The issue's lock is the caller's. @returns whether there was something to end */
export async function endAcceptance(
  tx: Tx,
  issue: Issue,
  as: 'expired' | 'revoked' | 'voided',
  by?: Actor,
  reason: string | null = null,
): Promise<boolean> {
  const [rows]: [{ id: string; treatment_before: Treatment | null }[], number] = await tx.query(END, [
    issue.id,
    as,
    by?.id ?? null,
    reason,
  ]);
  const [ended] = rows;
  if (!ended) return false;
  await changeIssue(tx, issue.id, {
    treatment: ended.treatment_before,
    // Closed issues are not looked at again.
    ...(issue.stage === 'act' && { needsReview: true }),
  });
  const payload = { issueId: issue.id, acceptanceId: ended.id, as };
  const changes = {
    treatment: ['accept', ended.treatment_before],
    ...(reason && { reason: [null, reason] }),
  };
  await emit(tx, issueSubject(issue.id), 'acceptance.ended', payload, { by, changes: changes as never });
  return true;
}

const INSERT = `
insert into acceptances (id, issue_id, revision, grade, reason, expires_on, accepted_by, authority, approved_position,
  approved_name, approved_doc_no, treatment_before)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const END = `
update acceptances set ended_at = app_now(), ended_as = $2, ended_by = $3, end_reason = $4
where issue_id = $1 and ended_at is null returning id, treatment_before`;

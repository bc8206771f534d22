import { v7 as uuidv7 } from 'uuid';
import { ROUTING } from '#config/routing.js';
import { emit, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { reviewOn } from '#actions/due-for.js';
import { moveDue, moveToGrade } from '#actions/move-due.js';
import { seoulDay } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { inForce } from '#people/departments.js';
import type { Principal } from '#people/principal.js';
import { authorize } from './authorize.js';
import { closeHeld } from './close-issue.js';
import { Decision } from './decision.entity.js';
import { handOver } from './hand-over.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { Issue } from './issue.entity.js';
import { viewIssue } from './issue-view.js';
import { mergeHeld } from './merge-issues.js';
import type { ActInQuestion } from './rules/authority.js';
import { takesEffect, type NewDecision } from './new-decision.js';
import { requireComplete } from './required-to-decide.js';
import { atLeast } from './rules/grade.js';
import { agendaAfter } from './rules/route.js';
import type { Authority, Grade } from './vocabulary.js';

/** Takes a person's decision on an issue under review, and moves the issue where the decision leads. */
export async function decide(
  tx: Tx,
  by: Principal,
  id: string,
  input: NewDecision,
  expected?: number | null,
): Promise<string> {
  requireParts(input);
  // Both ends of a merge in one step: two issues can never be merged into each other.
  if (input.mergeInto) await lock(tx, issueSubject(id), issueSubject(input.mergeInto));
  const issue = await holdIssue(tx, by, id, expected);
  requireDecidable(issue, input);
  if (input.revision != null && input.revision !== issue.revision) {
    throw new Problem('decision.stale', { seen: input.revision, current: issue.revision });
  }
  await checkInput(tx, by, issue, input);
  const passedOver = await heavierProposal(tx, issue, input);
  if (passedOver && !input.reason) throw wrongField('reason', 'required');
  const { authority, actor } = authorize(by, actOf(issue, input, passedOver), input.approval);
  const decision = await record(tx, actor, issue, input, authority);
  await follow(tx, actor, issue, input);
  return decision;
}

/** What an outcome cannot do without. */
function requireParts({ outcome, reason, mergeInto }: NewDecision): void {
  if (outcome === 'override' && !reason) throw wrongField('reason', 'required');
  if (outcome === 'merge' && !mergeInto) throw wrongField('mergeInto', 'required');
}

/**
 * Confirming needs a review that waits; what was decided may be adjusted while it is acted on, and taking an issue out of
 * the pipeline is possible wherever it stands.
 */
function requireDecidable(issue: Issue, { stage, outcome }: NewDecision): void {
  const waits = issue.state === 'review' || (issue.stage === 'act' && issue.needsReview);
  const leaves = outcome === 'crisis' || outcome === 'reject' || outcome === 'merge';
  const adjusts = outcome === 'override' && issue.stage === 'act' && issue.state === 'open';
  require(issue, issue.stage !== 'closed' && issue.stage === stage && (waits || leaves || adjusts));
}

/** The grade that was proposed anew while it is acted on, where a decision leaves it at a lighter one. */
async function heavierProposal(tx: Tx, issue: Issue, input: NewDecision): Promise<Grade | null> {
  if (issue.stage !== 'act' || !takesEffect(input)) return null;
  const [proposal] = await tx.query(
    `select findings->>'grade' as grade from assessments where issue_id = $1 and stage = 'prioritize' and revision = $2`,
    [issue.id, issue.revision],
  );
  const stays = input.grade ?? issue.grade;
  return proposal && stays && !atLeast(stays, proposal.grade) ? proposal.grade : null;
}

/** What a decision is in the table of positions: lowering takes who may decide on the heavier grade. */
function actOf(issue: Issue, { outcome, grade }: NewDecision, passedOver: Grade | null): ActInQuestion {
  const { createdBy } = issue;
  if (passedOver && !(issue.grade && atLeast(issue.grade, passedOver)))
    return { act: 'lower', grade: passedOver, createdBy };
  if (outcome === 'crisis') return { act: 'crisis', grade: issue.grade, createdBy };
  if (outcome === 'reject' || outcome === 'merge') return { act: 'close', grade: issue.grade, createdBy };
  if (issue.stage === 'identify') return { act: 'confirm', grade: null, createdBy };
  const lowers = grade && issue.grade && !atLeast(grade, issue.grade);
  return lowers
    ? { act: 'lower', grade: issue.grade, createdBy }
    : { act: 'confirm', grade: grade ?? issue.grade, createdBy };
}

async function checkInput(tx: Tx, by: Principal, issue: Issue, input: NewDecision): Promise<void> {
  for (const field of ['grade', 'direction'] as const) {
    if (input.outcome === 'confirm' && input[field] && input[field] !== issue[field])
      throw wrongField(field, 'override');
  }
  // The machine has not proposed these yet, and would write over them.
  for (const field of ['grade', 'direction', 'dueAt'] as const) {
    if (issue.stage === 'identify' && takesEffect(input) && input[field]) throw wrongField(field, 'not_yet');
  }
  for (const field of ['leadDepartmentId', 'handOverTo'] as const) {
    const id = input[field];
    if (id && !(await inForce(tx, id))) throw wrongField(field, 'unknown');
  }
  if (input.outcome === 'merge') await checkMerge(tx, by, issue, input.mergeInto!);
  // What was agreed before it was written down here has a reason.
  if (input.dueAt && !input.reason && (await isPast(tx, input.dueAt))) throw wrongField('dueAt', 'past');
  await requireComplete(tx, issue, input);
}

async function isPast(tx: Tx, at: Date): Promise<boolean> {
  return seoulDay(at) < seoulDay(await appNow(tx));
}

const settlesPriority = (input: NewDecision): boolean => input.stage === 'prioritize' && takesEffect(input);

async function checkMerge(tx: Tx, by: Principal, issue: Issue, into: string): Promise<void> {
  if (into === issue.id) throw new Problem('decision.own_merge');
  const target = await viewIssue(tx, by, into).catch(() => null);
  // A link from an open issue to a confidential one would tell of it.
  if (!target || target.stage === 'closed' || (target.confidential && !issue.confidential)) {
    throw wrongField('mergeInto', 'unknown');
  }
}

async function record(
  tx: Tx,
  by: Principal,
  issue: Issue,
  input: NewDecision,
  authority: Authority,
): Promise<string> {
  const id = uuidv7();
  // What was decided on before is no longer what stands.
  await tx.query(
    'update decisions set voided_at = app_now() where issue_id = $1 and stage = $2 and voided_at is null',
    [issue.id, input.stage],
  );
  await tx.insert(Decision, {
    id,
    issueId: issue.id,
    stage: input.stage,
    revision: issue.revision,
    outcome: input.outcome,
    reason: input.reason ?? null,
    grade: settlesPriority(input) ? (input.grade ?? issue.grade) : (input.grade ?? null),
    direction: settlesPriority(input) ? (input.direction ?? issue.direction) : (input.direction ?? null),
    leadDepartmentId: input.leadDepartmentId ?? issue.leadDepartmentId,
    dueAt: input.dueAt ?? null,
    mergeInto: input.mergeInto ?? null,
    handOverTo: input.handOverTo ?? null,
    decidedBy: by.id,
    onBehalfOf: by.onBehalfOf ?? null,
    authority,
    approvedPosition: authority === 'recorded' ? input.approval!.position : null,
    approvedName: authority === 'recorded' ? input.approval!.name : null,
    approvedDocNo: authority === 'recorded' ? (input.approval!.docNo ?? null) : null,
  });
  const payload = { issueId: issue.id, decisionId: id, stage: input.stage, outcome: input.outcome };
  await emit(tx, issueSubject(issue.id), 'decision.taken', payload, { by });
  return id;
}

async function follow(tx: Tx, by: Principal, issue: Issue, input: NewDecision): Promise<void> {
  const lesson = input.reason ?? null;
  switch (input.outcome) {
    case 'reject':
      return closeHeld(tx, by, issue, { outcome: 'not-a-risk', lesson });
    case 'crisis':
      await handOver(tx, by, issue, input.handOverTo ?? null);
      return closeHeld(tx, by, issue, { outcome: 'crisis', lesson });
    case 'merge':
      return mergeHeld(tx, by, issue, { intoId: input.mergeInto!, lesson });
    case 'confirm':
    case 'override':
      return advance(tx, by, issue, input);
  }
}

/** Whether somebody decided when it is due. */
async function hasChosenDay(tx: Tx, { id, dueAt }: Issue): Promise<boolean> {
  const [chosen] = await tx.query(`select 1 from decisions where issue_id = $1 and due_at = $2 limit 1`, [
    id,
    dueAt,
  ]);
  return Boolean(chosen);
}

/** What weighs otherwise while it is acted on is reviewed in the rhythm of its new grade, never later than it would have been. */
async function sooner(tx: Tx, issue: Issue, grade?: Grade | null): Promise<string | null> {
  if (issue.stage !== 'act' || !grade || grade === issue.grade) return null;
  const next = reviewOn(grade, seoulDay(await appNow(tx)));
  return issue.reviewDueOn && issue.reviewDueOn < next ? issue.reviewDueOn : next;
}

/** The deadline moves with what was decided while departments are at work. */
async function dueAfter(
  tx: Tx,
  by: Principal,
  issue: Issue,
  { dueAt, grade, reason = null }: NewDecision,
): Promise<Partial<Issue>> {
  if (dueAt) await moveDue(tx, by, issue, dueAt, reason);
  else if (grade && grade !== issue.grade && !(await hasChosenDay(tx, issue)))
    return { dueAt: await moveToGrade(tx, by, issue, { grade, now: await appNow(tx), reason }) };
  return {};
}

/** What is to be otherwise, with what it was. */
const changesOf = (issue: Issue, chosen: Partial<Issue>): Changes =>
  Object.fromEntries<[unknown, unknown]>(
    Object.entries(chosen)
      .map(([field, value]) => [field, [issue[field as keyof Issue], value]] as [string, [unknown, unknown]])
      .filter(([, [before, after]]) => before !== after),
  );

async function advance(tx: Tx, by: Principal, issue: Issue, input: NewDecision): Promise<void> {
  const subject = issueSubject(issue.id);
  const direction = input.direction ?? issue.direction!;
  // Who confirms that a department answers confirms which.
  const lead = input.leadDepartmentId ?? (direction === 'department' ? issue.leadDepartmentId : null);
  const reviewDueOn = await sooner(tx, issue, input.grade);
  const grade = input.grade ?? issue.grade!;
  const chosen: Partial<Issue> = {
    ...(input.grade && { grade: input.grade }),
    ...(reviewDueOn && { reviewDueOn }),
    ...(input.direction && { direction: input.direction }),
    ...(input.dueAt && { dueAt: input.dueAt }),
    ...(input.treatment && { treatment: input.treatment }),
    ...(input.mode && { mode: input.mode }),
    agenda: input.agenda ?? agendaAfter(issue.agenda, { before: issue.grade, after: grade }, ROUTING),
    ...(lead && { leadDepartmentId: lead, leadBy: 'officer' as const }),
  };
  if (issue.stage === 'act') Object.assign(chosen, await dueAfter(tx, by, issue, input));
  const changes = changesOf(issue, chosen);
  const prioritized = { issueId: issue.id, revision: issue.revision, grade, direction };
  if (issue.stage === 'act') {
    // What is still to be sent, e.g. since somebody of the department may read it now, goes out.
    const [unsent] = await tx.query(
      `select 1 from requests where issue_id = $1 and state = 'planned' limit 1`,
      [issue.id],
    );
    const acts = unsent || direction !== issue.direction;
    await changeIssue(tx, issue.id, { ...chosen, needsReview: false, ...(acts && { state: 'processing' }) });
    return acts
      ? emit(tx, subject, 'issue.prioritized', prioritized, { by, changes })
      : emit(tx, subject, 'issue.amended', { issueId: issue.id }, { by, changes });
  }
  if (issue.stage === 'identify') {
    await changeIssue(tx, issue.id, { ...chosen, stage: 'analyze', state: 'processing' });
    return emit(
      tx,
      subject,
      'issue.identified',
      { issueId: issue.id, revision: issue.revision },
      { by, changes },
    );
  }
  await changeIssue(tx, issue.id, { ...chosen, stage: 'act', state: 'processing', needsReview: false });
  await emit(tx, subject, 'issue.prioritized', prioritized, { by, changes });
}

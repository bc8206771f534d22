import { emit } from '#events/emit.js';
import { type QueueName } from '#events/events.js';
import { issueSubject, subjectId, type Subject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { changeIssue } from './hold-issue.js';
import { Issue } from './issue.entity.js';
import { STAGES } from './vocabulary.js';

interface Step {
  subject: Subject;
  queue: QueueName;
}

/** The parked issue behind a step of a stage, whose subject the caller holds; null where it stands elsewhere. */
async function parkedIssue(tx: Tx, { subject, queue }: Step): Promise<Issue | null> {
  return (STAGES as readonly string[]).includes(queue)
    ? tx.findOneBy(Issue, { id: subjectId(subject), state: 'parked' })
    : null;
}

/** Its step is taken up again: the machine has it. */
export async function resumeParked(tx: Tx, step: Step): Promise<void> {
  const issue = await parkedIssue(tx, step);
  if (issue) await changeIssue(tx, issue.id, { state: 'processing' });
}

/** Its step was given up: what the machine could not do, a person does. */
export async function handToOfficer(tx: Tx, step: Step): Promise<void> {
  const issue = await parkedIssue(tx, step);
  if (!issue) return;
  if (issue.stage === 'act') return changeIssue(tx, issue.id, { state: 'open', needsReview: true });
  // Without an assessment there is still a decision to take, on the officer's own judgement.
  const stage = issue.stage === 'identify' ? 'identify' : 'prioritize';
  await changeIssue(tx, issue.id, { stage, state: 'review' });
  const payload = { issueId: issue.id, revision: issue.revision, stage } as const;
  await emit(tx, issueSubject(issue.id), 'issue.referred', payload);
}

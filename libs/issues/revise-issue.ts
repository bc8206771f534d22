import type { IssueKindName } from '#config/issue-kinds.js';
import { In, IsNull } from 'typeorm';
import { emit, type Actor, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { inForce } from '#people/departments.js';
import { User } from '#people/user.entity.js';
import { Decision } from './decision.entity.js';
import { endAcceptance } from './accept-issue.js';
import { checkParent } from './group-issues.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { Issue, Risk } from './issue.entity.js';
import { replaceAlternatives } from './alternatives.js';
import type { NewAlternative } from './new-issue.js';
import type { Confidence, Grade, Mode, Treatment } from './vocabulary.js';
import { keptFields, missingFields, wrongFields } from './rules/kind-fields.js';

export interface Revision {
  title?: string;
  summary?: string;
  notes?: string[];
  risks?: Risk[];
  expectedMonth?: string | null;
  impact?: number | null;
  likelihood?: number | null;
  leadDepartmentId?: string | null;
  treatment?: Exclude<Treatment, 'accept'> | null;
  mode?: Mode | null;
  agenda?: boolean;
  confidence?: Confidence | null;
  targetGrade?: Grade | null;
  alternatives?: NewAlternative[];
  readers?: string[];
  parentId?: string | null;
  districts?: string[];
  kind?: IssueKindName | null;
  fields?: Record<string, unknown>;
  /** Why, on record beside what changed. */
  reason?: string | null;
}

/** A change of these, or of the signals, is a new revision: the issue is assessed again. */
const MATERIAL = ['title', 'summary', 'risks', 'impact', 'likelihood'] as const;
const PLAIN = [
  ...MATERIAL,
  'notes',
  'expectedMonth',
  'leadDepartmentId',
  'treatment',
  'mode',
  'agenda',
  'confidence',
  'targetGrade',
  'parentId',
  'districts',
  'kind',
  'fields',
] as const;

/** Changes what an issue says. A material change makes a new revision and voids decisions on the old one. */
export async function reviseIssue(
  tx: Tx,
  by: Principal,
  id: string,
  asked: Revision,
  expected: number | null,
): Promise<void> {
  // Both ends in one step: two issues can never stand under each other.
  if (asked.parentId) await lock(tx, issueSubject(id), issueSubject(asked.parentId));
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, issue.stage !== 'closed');
  const revision = withFields(issue, asked);
  await checkReferences(tx, issue, by, revision);
  if (revision.treatment !== undefined && issue.treatment === 'accept')
    throw wrongField('treatment', 'by_acceptance');
  const changes = differences(issue, revision);
  if (revision.alternatives)
    changes.alternatives = await replaceAlternatives(tx, by, id, revision.alternatives);
  if (revision.readers) changes.readers = await replaceReaders(tx, issue, revision.readers);
  if (!Object.keys(changes).length) return;
  if (asked.reason) changes.reason = [null, asked.reason];

  await changeIssue(tx, id, {
    ...Object.fromEntries(PLAIN.filter((field) => field in changes).map((field) => [field, revision[field]])),
    ...('expectedMonth' in changes && officersMonth(revision.expectedMonth ?? null)),
    ...('leadDepartmentId' in changes && { leadBy: revision.leadDepartmentId ? 'officer' : null }),
  });
  if (MATERIAL.some((field) => field in changes)) await newRevision(tx, issue, by, changes);
  else await emit(tx, issueSubject(id), 'issue.amended', { issueId: id }, { by, changes });
}

/** A new kind begins without fields; what is written of them is checked against the kind and the grade. */
function withFields(issue: Issue, revision: Revision): Revision {
  if (revision.kind === undefined && revision.fields === undefined) return revision;
  const kind = revision.kind === undefined ? issue.kind : revision.kind;
  const fields = keptFields(revision.fields ?? (kind === issue.kind ? issue.fields : {}));
  const errors = [...wrongFields(kind, revision.fields ?? {}), ...missingFields(kind, fields, issue.grade)];
  if (errors.length) throw new Problem('invalid', {}, { errors });
  return { ...revision, fields };
}

/** The officer's own month has no reason of a rule beside it. */
const officersMonth = (month: string | null): Partial<Issue> => ({
  expectedMonth: month,
  expectedBy: month ? 'officer' : null,
  expectedReason: null,
  expectedOn: null,
});

/** What a held issue says is another: decisions on what it said before are void, and it is assessed again. */
export async function newRevision(
  tx: Tx,
  issue: Issue,
  by: Actor | undefined,
  changes: Changes,
): Promise<void> {
  const standing = await tx.findBy(Decision, {
    issueId: issue.id,
    stage: In(['prioritize', 'act']),
    voidedAt: IsNull(),
  });
  const now = await appNow(tx);
  for (const decision of standing) {
    await tx.update(Decision, decision.id, { voidedAt: now });
    await emit(
      tx,
      issueSubject(issue.id),
      'decision.voided',
      { issueId: issue.id, decisionId: decision.id },
      { by },
    );
  }
  await endAcceptance(tx, issue, 'voided', by);
  // Decided, but nothing has left the office yet: what was decided on is no more, so it is decided again.
  const unsent = issue.stage === 'act' && issue.state === 'processing';
  if (unsent) await changeIssue(tx, issue.id, { stage: 'prioritize' });
  await assessAgain(tx, issue, by, changes);
}

/** Raises the revision of a held issue (by nobody where the system does), for which it is assessed again; what was decided stands. */
export async function assessAgain(
  tx: Tx,
  { id, stage, state, revision }: Issue,
  by: Actor | undefined,
  changes: Changes,
): Promise<void> {
  const waiting = stage === 'analyze' || stage === 'prioritize';
  await changeIssue(tx, id, {
    revision: revision + 1,
    ...(waiting && state !== 'parked' && { state: 'processing' }),
  });
  const payload = { issueId: id, revision: revision + 1 };
  await emit(tx, issueSubject(id), 'issue.revised', payload, { by, changes });
}

function differences(issue: Issue, revision: Revision): Changes {
  const changed = PLAIN.filter(
    (field) =>
      revision[field] !== undefined && JSON.stringify(revision[field]) !== JSON.stringify(issue[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, [issue[field], revision[field]]]));
}

async function checkReferences(
  tx: Tx,
  issue: Issue,
  by: Principal,
  { leadDepartmentId, readers, parentId }: Revision,
): Promise<void> {
  if (parentId && parentId !== issue.parentId) await checkParent(tx, by, issue, parentId);
  if (leadDepartmentId && !(await inForce(tx, leadDepartmentId))) {
    throw wrongField('leadDepartmentId', 'unknown');
  }
  if (!readers) return;
  if (!issue.confidential) throw wrongField('readers', 'not_confidential');
  const known = await tx.countBy(
    User,
    [...new Set(readers)].map((id) => ({ id, active: true })),
  );
  if (known < new Set(readers).size) throw wrongField('readers', 'unknown');
  // Whoever names others stays: nobody shuts an issue away from everybody by mistake. Who takes it over may name without them.
  if (!readers.includes(by.id)) throw wrongField('readers', 'without_you');
}

async function replaceReaders(tx: Tx, issue: Issue, readers: string[]): Promise<[unknown, unknown]> {
  const before = await tx.query('select user_id from issue_readers where issue_id = $1', [issue.id]);
  await tx.query('delete from issue_readers where issue_id = $1 and user_id <> all($2::uuid[])', [
    issue.id,
    readers,
  ]);
  await tx.query(
    'insert into issue_readers (issue_id, user_id) select $1, id from unnest($2::uuid[]) as x(id) on conflict do nothing',
    [issue.id, readers],
  );
  return [before.map(({ user_id }: { user_id: string }) => user_id), readers];
}

import { CRISIS } from '#config/crisis.js';
import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { changeIssue, holdIssue } from './hold-issue.js';
import type { Issue } from './issue.entity.js';
import { reportIssues } from './report-issues.js';
import { classify } from './rules/crisis.js';

/** Hands a held issue over as a crisis: to the department that was chosen, else to the one that its text points to. */
export async function handOver(tx: Tx, by: Principal, issue: Issue, chosen: string | null): Promise<void> {
  const departmentId = chosen ?? (await pointedTo(tx, issue));
  await changeIssue(tx, issue.id, { handedOverTo: departmentId });
  await emit(tx, issueSubject(issue.id), 'issue.handed-over', { issueId: issue.id, departmentId }, { by });
}

async function pointedTo(tx: Tx, { title, summary }: Issue): Promise<string | null> {
  const name = classify(`${title}. ${summary}`).handOver ?? CRISIS.handOverElse;
  const [row] = await tx.query(
    'select department_now(id) as id from departments where name = $1 order by valid_from desc limit 1',
    [name],
  );
  return row?.id ?? null;
}

export interface FollowUp {
  title?: string | null;
  summary?: string | null;
}

/**
 * Registers what is left when a crisis is over (보상, 책임, 재발 방지) as an issue of its own that points to it, seen by the same
 * people. @throws Problem `crisis.none` unless it was handed over
 */
export async function followUp(
  tx: Tx,
  by: Principal,
  id: string,
  input: FollowUp,
  expected?: number | null,
): Promise<string> {
  const crisis = await holdIssue(tx, by, id, expected);
  if (crisis.outcome !== 'crisis') throw new Problem('crisis.none');
  const readers: { user_id: string }[] = await tx.query(
    'select r.user_id from issue_readers r join users u on u.id = r.user_id and u.active where r.issue_id = $1',
    [id],
  );
  const { title, summary, risks } = CRISIS.followUp;
  const [result] = await reportIssues(tx, [
    {
      by,
      issue: {
        title: input.title ?? title.replace('{title}', crisis.title.slice(0, 200)),
        summary: input.summary ?? summary.replace('{number}', crisis.number),
        channel: crisis.channel,
        risks: risks.map((text) => ({ text, footnote: null })),
        leadDepartmentId: crisis.leadDepartmentId,
        districts: crisis.districts,
        confidential: crisis.confidential,
        readers: readers.map(({ user_id }) => user_id),
        followUpOf: id,
      },
    },
  ]);
  if (result instanceof Problem || !result) throw result;
  await changeIssue(tx, id);
  await emit(tx, issueSubject(id), 'issue.followed-up', { issueId: id, followUpId: result }, { by });
  return result;
}

import { ROUTING } from '#config/routing.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { takesEffect, type NewDecision } from './new-decision.js';
import type { Issue } from './issue.entity.js';
import { missingToDecide, type Missing } from './rules/required-fields.js';
import { REQUIRABLE_LABELS } from './vocabulary.js';

/** Two courses to choose between, one of which may be to leave things as they are (현행 유지). */
const ALTERNATIVES = 2;

/** @throws Problem naming everything that the next stage cannot do without, by its field and in words */
export async function requireComplete(tx: Tx, issue: Issue, input: NewDecision): Promise<void> {
  const missing = await missingFor(tx, issue, input);
  if (!missing.length) return;
  const errors = missing.map(({ path }) => ({ path, message: 'required' }));
  // What is lacking of the issue, where only the lead is: the sentence tells what it is for.
  if (missing.length === 1 && missing[0]!.path === 'leadDepartmentId')
    throw new Problem('decision.lead_missing', {}, { errors });
  const named = (language: 'ko' | 'en'): string => missing.map(({ label }) => label[language]).join(', ');
  throw new Problem('decision.incomplete', { fields: { ko: named('ko'), en: named('en') } }, { errors });
}

async function missingFor(tx: Tx, issue: Issue, input: NewDecision): Promise<Missing[]> {
  if (!takesEffect(input)) return [];
  const direction = input.direction ?? issue.direction;
  const [{ unaddressed, alternatives }] = await tx.query(PARTS, [issue.id]);
  const nobody =
    direction === 'department' && unaddressed && !(input.leadDepartmentId ?? issue.leadDepartmentId);
  if (issue.stage === 'act') {
    // What the office kept for itself goes to departments now.
    const anew = issue.direction === 'self' && nobody;
    return anew ? [{ path: 'leadDepartmentId', label: REQUIRABLE_LABELS.leadDepartmentId }] : [];
  }
  if (issue.stage !== 'prioritize') return [];
  const grade = input.grade ?? issue.grade;
  const { kind, fields } = issue;
  const known = {
    grade: grade !== null,
    direction: direction !== null,
    leadDepartmentId: !nobody,
    expectedMonth: issue.expectedMonth !== null,
    risks: issue.risks.length > 0,
    alternatives: alternatives >= ALTERNATIVES,
    treatment: (input.treatment ?? issue.treatment) !== null,
    mode: (input.mode ?? issue.mode) !== null,
    confidence: issue.confidence !== null,
    targetGrade: issue.targetGrade !== null,
  };
  return missingToDecide({ grade, kind, fields, known }, ROUTING);
}

// Something would go out that names no department; where nothing is written, what the machine writes.
const PARTS = `
select (select count(*) filter (where department_id is null) + (count(*) = 0)::int > 0 from requests
    where issue_id = $1 and state = 'planned') as unaddressed,
  (select count(*)::int from alternatives where issue_id = $1) as alternatives`;

import type { ScoringPolicy } from '#config/scoring.js';
import type { Assessable } from '../assessable.js';
import { grade, type Graded } from './grade.js';
import { score, type Scored } from './score.js';

export type Weighed = Scored & Graded;

/** The score of an issue as it stands and the grade that follows, by one policy. */
export function weigh(issue: Assessable, policy: ScoringPolicy): Weighed {
  const departments = new Set(
    issue.requests.map(({ departmentId }) => departmentId ?? issue.leadDepartmentId),
  );
  const scored = score(
    {
      ...issue,
      risks: issue.risks.map(({ text, footnote }) => (footnote ? `${text} ${footnote}` : text)),
      departments: departments.size,
    },
    policy,
  );
  return { ...scored, ...grade(scored, issue, policy) };
}

import type { Grade } from '#issues/vocabulary.js';
import type { ChangeOfEdition } from '../vocabulary.js';

/** One thing that a correction says otherwise than the edition before it. */
export interface EditionChange {
  kind: ChangeOfEdition;
  number: string;
  title: string;
  /** Grades, months (`YYYY-MM`) or departments by their kind; null where there was or is none. */
  from: string | null;
  to: string | null;
}

interface Compared {
  number: string;
  title: string;
  grade: Grade;
  leadDepartment: string | null;
}

/**
 * What changed of the issues of a month between two editions of its report, in the order of the newer one, what is gone last.
 * `known` are the public issues as they are now, by number: of what is not among them nothing may be said.
 */
export function editionChanges(
  month: string,
  before: readonly Compared[],
  now: readonly Compared[],
  known: ReadonlyMap<string, { expectedMonth: string | null }>,
): EditionChange[] {
  const earlier = new Map(before.map((issue) => [issue.number, issue]));
  const still = new Set(now.map(({ number }) => number));
  const here = now.flatMap((issue) => changesOf(earlier.get(issue.number), issue));
  const gone = before
    .filter(({ number }) => !still.has(number) && known.has(number))
    .map(({ number, title, grade }): EditionChange => {
      const { expectedMonth } = known.get(number)!;
      return expectedMonth !== null && expectedMonth !== month
        ? { kind: 'month', number, title, from: month, to: expectedMonth }
        : { kind: 'gone', number, title, from: grade, to: null };
    });
  return [...here, ...gone];
}

function changesOf(before: Compared | undefined, { number, title, ...now }: Compared): EditionChange[] {
  const issue = { number, title };
  if (!before) return [{ kind: 'new', ...issue, from: null, to: now.grade }];
  const changes: EditionChange[] = [];
  if (before.grade !== now.grade)
    changes.push({ kind: 'grade', ...issue, from: before.grade, to: now.grade });
  if (before.leadDepartment !== now.leadDepartment)
    changes.push({ kind: 'lead', ...issue, from: before.leadDepartment, to: now.leadDepartment });
  return changes;
}

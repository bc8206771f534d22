import { atLeast } from '#issues/rules/grade.js';
import type { Grade } from '#issues/vocabulary.js';
import type { IssueChange } from '../vocabulary.js';

/** How an issue stands at one moment. */
export interface Standing {
  closed: boolean;
  /** Null before it was weighed. */
  grade: Grade | null;
}

/**
 * What became of an issue between two moments, `before` null where it was not yet registered: what went to and fro in between
 * counts for nothing. Of what is new only its end may be said beside it; of what stayed closed nothing.
 */
export function issueChanges(before: Standing | null, after: Standing): IssueChange[] {
  const ended: IssueChange[] = after.closed && !before?.closed ? ['closed'] : [];
  if (!before) return ['new', ...ended];
  if (before.closed && after.closed) return [];
  const again: IssueChange[] = before.closed && !after.closed ? ['reopened'] : [];
  return [...graded(before.grade, after.grade), ...again, ...ended];
}

function graded(before: Grade | null, after: Grade | null): IssueChange[] {
  if (!before || !after || before === after) return [];
  return [atLeast(after, before) ? 'up' : 'down'];
}

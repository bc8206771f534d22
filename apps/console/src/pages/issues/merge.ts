import type { IssueContent } from './issue-draft.js';

export type Field = keyof IssueContent;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Three versions of an issue made one: what only one side changed is taken from that side; what both changed, each in
 * another way, is left to a person.
 */
export function mergeContent(base: IssueContent, mine: IssueContent, theirs: IssueContent) {
  const merged = { ...theirs };
  const collisions: Field[] = [];
  for (const field of Object.keys(base) as Field[]) {
    if (same(mine[field], base[field]) || same(mine[field], theirs[field])) continue;
    if (!same(theirs[field], base[field])) collisions.push(field);
    // Until somebody chooses otherwise, what stands on this person's screen stays.
    Object.assign(merged, { [field]: mine[field] });
  }
  return { merged, collisions };
}

import type { ByGrade } from '#config/routing.js';
import type { Grade } from '#issues/vocabulary.js';
import { POSITIONS, type Position } from '#people/vocabulary.js';
import type { Confirmation } from '../vocabulary.js';

// As departments write their positions; the first that ends the word.
const TITLES: readonly (readonly [RegExp, Position])[] = [
  [/부시장$/, 'vice-mayor'],
  [/시장$/, 'mayor'],
  [/(실장|본부장)$/, 'office-head'],
  [/(국장|기획관|정책관|단장|원장|관장|소장|위원장)$/, 'bureau-head'],
  [/(과장|담당관|센터장|부장)$/, 'division-head'],
  [/(팀장|파트장)$/, 'team-leader'],
  [/(주무관|사무관|담당)$/, 'staff'],
];

/** The rank of a position as people write it, e.g. `복지정책과장`; null where the words do not tell. */
export const rankOf = (title: string): Position | null =>
  TITLES.find(([ending]) => ending.test(title.replaceAll(/\s|직무대리|\(.*\)/gu, '')))?.[1] ?? null;

/**
 * Whether who confirmed an answer within the department (확인자) has the rank that the grade of the issue asks for: an answer is taken
 * in any case, since the formal approval is the department's own, but the office is told.
 */
export function confirmationOf(
  grade: Grade | null,
  position: string | null,
  lowest: ByGrade,
): Confirmation | null {
  const needed = grade && lowest[grade];
  if (!needed) return null;
  if (!position) return 'missing';
  const rank = rankOf(position);
  if (!rank) return 'unclear';
  return POSITIONS.indexOf(rank) >= POSITIONS.indexOf(needed) ? 'enough' : 'below';
}

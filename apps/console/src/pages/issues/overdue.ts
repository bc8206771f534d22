import { AWAITED_STATES } from '#actions/vocabulary.js';
import type { ActionRequest, Issue } from '../../api/types.js';

/** An answer is awaited, and its deadline is past. */
export const isLate = ({ state, dueAt }: Pick<ActionRequest, 'state' | 'dueAt'>): boolean =>
  dueAt !== null && Date.parse(dueAt) < Date.now() && (AWAITED_STATES as readonly string[]).includes(state);

export const hasLate = ({ requests, stage }: Issue): boolean => stage !== 'closed' && requests.some(isLate);

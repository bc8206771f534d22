import type { components } from '../../api/schema.js';

export type Statistics = components['schemas']['IssueStatisticsAnswer'];

/** Every open issue has one grade or none yet. */
export const openOf = ({ grades }: Statistics): number => grades.reduce((sum, { count }) => sum + count, 0);

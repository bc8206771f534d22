/**
 * A new story has no weeks before it: it is measured against what this share of all stories stay below in the weeks
 * before, with fewer of them against nothing. [J]
 */
export const USUAL_STORIES = { share: 0.95, fewest: 20 } as const;

export const EDITION_STATES = ['draft', 'held', 'approved', 'sent', 'superseded'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

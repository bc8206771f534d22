export const SIGNAL_STATES = ['new', 'clustered', 'attached', 'dismissed'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

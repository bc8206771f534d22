export const SIGNAL_STATES = ['new', 'clustered', 'attached', 'dismissed'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];
export const SIGNAL_LABELS = {
  new: '접수',
  clustered: '묶음',
  attached: '이슈에 포함',
  dismissed: '제외',
} as const satisfies Record<SignalState, string>;

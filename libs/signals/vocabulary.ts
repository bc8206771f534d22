import type { Labels } from '#platform/labels.js';

export const SIGNAL_STATES = ['new', 'clustered', 'observed', 'attached', 'dismissed'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** Nothing was decided on it that binds: it may be attached or dismissed. */
export const FREE_STATES = ['new', 'clustered', 'observed'] as const satisfies readonly SignalState[];

export const SIGNAL_LABELS = {
  new: { ko: '접수', en: 'New' },
  clustered: { ko: '묶음', en: 'Clustered' },
  observed: { ko: '관찰', en: 'Under observation' },
  attached: { ko: '이슈에 포함', en: 'Attached to an issue' },
  dismissed: { ko: '제외', en: 'Dismissed' },
} as const satisfies Labels<SignalState>;

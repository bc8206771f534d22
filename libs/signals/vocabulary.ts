import type { Labels } from '#platform/labels.js';

export const SIGNAL_STATES = ['new', 'clustered', 'attached', 'dismissed'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];
export const SIGNAL_LABELS = {
  new: { ko: '접수', en: 'New' },
  clustered: { ko: '묶음', en: 'Clustered' },
  attached: { ko: '이슈에 포함', en: 'Attached to an issue' },
  dismissed: { ko: '제외', en: 'Dismissed' },
} as const satisfies Labels<SignalState>;

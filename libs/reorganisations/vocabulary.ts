import type { Labels } from '#platform/labels.js';

/** 조직개편: what becomes of departments on a day. */
export const REORGANISATION_KINDS = ['created', 'renamed', 'merged', 'split', 'abolished'] as const;
export type ReorganisationKind = (typeof REORGANISATION_KINDS)[number];

export const REORGANISATION_LABELS = {
  created: { ko: '신설', en: 'Created' },
  renamed: { ko: '명칭 변경', en: 'Renamed' },
  merged: { ko: '통합', en: 'Merged' },
  split: { ko: '분리', en: 'Split' },
  abolished: { ko: '폐지', en: 'Abolished' },
} as const satisfies Labels<ReorganisationKind>;

/** `blocked`: its day came, and there is work that nobody would succeed to. */
export const REORGANISATION_STATES = ['planned', 'blocked', 'in-effect', 'undone'] as const;
export type ReorganisationState = (typeof REORGANISATION_STATES)[number];

/** What moves. */
export const MOVED_KINDS = ['request', 'lead', 'person', 'follow', 'round', 'template'] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

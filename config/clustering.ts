import type { Channel } from '#issues/vocabulary.js';
import { words } from './words.js';

export interface ClusteringPolicy {
  /** From this similarity on two headlines tell the same story. */
  sameStory: number;
  /** The same where both name one place: a district, a line of the underground. */
  sameStoryAtPlace: number;
  /** From this similarity on a headline may belong to an issue of that title: shown to a person, never done by itself. */
  likelyIssue: number;
  /** Signals received so many days ago or later are looked at. */
  lookBackDays: number;
  /** One story is in the papers within so many days; what comes later is the next one. */
  storyDays: number;
  /** Counts of complaints are no stories: two months of the same topic stay two. */
  channels: readonly Channel[];
}

/**
 * Measured on the headlines of `libs/signals/rules/headlines.ts`: at 0.50 every story is whole and none holds a line of another
 * (pairs of one story begin at 0.45, of different ones end at 0.54 once places are told apart); chains close what pairs miss.
 * Of two that name one place those of different stories end at 0.35.
 */
export const CLUSTERING = {
  sameStory: 0.5,
  sameStoryAtPlace: 0.4,
  likelyIssue: 0.42,
  lookBackDays: 14,
  storyDays: 3,
  channels: ['politics', 'press', 'audit'],
} as const satisfies ClusteringPolicy;

/** Where it happened tells apart what is headed alike. As papers shorten them: 강남구, 강남. */
export const PLACES = words(`
  종로, 중구, 용산, 성동, 광진, 동대문, 중랑, 성북, 강북, 도봉, 노원, 은평, 서대문, 마포, 양천, 강서, 구로, 금천, 영등포, 동작구,
  관악, 서초, 강남, 송파, 강동
`);

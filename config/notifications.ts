import type { DigestTimes, QuietHours } from '#notifications/rules/timing.js';

/**
 * When mail may come, unless somebody wishes it otherwise: office hours of working days. What is critical comes at any
 * hour. Times are of Seoul, `HH:MM`.
 */
export const QUIET_HOURS = { from: '20:00', to: '08:00', closedDays: true } as const satisfies QuietHours;

/** When gathered mail comes: every working day at this time, or once a week on this day (1 Monday … 5 Friday). */
export const DIGEST_TIMES = { at: '08:30', weekday: 1 } as const satisfies DigestTimes;

/** So many subjects, words and views, one person may follow beside issues and departments. */
export const MOST_FOLLOWED_SUBJECTS = 30;

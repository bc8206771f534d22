import { seoulDay, seoulTime } from '#platform/calendar.js';
import { longDay } from '#platform/day-in-words.js';
import type { Subjects } from './message.js';

/** [2026-0001] 제목 */
export const named = (s: Subjects): string =>
  [s.number && `[${s.number}]`, s.title ?? '열람 제한 이슈'].filter(Boolean).join(' ');
export const namedEn = (s: Subjects): string =>
  [s.number && `[${s.number}]`, s.title ?? 'Confidential issue'].filter(Boolean).join(' ');
/** 2026. 11. 26.(목) 18:00까지 */
export const deadline = (due: Date | null): string | null =>
  due && `${longDay(seoulDay(due))} ${seoulTime(due)}까지`;
export const deadlineEn = (due: Date | null): string | null => due && `${seoulDay(due)} ${seoulTime(due)}`;

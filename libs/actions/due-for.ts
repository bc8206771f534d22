import { DEADLINES } from '#config/deadlines.js';
import { HOLIDAYS } from '#config/holidays.js';
import type { Grade, Horizon } from '#issues/vocabulary.js';
import { calendar } from '#platform/calendar.js';
import { assignmentBy, dueAt } from './rules/due.js';

/** The office's calendar: weekends and public holidays. */
export const OFFICE_CALENDAR = calendar(HOLIDAYS);

/** When a request of this grade, delivered now, is to be answered by the deadlines in force. */
export function dueFor(grade: Grade | null, horizon: Horizon | null, deliveredAt: Date): Date | null {
  return grade && dueAt({ grade, horizon, deliveredAt }, DEADLINES, OFFICE_CALENDAR);
}

/** When a request of this grade, received now, is to have its division (배부). */
export function assignBy(grade: Grade | null, receivedAt: Date): Date | null {
  return grade && assignmentBy({ grade, receivedAt }, DEADLINES, OFFICE_CALENDAR);
}

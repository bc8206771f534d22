import { DEADLINES } from '#config/deadlines.js';
import { HOLIDAYS } from '#config/holidays.js';
import { REMINDERS } from '#config/reminders.js';
import type { Grade, Horizon } from '#issues/vocabulary.js';
import { calendar } from '#platform/calendar.js';
import { acknowledgeBy, assignmentBy, dueAt, nextReviewOn, officeDueAt } from './rules/due.js';
import type { OfficeAwaited } from './vocabulary.js';

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

/** When receipt of a request of this grade, delivered now, is to be confirmed. */
export function acknowledgementFor(grade: Grade | null, deliveredAt: Date): Date | null {
  return grade && acknowledgeBy({ grade, deliveredAt }, DEADLINES, OFFICE_CALENDAR);
}

/** When the office is to have settled what came now: whose a refused request is, or what to say to an answer. */
export const officeBy = (of: OfficeAwaited, cameAt: Date): Date =>
  officeDueAt(REMINDERS.office[of].workingDays, cameAt, DEADLINES, OFFICE_CALENDAR);

/** The day on which an open issue of this grade is looked at again, from a day on. */
export const reviewOn = (grade: Grade, from: string): string =>
  nextReviewOn(grade, from, DEADLINES, OFFICE_CALENDAR);

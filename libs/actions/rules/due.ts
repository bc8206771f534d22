import type { Grade, Horizon } from '#issues/vocabulary.js';
import type { Cycle, DeadlinePolicy, Span } from '#config/deadlines.js';
import {
  addDays,
  addMonths,
  atSeoul,
  lastDayOf,
  seoulDay,
  seoulTime,
  type Calendar,
} from '#platform/calendar.js';
import { officeTime } from './office-time.js';

/** What a deadline is reckoned from. */
export interface Delivery {
  grade: Grade;
  horizon: Horizon | null;
  deliveredAt: Date;
}

/**
 * When the first answer (1차 회신, 조치계획) is due, or null when nothing is asked. A long-term request, whatever its grade, is due when
 * the next budget requests close (예산요구), other requests by their grade (`config/deadlines.ts`).
 * Throws `CalendarOutOfRange` where the holidays of the year are not known.
 */
export function dueAt(
  { grade, horizon, deliveredAt }: Delivery,
  policy: DeadlinePolicy,
  calendar: Calendar,
): Date | null {
  if (horizon === 'long') return budgetRequestCloses(deliveredAt, policy, calendar);
  return end(policy.byGrade[grade].answer, deliveredAt, policy, calendar);
}

/** When receipt (접수) must be confirmed, or null when nothing is asked. The horizon makes no difference. */
export function acknowledgeBy(
  { grade, deliveredAt }: Pick<Delivery, 'grade' | 'deliveredAt'>,
  policy: DeadlinePolicy,
  calendar: Calendar,
): Date | null {
  return end(policy.byGrade[grade].acknowledge, deliveredAt, policy, calendar);
}

/** When the division that answers must be named (배부), or null when nothing is asked. */
export function assignmentBy(
  { grade, receivedAt }: { grade: Grade; receivedAt: Date },
  policy: DeadlinePolicy,
  calendar: Calendar,
): Date | null {
  return end(policy.byGrade[grade].assign, receivedAt, policy, calendar);
}

/** When what came to the office is to be settled: the end of the n-th working day after it, that day not counted. */
export const officeDueAt = (days: number, from: Date, policy: DeadlinePolicy, calendar: Calendar): Date =>
  atSeoul(calendar.addWorkingDays(seoulDay(from), days), policy.endOfDay);

/** The day an open issue of the grade is to be looked at again after a review, a working day. */
export function nextReviewOn(
  grade: Grade,
  reviewedOn: string,
  policy: DeadlinePolicy,
  calendar: Calendar,
): string {
  return calendar.nextWorkingDay(later(reviewedOn, policy.byGrade[grade].review));
}

/** The next close of budget requests that leaves time to prepare one; its day moves to the next working day. */
function budgetRequestCloses(after: Date, policy: DeadlinePolicy, calendar: Calendar): Date {
  const year = Number(seoulDay(after).slice(0, 4));
  const close = (of: number) =>
    atSeoul(calendar.nextWorkingDay(`${of}-${policy.longTerm.budgetRequestCloses}`), policy.endOfDay);
  const thisYear = close(year);
  const earliest = calendar.addWorkingDays(seoulDay(after), policy.longTerm.leastWorkingDays);
  return seoulDay(thisYear) >= earliest ? thisYear : close(year + 1);
}

function end(span: Span | null, from: Date, policy: DeadlinePolicy, calendar: Calendar): Date | null {
  if (!span) return null;
  if (span.kind === 'sameDay') return sameDay(span, from, policy, calendar);
  if (span.kind === 'officeHours') return officeTime(from, span.hours, policy.office, calendar);
  return officeDueAt(span.days, from, policy, calendar);
}

/** What arrives on a closed day counts as arriving on the next working day in the morning. */
function sameDay(
  span: Extract<Span, { kind: 'sameDay' }>,
  from: Date,
  policy: DeadlinePolicy,
  calendar: Calendar,
): Date {
  const day = seoulDay(from);
  if (!calendar.isWorkingDay(day)) return atSeoul(calendar.nextWorkingDay(day), policy.endOfDay);
  if (seoulTime(from) < span.until) return atSeoul(day, policy.endOfDay);
  return atSeoul(calendar.addWorkingDays(day, 1), span.lateUntil);
}

/** So many cycles later: of months the same day of a later one, or its last day where that is shorter. */
export function later(day: string, cycle: Cycle, times = 1): string {
  if ('everyDays' in cycle) return addDays(day, times * cycle.everyDays);
  const month = addMonths(day.slice(0, 7), times * cycle.everyMonths);
  const same = `${month}-${day.slice(8)}`;
  const last = lastDayOf(month);
  return same < last ? same : last;
}

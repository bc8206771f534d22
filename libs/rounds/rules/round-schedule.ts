import type { ReportSchedule } from '#config/schedule.js';
import { addMonths, atSeoul, endOfDay18, seoulDay, seoulMonth, type Calendar } from '#platform/calendar.js';
import { officeDay } from '#reports/rules/schedule.js';

/** When departments are asked about a month (`YYYY-MM`): the round's day of the month before. */
export function roundOpensAt(month: string, schedule: ReportSchedule, calendar: Calendar): Date {
  const day = officeDay(addMonths(month, -schedule.monthsAhead), schedule.roundDay, schedule, calendar);
  return atSeoul(day, schedule.roundAt);
}

/** The round whose turn it is: the last one whose moment has come. Of those missed before it nobody would be served. */
export function roundDue(
  now: Date,
  schedule: ReportSchedule,
  calendar: Calendar,
): { month: string; at: Date } {
  const next = addMonths(seoulMonth(now), schedule.monthsAhead);
  const at = roundOpensAt(next, schedule, calendar);
  if (at <= now) return { month: next, at };
  const month = addMonths(next, -1);
  return { month, at: roundOpensAt(month, schedule, calendar) };
}

/** By when a round that opens now is answered: 18:00 of a working day, the first not counted. */
export const answerBy = (openedAt: Date, schedule: ReportSchedule, calendar: Calendar): Date =>
  endOfDay18(calendar.addWorkingDays(seoulDay(openedAt), schedule.roundAnswerDays));

/** When whoever has not answered is reminded; null where that would be no later than asking. */
export function remindAt(
  { openedAt, dueAt }: { openedAt: Date; dueAt: Date },
  schedule: ReportSchedule,
  calendar: Calendar,
): Date | null {
  const at = atSeoul(calendar.addWorkingDays(seoulDay(dueAt), -schedule.roundRemindDays), schedule.roundAt);
  return at > openedAt ? at : null;
}

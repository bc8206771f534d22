import type { ReportSchedule } from '#config/schedule.js';
import {
  addMonths,
  atSeoul,
  CalendarOutOfRange,
  monthsBetween,
  seoulMonth,
  type Calendar,
} from '#platform/calendar.js';

export interface ReportDue {
  /** `YYYY-MM-DD`, a working day. */
  day: string;
  at: Date;
}

/**
 * When the draft of the report on a month (`YYYY-MM`) is due: the draft day of the month before, moved to the previous working day
 * (`config/schedule.ts`). Throws `CalendarOutOfRange` where the holidays of that year are not known.
 */
export function reportDueOn(month: string, schedule: ReportSchedule, calendar: Calendar): ReportDue {
  const prepared = addMonths(month, -schedule.monthsAhead);
  const day = calendar.previousWorkingDay(`${prepared}-${String(schedule.draftDay).padStart(2, '0')}`);
  return { day, at: atSeoul(day, schedule.draftAt) };
}

/** The months from `since` on whose report is due by now, oldest first: missed ones are made up. */
export function reportsDue(since: string, now: Date, schedule: ReportSchedule, calendar: Calendar): string[] {
  const last = addMonths(seoulMonth(now), schedule.monthsAhead);
  const count = Math.max(0, monthsBetween(since, last) + 1);
  return Array.from({ length: count }, (_, i) => addMonths(since, i)).filter(
    (month) => reportDueOn(month, schedule, calendar).at <= now,
  );
}

/** By when the results of a month are settled: the day of the month after, moved to the working day before. */
export function resultsDueOn(month: string, schedule: ReportSchedule, calendar: Calendar): string {
  const day = `${addMonths(month, 1)}-${String(schedule.resultsDay).padStart(2, '0')}`;
  try {
    return calendar.previousWorkingDay(day);
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error;
    // Of years whose holidays nobody knows: the plain day.
    return day;
  }
}

/** The month whose results wait to be settled by now: the last one whose day has come, and when the office is told so. */
export function resultsDue(
  now: Date,
  schedule: ReportSchedule,
  calendar: Calendar,
): { month: string; at: Date } {
  const told = (month: string) => ({
    month,
    at: atSeoul(resultsDueOn(month, schedule, calendar), schedule.resultsAt),
  });
  const last = told(addMonths(seoulMonth(now), -1));
  return last.at <= now ? last : told(addMonths(last.month, -1));
}

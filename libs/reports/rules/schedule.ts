import type { ReportSchedule } from '#config/schedule.js';
import {
  addMonths,
  atSeoul,
  CalendarOutOfRange,
  monthsBetween,
  seoulMonth,
  type Calendar,
} from '#platform/calendar.js';

/** A day of a month, on the working day that the schedule moves it to. */
export function officeDay(month: string, day: number, { shift }: ReportSchedule, calendar: Calendar): string {
  const plain = `${month}-${String(day).padStart(2, '0')}`;
  if (shift === 'none') return plain;
  return shift === 'next' ? calendar.nextWorkingDay(plain) : calendar.previousWorkingDay(plain);
}

export interface ReportDue {
  /** `YYYY-MM-DD`, a working day. */
  day: string;
  at: Date;
}

/**
 * When the draft of the report on a month (`YYYY-MM`) is due: the draft day of the month before (`config/schedule.ts`). Throws `CalendarOutOfRange` where the holidays of that year are not known.
 */
export function reportDueOn(month: string, schedule: ReportSchedule, calendar: Calendar): ReportDue {
  const day = officeDay(addMonths(month, -schedule.monthsAhead), schedule.draftDay, schedule, calendar);
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

export const ISSUING_DAYS = ['report.review-due', 'report.issue-due'] as const;
export type IssuingDay = (typeof ISSUING_DAYS)[number];

/** Of the days on which a report is reviewed and on which it is reported, the last of each that came, and of which month. */
export function issuingDaysDue(
  now: Date,
  schedule: ReportSchedule,
  calendar: Calendar,
): { name: IssuingDay; month: string; at: Date }[] {
  const next = addMonths(seoulMonth(now), schedule.monthsAhead);
  return ISSUING_DAYS.map((name) => {
    const nth = name === 'report.review-due' ? schedule.reviewDay : schedule.reportDay;
    const due = (month: string) => {
      const day = officeDay(addMonths(month, -schedule.monthsAhead), nth, schedule, calendar);
      return { name, month, at: atSeoul(day, schedule.unissuedAt) };
    };
    const last = due(next);
    return last.at <= now ? last : due(addMonths(next, -1));
  });
}

/** By when the results of a month are settled: the day of the month after. */
export function resultsDueOn(month: string, schedule: ReportSchedule, calendar: Calendar): string {
  const after = addMonths(month, 1);
  try {
    return officeDay(after, schedule.resultsDay, schedule, calendar);
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error;
    // Of years whose holidays nobody knows: the plain day.
    return officeDay(after, schedule.resultsDay, { ...schedule, shift: 'none' }, calendar);
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

import { atSeoul, seoulDay, type Calendar } from '#platform/calendar.js';

export interface OfficeHours {
  opens: string;
  closes: string;
}

const HOUR_MS = 3_600_000;

/**
 * The instant so many hours of office time from another, before it for a negative number; time outside of office hours does not
 * run. 0 is the instant itself in office time: what falls on a closed time moves to the next opening.
 */
export function officeTime(from: Date, hours: number, office: OfficeHours, calendar: Calendar): Date {
  if (hours < 0) return backwards(from, -hours, office, calendar);
  const bounds = boundsOf(office);
  let day = calendar.nextWorkingDay(seoulDay(from));
  if (from.getTime() > bounds(day).closes) day = calendar.addWorkingDays(day, 1);
  let start = Math.max(from.getTime(), bounds(day).opens);
  let left = hours * HOUR_MS;
  for (;;) {
    const { closes } = bounds(day);
    if (start + left <= closes) return new Date(start + left);
    left -= Math.max(0, closes - start);
    day = calendar.addWorkingDays(day, 1);
    start = bounds(day).opens;
  }
}

function backwards(from: Date, hours: number, office: OfficeHours, calendar: Calendar): Date {
  const bounds = boundsOf(office);
  let day = calendar.previousWorkingDay(seoulDay(from));
  if (from.getTime() < bounds(day).opens) day = calendar.addWorkingDays(day, -1);
  let end = Math.min(from.getTime(), bounds(day).closes);
  let left = hours * HOUR_MS;
  for (;;) {
    const { opens } = bounds(day);
    if (end - left >= opens) return new Date(end - left);
    left -= Math.max(0, end - opens);
    day = calendar.addWorkingDays(day, -1);
    end = bounds(day).closes;
  }
}

const boundsOf =
  ({ opens, closes }: OfficeHours) =>
  (day: string) => ({ opens: atSeoul(day, opens).getTime(), closes: atSeoul(day, closes).getTime() });

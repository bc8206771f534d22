import {
  addDays,
  atSeoul,
  CalendarOutOfRange,
  seoulDay,
  weekday,
  type Calendar,
} from '#platform/calendar.js';
import type { MailMode } from '../vocabulary.js';

/** When somebody wants no mail. Times are of Seoul, `HH:MM`; a span may pass midnight, and is none where both are the same. */
export interface QuietHours {
  from: string;
  to: string;
  /** Nor on weekends and public holidays. */
  closedDays: boolean;
}

export interface DigestTimes {
  /** `HH:MM` in Seoul. */
  at: string;
  /** 1 Monday … 5 Friday: the day of the weekly one. */
  weekday: number;
}

/** Beyond the years whose holidays are known only weekends are closed: mail must not stop for it. */
function isClosed(day: string, calendar: Calendar): boolean {
  try {
    return !calendar.isWorkingDay(day);
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return weekday(day) === 0 || weekday(day) === 6;
    throw error;
  }
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const MINUTE_MS = 60_000;

/** When mail may go out that is written now: now itself outside of quiet hours, else as soon as they end. */
export function nextOpening(now: Date, quiet: QuietHours, calendar: Calendar): Date {
  let day = seoulDay(now);
  let minute = Math.floor((now.getTime() - atSeoul(day, '00:00').getTime()) / MINUTE_MS);
  let moved = false;
  for (;;) {
    const closed = quiet.closedDays && isClosed(day, calendar);
    const opens = closed ? null : opensAt(minute, quiet);
    if (opens !== null) {
      if (!moved && opens === minute) return now;
      return new Date(atSeoul(day, '00:00').getTime() + opens * MINUTE_MS);
    }
    day = addDays(day, 1);
    minute = 0;
    moved = true;
  }
}

/** The first minute of the day, from this one on, that is not quiet; null where the rest of the day is. */
function opensAt(minute: number, { from, to }: QuietHours): number | null {
  const [begin, end] = [minutes(from), minutes(to)];
  if (begin === end) return minute;
  if (begin < end) return minute >= begin && minute < end ? end : minute;
  if (minute >= begin) return null;
  return Math.max(minute, end);
}

/** When the next gathered mail goes out: after now, on a working day, never in quiet hours. */
export function nextDigest(
  now: Date,
  { at, weekday: wanted }: DigestTimes,
  every: 'daily' | 'weekly',
  quiet: QuietHours,
  calendar: Calendar,
): Date {
  // One of days ago may still be to come: holidays and quiet hours have moved it.
  for (let day = addDays(seoulDay(now), -14); ; day = addDays(day, 1)) {
    if (every === 'weekly' && weekday(day) !== wanted) continue;
    // A weekly one that falls on a holiday comes on the next working day.
    const sent = nextOpening(atSeoul(workingDayFrom(day, calendar), at), quiet, calendar);
    if (sent > now) return sent;
  }
}

function workingDayFrom(day: string, calendar: Calendar): string {
  let at = day;
  while (isClosed(at, calendar)) at = addDays(at, 1);
  return at;
}

/** What becomes of a mail: it goes now, waits for the end of quiet hours, is gathered with others, or is not written. */
export type Timing = { send: 'now' } | { send: 'later'; at: Date; gathered: boolean } | { send: 'never' };

interface Wish {
  mail: MailMode;
  quiet: QuietHours;
  digest: DigestTimes;
}

/** What is critical waits for nothing; what comes by the inbox only (`alone: false`) is told by mail in a digest at most. */
export function timing(
  now: Date,
  { mail, quiet, digest }: Wish,
  { critical, alone }: { critical: boolean; alone: boolean },
  calendar: Calendar,
): Timing {
  if (mail === 'off') return { send: 'never' };
  if (critical && alone) return { send: 'now' };
  if (mail !== 'at-once')
    return { send: 'later', at: nextDigest(now, digest, mail, quiet, calendar), gathered: true };
  if (!alone) return { send: 'never' };
  const at = nextOpening(now, quiet, calendar);
  return at > now ? { send: 'later', at, gathered: false } : { send: 'now' };
}

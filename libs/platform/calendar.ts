/** Public holidays by year: `date` is `YYYY-MM-DD`. Saturdays and Sundays need not be listed. */
export type Holidays = Readonly<Record<number, readonly { date: string; name: string }[]>>;

/** Working days need the holidays of the year; guessing them would move deadlines silently. */
export class CalendarOutOfRange extends RangeError {
  constructor(
    readonly year: number,
    readonly known: readonly number[],
  ) {
    super(
      `No public holidays known for ${year} (known: ${known.at(0) ?? 'none'}–${known.at(-1) ?? 'none'}): add the year to the holidays`,
    );
    this.name = 'CalendarOutOfRange';
  }
}

/** Working days of Korean government offices. Days are `YYYY-MM-DD`; every method throws `CalendarOutOfRange` beyond its data. */
export interface Calendar {
  /** Names of the public holidays on the day, usually none. */
  holidaysOn(day: string): string[];
  isWorkingDay(day: string): boolean;
  /** The n-th working day after the day, which itself is not counted; before it for a negative n. 0 is `nextWorkingDay`. */
  addWorkingDays(day: string, n: number): string;
  /** The day itself when it is a working day, else the next one: deadlines move this way. */
  nextWorkingDay(day: string): string;
  /** The day itself when it is a working day, else the one before: report days move this way. */
  previousWorkingDay(day: string): string;
}

/** A calendar over the given holidays. */
export function calendar(holidays: Holidays): Calendar {
  const known = Object.keys(holidays).map(Number);
  const names = new Map<string, string[]>();
  for (const { date, name } of Object.values(holidays).flat()) {
    names.set(date, [...(names.get(date) ?? []), name]);
  }
  const holidaysOn = (day: string) => {
    const year = Number(day.slice(0, 4));
    if (!holidays[year]) throw new CalendarOutOfRange(year, known);
    return names.get(day) ?? [];
  };
  const isWorkingDay = (day: string) => {
    const free = holidaysOn(day).length > 0;
    return !free && weekday(day) !== 0 && weekday(day) !== 6;
  };
  const walk = (day: string, step: 1 | -1) => {
    let at = day;
    while (!isWorkingDay(at)) at = addDays(at, step);
    return at;
  };
  return {
    holidaysOn,
    isWorkingDay,
    nextWorkingDay: (day) => walk(day, 1),
    previousWorkingDay: (day) => walk(day, -1),
    addWorkingDays(day, n) {
      if (!Number.isInteger(n)) throw new RangeError(`Not a whole number of working days: ${n}`);
      const step = n < 0 ? -1 : 1;
      let at = walk(day, step);
      let left = n < 0 ? -n : n;
      // A walk that had to move has already arrived at the first working day.
      if (at !== day && left > 0) left -= 1;
      for (; left > 0; left -= 1) at = walk(addDays(at, step), step);
      return at;
    },
  };
}

const DAY_MS = 86_400_000;
// Asia/Seoul has had no daylight saving since 1988: a constant offset, independent of the machine's time zone data.
const SEOUL_MS = 9 * 3_600_000;

/** The day (`YYYY-MM-DD`) in Seoul at an instant. */
export function seoulDay(at: Date): string {
  return new Date(at.getTime() + SEOUL_MS).toISOString().slice(0, 10);
}

/** The month (`YYYY-MM`) in Seoul at an instant. */
export function seoulMonth(at: Date): string {
  return seoulDay(at).slice(0, 7);
}

/** The time of day (`HH:MM`) in Seoul at an instant. */
export function seoulTime(at: Date): string {
  return new Date(at.getTime() + SEOUL_MS).toISOString().slice(11, 16);
}

/** The instant of a time of day (`HH:MM`) in Seoul. */
export function atSeoul(day: string, time: string): Date {
  epochDay(day);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a time of day: ${time}`);
  return new Date(`${day}T${time}:00+09:00`);
}

/** 18:00 of the day in Seoul: what a deadline given as a day means. */
export function endOfDay18(day: string): Date {
  return atSeoul(day, '18:00');
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds of the day's midnight in UTC, or `NaN` for what is no day of the calendar. */
function midnight(text: string): number {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // 31 April would be 1 May, and year 7 would be 1907.
  const same = at.getUTCDate() === Number(day) && at.getUTCFullYear() === Number(year);
  return same ? at.getTime() : Number.NaN;
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => !Number.isNaN(midnight(text));

function epochDay(day: string): number {
  const at = midnight(day);
  if (Number.isNaN(at)) throw new RangeError(`Not a day: ${day}`);
  return at / DAY_MS;
}

/** The day so many days later, or earlier. */
export function addDays(day: string, n: number): string {
  return new Date((epochDay(day) + n) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from the first to the second, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: string): number {
  return (((epochDay(day) + 4) % 7) + 7) % 7;
}

function monthIndex(month: string): number {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError(`Not a month: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** The month (`YYYY-MM`) so many months later, or earlier. */
export function addMonths(month: string, n: number): string {
  const index = monthIndex(month) + n;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Months from the first to the second, negative when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from);
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

import { REMINDERS } from '#config/reminders.js';
import type { EscalationStep, Moment, Rhythm } from '#config/reminders.js';

/**
 * The calendar of autumn 2026 reckoned in the plainest way there is: by walking along all its half hours. It shares nothing with the
 * product but the figures of its policy, and is what the product is measured by.
 */
const FREE = new Set(['2026-09-24', '2026-09-25', '2026-10-05', '2026-10-09']);

/** `2026-09-14T09:30`, in Seoul. Texts sort as time does. */
export type Local = string;

export const DAYS: string[] = [];
for (let at = Date.UTC(2026, 5, 1); at < Date.UTC(2026, 11, 31); at += 86_400_000)
  DAYS.push(new Date(at).toISOString().slice(0, 10));
const isOpenDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !FREE.has(day);
};
export const OPEN_DAYS = DAYS.filter(isOpenDay);
const CLOCK = Array.from(
  { length: 48 },
  (_, n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`,
);
/** Every half hour there is. */
export const HALF_HOURS: Local[] = DAYS.flatMap((day) => CLOCK.map((time) => `${day}T${time}`));

const dayOf = (at: Local): string => at.slice(0, 10);
export const isOffice = (at: Local): boolean =>
  isOpenDay(dayOf(at)) && at.slice(11) >= '09:00' && at.slice(11) <= '18:00';

/** The n-th working day after a day, or before it. */
export function openDay(day: string, n: number): string {
  const days =
    n > 0 ? OPEN_DAYS.filter((one) => one > day) : OPEN_DAYS.filter((one) => one < day).toReversed();
  return days[Math.abs(n) - 1]!;
}

/** So many hours later or earlier, counting the half hours in which the office is open from one to the other. */
export function officeHours(from: Local, hours: number): Local {
  if (hours === 0) return HALF_HOURS.find((at) => at >= from && isOffice(at))!;
  const forth = hours > 0;
  const way = forth
    ? HALF_HOURS.filter((at) => at >= from && isOffice(at))
    : HALF_HOURS.filter((at) => at <= from && isOffice(at)).toReversed();
  let passed = 0;
  for (let n = 1; n < way.length; n += 1) {
    // From the last half hour of a day to the first of the next no office time passes.
    if (dayOf(way[n]!) === dayOf(way[n - 1]!)) passed += 0.5;
    if (passed === Math.abs(hours)) return way[n]!;
  }
  throw new Error(`no moment ${hours} hours from ${from}`);
}

export const momentAt = (moment: Moment, deadline: Local): Local =>
  'officeHours' in moment
    ? officeHours(deadline, moment.officeHours)
    : `${openDay(dayOf(deadline), moment.workingDays)}T${REMINDERS.sayAt}`;

/** All moments of a rhythm before an end, each once. */
export function momentsUntil(rhythm: Rhythm, deadline: Local, end: Local): Set<Local> {
  const single = rhythm.moments.map((one) => momentAt(one, deadline));
  const last = single.at(-1) ?? deadline;
  const { thenEvery } = rhythm;
  const again = thenEvery
    ? OPEN_DAYS.filter((day) => day > dayOf(deadline))
        .filter((_, n) => (n + 1) % thenEvery === 0)
        .map((day) => `${day}T${REMINDERS.sayAt}`)
        .filter((at) => at > last)
    : [];
  return new Set([...single, ...again].filter((at) => at < end));
}

export const stepsUntil = (line: readonly EscalationStep[], deadline: Local, end: Local) =>
  line
    .map(({ after, to }, n) => ({ at: momentAt(after, deadline), step: n + 1, to }))
    .filter(({ at }) => at < end);

/** Working days between the deadline's day and a moment. */
export const daysLate = (deadline: Local, at: Local): number =>
  at <= deadline ? 0 : OPEN_DAYS.filter((day) => day > dayOf(deadline) && day <= dayOf(at)).length;

/** When receipt and the answer are due of what was delivered, by practice.md 2.3. */
export function deadlinesOf(grade: string, delivered: Local): { acknowledge: Local; due: Local } {
  const day = dayOf(delivered);
  const nth = (n: number): Local => `${openDay(day, n)}T18:00`;
  if (grade === 'critical') {
    const late = delivered.slice(11) >= '16:00';
    return {
      acknowledge: officeHours(delivered, 2),
      due: late ? `${openDay(day, 1)}T12:00` : `${day}T18:00`,
    };
  }
  return { acknowledge: nth(1), due: nth(grade === 'high' ? 3 : 7) };
}

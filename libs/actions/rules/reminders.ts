import type { DeadlinePolicy } from '#config/deadlines.js';
import type { EscalationStep, Moment, ReminderPolicy, Rhythm } from '#config/reminders.js';
import type { Grade, Horizon } from '#issues/vocabulary.js';
import type { Position } from '#people/vocabulary.js';
import { atSeoul, seoulDay, seoulTime, type Calendar } from '#platform/calendar.js';
import { AWAITED_STATES, type Awaited, type OfficeAwaited, type RequestState } from '../vocabulary.js';
import { later } from './due.js';
import { officeTime } from './office-time.js';

/** A request as far as its clocks go. */
export interface Clocked {
  grade: Grade | null;
  horizon: Horizon | null;
  state: RequestState;
  deliveredAt: Date;
  acknowledgeBy: Date | null;
  assignBy: Date | null;
  dueAt: Date | null;
  /** When the office is to settle what the department sent back. */
  officeBy: Date | null;
  /** Its measure is under way still, though what was answered may have been accepted. */
  underway: boolean;
  /** Who up the line was told, or is to be told, of which deadline. */
  told: readonly { of: string; to: string; deadline: Date | string }[];
}

export interface Reminder {
  of: Awaited | OfficeAwaited;
  /** When it was to be said. */
  moment: Date;
  deadline: Date;
  /** Working days since the deadline's day; 0 until it has passed. */
  late: number;
}

export interface Escalation {
  of: Escalated;
  /** From 1. */
  step: number;
  to: Position;
  moment: Date;
  deadline: Date;
}
export type Escalated = 'acknowledgement' | 'answer';

/** What there is to say of a request, and when there is something again. */
export interface Ringing {
  reminders: Reminder[];
  escalations: Escalation[];
  next: Date | null;
}

export interface Policies {
  deadlines: DeadlinePolicy;
  reminders: ReminderPolicy;
  calendar: Calendar;
}

/**
 * What falls between two looks at a request, `said` excluded and `now` included. Of reminders that were missed while nothing looked
 * only the newest of each kind is said: who was asked nothing for three days is not asked three times at once. Of the steps up the
 * line all are taken that have come and were not told, also those that a heavier grade has put before the last look.
 */
export function ringing(request: Clocked, said: Date, now: Date, policies: Policies): Ringing {
  const clocks = clocksOf(request, policies);
  const rung = clocks.map((clock) => ({ clock, ...between(clock, said, now, policies) }));
  return {
    reminders: rung.flatMap(({ clock: { of, deadline, from }, last }) =>
      last ? [{ of, moment: last, deadline, late: lateness(of, from, last, policies.calendar) }] : [],
    ),
    escalations: rung.flatMap(({ clock, steps }) =>
      steps
        .filter(({ moment, to }) => moment <= now && !isTold(request, clock, to))
        .map((step) => ({ ...step, of: clock.of as Escalated, deadline: clock.deadline })),
    ),
    next: earliest(
      rung.flatMap(({ next, steps }) => [
        next,
        ...steps.map(({ moment }) => moment).filter((at) => at > now),
      ]),
    ),
  };
}

const isTold = ({ told }: Clocked, { of, deadline }: Clock, to: Position): boolean =>
  told.some(
    (one) => one.of === of && one.to === to && new Date(one.deadline).getTime() === deadline.getTime(),
  );

interface Clock {
  of: Awaited | OfficeAwaited;
  deadline: Date;
  /** The deadline in the calendar as it is: one on a closed day, be it declared since, counts as one on the next working day. */
  from: Date;
  rhythm: Rhythm;
  line: readonly EscalationStep[];
  /** From here on another clock says it. */
  until: Date | null;
}

/** The clocks that run for a request as it stands; whoever answers has received it, whatever is missing on paper. */
function clocksOf(request: Clocked, policies: Policies): Clock[] {
  const { state, grade, horizon, dueAt } = request;
  const { byGrade, escalation, longTerm, office } = policies.reminders;
  const awaited = (AWAITED_STATES as readonly string[]).includes(state);
  const rhythms = byGrade[grade ?? 'low'];
  const line = escalation.byGrade[grade ?? 'low'];
  const clocks: (Omit<Clock, 'from'> | null)[] = [
    state === 'delivered'
      ? running(
          'acknowledgement',
          request.acknowledgeBy,
          rhythms.acknowledgement,
          line.acknowledgement,
          dueAt,
        )
      : null,
    state === 'acknowledged' ? running('assignment', request.assignBy, rhythms.assignment, [], dueAt) : null,
    awaited && horizon === 'long'
      ? running('answer', dueAt, longTerm.answer, longTerm.escalation, null)
      : null,
    awaited && horizon !== 'long' ? running('answer', dueAt, rhythms.answer, line.answer, null) : null,
    horizon === 'long' && (awaited || request.underway)
      ? running('progress', request.deliveredAt, QUARTERLY, [], null)
      : null,
    state === 'refused' ? running('settlement', request.officeBy, office.settlement.rhythm, [], null) : null,
    state === 'answered' ? running('review', request.officeBy, office.review.rhythm, [], null) : null,
  ];
  return clocks.flatMap((one) => (one ? [{ ...one, from: inCalendar(one.deadline, policies) }] : []));
}

const running = (
  of: Clock['of'],
  deadline: Date | null,
  rhythm: Rhythm,
  line: readonly EscalationStep[],
  until: Date | null,
): Omit<Clock, 'from'> | null => deadline && { of, deadline, rhythm, line, until };

function inCalendar(deadline: Date, { deadlines, calendar }: Policies): Date {
  const day = seoulDay(deadline);
  if (calendar.isWorkingDay(day)) return deadline;
  const time = seoulTime(deadline);
  const { endOfDay } = deadlines;
  return atSeoul(calendar.nextWorkingDay(day), time < endOfDay ? time : endOfDay);
}

/** Its moments are counted in months: see `momentsOf`. */
const QUARTERLY: Rhythm = { moments: [], thenEvery: null };

function between(
  clock: Clock,
  said: Date,
  now: Date,
  policies: Policies,
): { last: Date | null; next: Date | null; steps: Omit<Escalation, 'of' | 'deadline'>[] } {
  const before = (at: Date): boolean => clock.until === null || at < clock.until;
  let last: Date | null = null;
  let next: Date | null = null;
  for (const at of momentsOf(clock, policies)) {
    if (!before(at)) break;
    if (at > now) {
      next = at;
      break;
    }
    if (at > said) last = at;
  }
  const steps = clock.line
    .map(({ after, to }, i) => ({ step: i + 1, to, moment: momentOf(after, clock.from, policies) }))
    .filter(({ moment }) => before(moment));
  return { last, next, steps };
}

/** In order, without end where a rhythm goes on. */
function* momentsOf({ of, deadline, from, rhythm }: Clock, policies: Policies): Generator<Date> {
  if (of === 'progress') return yield* quarters(deadline, policies);
  const single = rhythm.moments.map((moment) => momentOf(moment, from, policies));
  yield* single;
  const last = single.at(-1) ?? from;
  for (let day = seoulDay(from); rhythm.thenEvery;) {
    day = policies.calendar.addWorkingDays(day, rhythm.thenEvery);
    const at = atSeoul(day, policies.reminders.sayAt);
    if (at > last) yield at;
  }
}

/** Every quarter after delivery, each on a working day. */
function* quarters(from: Date, { deadlines, reminders, calendar }: Policies): Generator<Date> {
  for (let n = 1; ; n += 1) {
    const day = later(seoulDay(from), deadlines.longTerm.followUp, n);
    yield atSeoul(calendar.nextWorkingDay(day), reminders.sayAt);
  }
}

export function momentOf(moment: Moment, deadline: Date, { deadlines, reminders, calendar }: Policies): Date {
  if ('officeHours' in moment) return officeTime(deadline, moment.officeHours, deadlines.office, calendar);
  return atSeoul(calendar.addWorkingDays(seoulDay(deadline), moment.workingDays), reminders.sayAt);
}

/** A quarterly check is never late: its deadline is when the request was sent. */
const lateness = (of: Clock['of'], deadline: Date, at: Date, calendar: Calendar): number =>
  of === 'progress' ? 0 : workingDaysLate(deadline, at, calendar);

/** Working days from the deadline's day to the day of an instant; 0 where it is not later. */
export function workingDaysLate(deadline: Date, at: Date, calendar: Calendar): number {
  if (at <= deadline) return 0;
  const today = seoulDay(at);
  let late = 0;
  let day = seoulDay(deadline);
  for (;;) {
    day = calendar.addWorkingDays(day, 1);
    if (day > today) return late;
    late += 1;
  }
}

const earliest = (instants: (Date | null)[]): Date | null =>
  instants.reduce((first, at) => (at && (!first || at < first) ? at : first), null);

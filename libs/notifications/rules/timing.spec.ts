import fc from 'fast-check';
import { HOLIDAYS } from '#config/holidays.js';
import { DIGEST_TIMES, QUIET_HOURS } from '#config/notifications.js';
import { calendar, seoulDay, seoulTime, weekday } from '#platform/calendar.js';
import { nextDigest, nextOpening, timing, type QuietHours } from './timing.js';

const office = calendar(HOLIDAYS);
const at = (text: string): Date => new Date(`${text}+09:00`);
const opening = (text: string, quiet: QuietHours = QUIET_HOURS) => nextOpening(at(text), quiet, office);
const never: QuietHours = { from: '00:00', to: '00:00', closedDays: false };

describe('mail', () => {
  it('goes at once in office hours', () => {
    expect(opening('2026-11-25T09:12:13.456')).toEqual(at('2026-11-25T09:12:13.456'));
    expect(opening('2026-11-25T19:59:59.999')).toEqual(at('2026-11-25T19:59:59.999'));
    expect(opening('2026-11-25T08:00:00')).toEqual(at('2026-11-25T08:00:00'));
  });

  it('of the evening, of the night and of early morning waits for eight', () => {
    expect(opening('2026-11-25T20:00:00')).toEqual(at('2026-11-26T08:00:00'));
    expect(opening('2026-11-25T23:59:59')).toEqual(at('2026-11-26T08:00:00'));
    expect(opening('2026-11-26T07:59:59')).toEqual(at('2026-11-26T08:00:00'));
  });

  it('of a Friday evening waits for Monday, before a holiday for the day after', () => {
    expect(opening('2026-11-27T21:00:00')).toEqual(at('2026-11-30T08:00:00'));
    // 추석 2026: Thursday to Saturday, then Sunday.
    expect(opening('2026-09-23T20:30:00')).toEqual(at('2026-09-28T08:00:00'));
    expect(opening('2026-11-28T10:00:00', { ...QUIET_HOURS, closedDays: false })).toEqual(
      at('2026-11-28T10:00:00'),
    );
  });

  it('keeps to hours of somebody’s own, within a day as well', () => {
    const lunch = { from: '12:00', to: '13:00', closedDays: false };
    expect(opening('2026-11-25T12:30:00', lunch)).toEqual(at('2026-11-25T13:00:00'));
    expect(opening('2026-11-25T13:00:00', lunch)).toEqual(at('2026-11-25T13:00:00'));
    expect(opening('2026-11-28T03:00:00', never)).toEqual(at('2026-11-28T03:00:00'));
  });

  it('does not stop where the holidays end that are known', () => {
    expect(opening('2031-01-04T10:00:00')).toEqual(at('2031-01-06T08:00:00'));
  });
});

describe('gathered mail', () => {
  const digest = (text: string, every: 'daily' | 'weekly', weekdayOf = 1) =>
    nextDigest(at(text), { ...DIGEST_TIMES, weekday: weekdayOf }, every, QUIET_HOURS, office);

  it('comes at its time on the next working day', () => {
    expect(digest('2026-11-25T08:29:59', 'daily')).toEqual(at('2026-11-25T08:30:00'));
    expect(digest('2026-11-25T08:30:00', 'daily')).toEqual(at('2026-11-26T08:30:00'));
    expect(digest('2026-11-27T09:00:00', 'daily')).toEqual(at('2026-11-30T08:30:00'));
  });

  it('comes once a week on its day, or the working day after a holiday', () => {
    expect(digest('2026-11-25T09:00:00', 'weekly')).toEqual(at('2026-11-30T08:30:00'));
    // Monday 5 October 2026 is a holiday.
    expect(digest('2026-09-29T09:00:00', 'weekly')).toEqual(at('2026-10-06T08:30:00'));
    expect(digest('2026-10-05T20:00:00', 'weekly')).toEqual(at('2026-10-06T08:30:00'));
  });
});

describe('what is critical', () => {
  const night = at('2026-11-28T03:00:00');
  const wish = { mail: 'at-once', quiet: QUIET_HOURS, digest: DIGEST_TIMES } as const;

  it('wakes people, gathered mail or not', () => {
    const critical = { critical: true, alone: true };
    expect(timing(night, wish, critical, office)).toEqual({ send: 'now' });
    expect(timing(night, { ...wish, mail: 'weekly' }, critical, office)).toEqual({ send: 'now' });
    expect(timing(night, wish, { critical: false, alone: true }, office)).toMatchObject({ send: 'later' });
  });

  it('comes by mail only where mail is wanted, and where it is worth one', () => {
    expect(timing(night, { ...wish, mail: 'off' }, { critical: true, alone: true }, office)).toEqual({
      send: 'never',
    });
    expect(timing(night, wish, { critical: false, alone: false }, office)).toEqual({ send: 'never' });
    expect(
      timing(night, { ...wish, mail: 'daily' }, { critical: false, alone: false }, office),
    ).toMatchObject({
      gathered: true,
    });
  });
});

describe('whenever it is and whatever the hours', () => {
  const instant = fc
    .integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2032, 11, 1) })
    .map((ms) => new Date(ms));
  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const quiet = fc.record({ from: time, to: time, closedDays: fc.boolean() });
  const known = (day: string) => day < '2031';

  /** The same said another way: by looking at the clock. */
  const isQuiet = (when: Date, { from, to, closedDays }: QuietHours): boolean => {
    const clock = seoulTime(when);
    const day = seoulDay(when);
    const weekend = [0, 6].includes(weekday(day));
    if (closedDays && (known(day) ? !office.isWorkingDay(day) : weekend)) return true;
    if (from === to) return false;
    return from < to ? clock >= from && clock < to : clock >= from || clock < to;
  };

  it('mail never goes earlier than now nor in quiet hours, and at once where it may', () => {
    fc.assert(
      fc.property(instant, quiet, (now, hours) => {
        const sent = nextOpening(now, hours, office);
        expect(sent >= now).toBe(true);
        expect(isQuiet(sent, hours)).toBe(false);
        expect(sent > now).toBe(isQuiet(now, hours));
      }),
    );
  });

  it('what comes later never goes earlier, alone or gathered', () => {
    const digest = fc.record({ at: time, weekday: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(
        instant,
        fc.nat(30 * 86_400_000),
        quiet,
        digest,
        fc.boolean(),
        (first, more, hours, times, daily) => {
          const second = new Date(first.getTime() + more);
          const every = daily ? 'daily' : 'weekly';
          expect(nextOpening(first, hours, office) <= nextOpening(second, hours, office)).toBe(true);
          const gathered = nextDigest(first, times, every, hours, office);
          expect(gathered > first && !isQuiet(gathered, hours)).toBe(true);
          expect(gathered <= nextDigest(second, times, every, hours, office)).toBe(true);
        },
      ),
    );
  });
});

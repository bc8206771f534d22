import fc from 'fast-check';
import { DEADLINES } from '#config/deadlines.js';
import { HOLIDAYS } from '#config/holidays.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import { calendar, CalendarOutOfRange, seoulDay } from '#platform/calendar.js';
import { acknowledgeBy, dueAt, nextReviewOn } from './due.js';

const office = calendar(HOLIDAYS);
const at = (local: string) => new Date(`${local}:00+09:00`);
const show = (instant: Date | null) =>
  instant && new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
const answer = (grade: Grade, delivered: string, horizon: 'short' | 'long' | null = null) =>
  show(dueAt({ grade, horizon, deliveredAt: at(delivered) }, DEADLINES, office));

describe('the answer to a request', () => {
  it.each([
    ['in the morning: the same day', '2026-11-25T09:30', '2026-11-25T18:00'],
    ['just before four: the same day', '2026-11-25T15:59', '2026-11-25T18:00'],
    ['at four: noon of the next working day', '2026-11-25T16:00', '2026-11-26T12:00'],
    ['late on Friday: Monday noon', '2026-11-27T17:30', '2026-11-30T12:00'],
    ['on Saturday: Monday evening', '2026-11-28T10:00', '2026-11-30T18:00'],
    ['on Sunday night: Monday evening', '2026-11-29T23:00', '2026-11-30T18:00'],
    ['before Chuseok at four: noon after it', '2026-09-23T16:30', '2026-09-28T12:00'],
    ['just after midnight in Seoul: that day', '2026-11-26T00:05', '2026-11-26T18:00'],
  ])('of the grade critical, delivered %s', (_when, delivered, due) => {
    expect(answer('critical', delivered)).toBe(due);
  });

  it('takes three or seven working days, the first not counted', () => {
    expect(answer('high', '2026-11-25T10:00')).toBe('2026-11-30T18:00');
    expect(answer('high', '2026-11-25T23:59')).toBe('2026-11-30T18:00');
    expect(answer('high', '2026-11-28T10:00')).toBe('2026-12-02T18:00');
    expect(answer('moderate', '2026-11-25T10:00')).toBe('2026-12-04T18:00');
    expect(answer('moderate', '2026-09-23T10:00', 'short')).toBe('2026-10-07T18:00');
  });

  it('of what is light has twice as long', () => {
    expect(answer('low', '2026-11-25T10:00')).toBe('2026-12-15T18:00');
  });

  it('of a long-term request is due when budget requests close', () => {
    expect(answer('high', '2026-03-02T10:00', 'long')).toBe('2026-08-31T18:00');
    // Nobody writes a budget request in a few days: 14 working days before it is the last time for this year's.
    expect(answer('high', '2026-08-10T17:59', 'long')).toBe('2026-08-31T18:00');
    expect(answer('high', '2026-08-11T09:00', 'long')).toBe('2027-08-31T18:00');
    expect(answer('critical', '2026-11-25T10:00', 'long')).toBe('2027-08-31T18:00');
  });

  it('moves the close of budget requests to the next working day', () => {
    expect(answer('high', '2024-01-02T10:00', 'long')).toBe('2024-09-02T18:00');
    expect(answer('high', '2024-08-09T10:00', 'long')).toBe('2024-09-02T18:00');
  });

  it('says plainly when the holidays are not known', () => {
    expect(() => answer('high', '2030-12-30T10:00')).toThrow(CalendarOutOfRange);
  });

  it('is never before delivery, never sooner for a later delivery, never on a closed day', () => {
    const instant = fc
      .integer({ min: at('2026-01-02T00:00').getTime(), max: at('2029-12-01T00:00').getTime() })
      .map((ms) => new Date(ms));
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.constantFrom(...GRADES),
        fc.constantFrom('short', 'long', null),
        (a, b, grade, horizon) => {
          const [early, late] = a <= b ? [a, b] : [b, a];
          const first = dueAt({ grade, horizon, deliveredAt: early }, DEADLINES, office);
          const second = dueAt({ grade, horizon, deliveredAt: late }, DEADLINES, office);
          expect(first! >= early).toBe(true);
          expect(first! <= second!).toBe(true);
          expect(office.isWorkingDay(seoulDay(first!))).toBe(true);
        },
      ),
    );
  });
});

describe('the receipt of a request', () => {
  const receipt = (grade: Grade, delivered: string) =>
    show(acknowledgeBy({ grade, deliveredAt: at(delivered) }, DEADLINES, office));

  it('takes two office hours at the grade critical', () => {
    expect(receipt('critical', '2026-11-25T10:15')).toBe('2026-11-25T12:15');
    expect(receipt('critical', '2026-11-25T16:00')).toBe('2026-11-25T18:00');
    expect(receipt('critical', '2026-11-25T17:00')).toBe('2026-11-26T10:00');
    expect(receipt('critical', '2026-11-27T20:00')).toBe('2026-11-30T11:00');
    expect(receipt('critical', '2026-11-25T06:00')).toBe('2026-11-25T11:00');
  });

  it('takes one working day below, none at the grade low', () => {
    expect(receipt('high', '2026-11-27T10:00')).toBe('2026-11-30T18:00');
    expect(receipt('moderate', '2026-11-25T10:00')).toBe('2026-11-26T18:00');
    expect(receipt('low', '2026-11-25T10:00')).toBeNull();
  });
});

describe('what comes after', () => {
  it('reviews weekly, every two weeks or monthly, on a working day', () => {
    expect(nextReviewOn('critical', '2026-11-25', DEADLINES, office)).toBe('2026-12-02');
    expect(nextReviewOn('high', '2026-11-25', DEADLINES, office)).toBe('2026-12-09');
    expect(nextReviewOn('moderate', '2026-11-25', DEADLINES, office)).toBe('2026-12-28');
    expect(nextReviewOn('low', '2027-01-31', DEADLINES, office)).toBe('2027-03-02');
  });
});

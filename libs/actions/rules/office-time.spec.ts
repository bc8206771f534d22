import fc from 'fast-check';
import { DEADLINES } from '#config/deadlines.js';
import { HOLIDAYS } from '#config/holidays.js';
import { calendar, seoulDay, seoulTime } from '#platform/calendar.js';
import { officeTime } from './office-time.js';

const office = calendar(HOLIDAYS);
const at = (local: string) => new Date(`${local}:00+09:00`);
const show = (instant: Date) => new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
const from = (local: string, hours: number) => show(officeTime(at(local), hours, DEADLINES.office, office));

describe('office time', () => {
  it.each([
    ['within a day', '2026-11-25T10:15', 2, '2026-11-25T12:15'],
    ['until closing', '2026-11-25T16:00', 2, '2026-11-25T18:00'],
    ['over the night', '2026-11-25T17:00', 2, '2026-11-26T10:00'],
    ['over a weekend', '2026-11-27T17:30', 1, '2026-11-30T09:30'],
    ['over Chuseok', '2026-09-23T17:00', 2, '2026-09-28T10:00'],
    ['from the night', '2026-11-25T22:00', 1, '2026-11-26T10:00'],
    ['before opening', '2026-11-25T06:00', 1, '2026-11-25T10:00'],
    ['over two days', '2026-11-25T10:00', 18, '2026-11-27T10:00'],
    ['backwards within a day', '2026-11-25T18:00', -2, '2026-11-25T16:00'],
    ['backwards over the night', '2026-11-26T10:00', -2, '2026-11-25T17:00'],
    ['backwards to opening', '2026-11-26T11:00', -2, '2026-11-26T09:00'],
    ['backwards over a weekend', '2026-11-30T09:30', -1, '2026-11-27T17:30'],
    ['backwards from a Sunday', '2026-11-29T18:00', -2, '2026-11-27T16:00'],
    ['backwards from the small hours', '2026-11-26T03:00', -1, '2026-11-25T17:00'],
    ['none', '2026-11-25T10:15', 0, '2026-11-25T10:15'],
    ['none, at closing', '2026-11-25T18:00', 0, '2026-11-25T18:00'],
    ['none, on a Sunday', '2026-11-29T18:00', 0, '2026-11-30T09:00'],
    ['none, at night', '2026-11-25T23:00', 0, '2026-11-26T09:00'],
  ])('%s', (_what, start, hours, end) => {
    expect(from(start, hours)).toBe(end);
  });

  const instant = fc
    .integer({ min: at('2026-02-01T00:00').getTime(), max: at('2029-11-01T00:00').getTime() })
    .map((ms) => new Date(ms));
  const hours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);
  const run = (start: Date, n: number) => officeTime(start, n, DEADLINES.office, office);
  const isOpen = (one: Date) =>
    office.isWorkingDay(seoulDay(one)) && seoulTime(one) >= '09:00' && one <= at(`${seoulDay(one)}T18:00`);

  it('always ends while the office is open, and never runs the other way', () => {
    fc.assert(
      fc.property(instant, hours, (start, n) => {
        const later = run(start, n);
        const earlier = run(start, -n - 0.25);
        expect([isOpen(later), isOpen(earlier)]).toEqual([true, true]);
        expect([later >= start, earlier <= start]).toEqual([true, true]);
      }),
    );
  });

  it('adds up: so much and then so much is as much as both at once', () => {
    fc.assert(
      fc.property(instant, hours, hours, (start, a, b) => {
        expect(run(run(start, a), b)).toEqual(run(start, a + b));
      }),
    );
  });

  it('is as long as the office was open meanwhile, counted quarter by quarter', () => {
    const QUARTER = 900_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 * 24 * 300 }),
        fc.integer({ min: 1, max: 60 }),
        (startQuarter, quarters) => {
          const start = new Date(at('2026-02-01T00:00').getTime() + startQuarter * QUARTER);
          const end = run(start, quarters / 4);
          let open = 0;
          for (let t = start.getTime(); t < end.getTime(); t += QUARTER) {
            const one = new Date(t);
            const time = seoulTime(one);
            if (office.isWorkingDay(seoulDay(one)) && time >= '09:00' && time < '18:00') open += 1;
          }
          expect(open).toBe(quarters);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { HOLIDAYS, HOLIDAY_STATUS } from '#config/holidays.js';
import {
  addDays,
  addMonths,
  atSeoul,
  calendar,
  CalendarOutOfRange,
  daysBetween,
  endOfDay18,
  isDay,
  lastDayOf,
  monthsBetween,
  seoulDay,
  seoulMonth,
  seoulTime,
  weekday,
} from './calendar.js';

const office = calendar(HOLIDAYS);
const day = fc.integer({ min: 30, max: 3900 }).map((n) => addDays('2020-01-01', n));

describe('the working calendar of the office', () => {
  it.each([
    [2020, 250],
    [2021, 249],
    [2022, 247],
    [2023, 247],
    [2024, 246],
    [2025, 244],
    [2026, 245],
    [2027, 246],
    [2028, 243],
    [2029, 245],
    [2030, 243],
  ])('counts the published working days of %i', (year, working) => {
    let count = 0;
    for (let at = `${year}-01-01`; at.startsWith(String(year)); at = addDays(at, 1)) {
      if (office.isWorkingDay(at)) count += 1;
    }
    expect(count).toBe(working);
  });

  it('says which years are only computed', () => {
    expect(HOLIDAY_STATUS[2027]).toBe('confirmed');
    expect(HOLIDAY_STATUS[2028]).toBe('computed');
    expect(Object.keys(HOLIDAY_STATUS)).toEqual(Object.keys(HOLIDAYS));
  });

  it('is closed on weekends, holidays and substitute days', () => {
    expect(office.isWorkingDay('2026-08-14')).toBe(true);
    expect(office.isWorkingDay('2026-08-15')).toBe(false);
    expect(office.isWorkingDay('2026-08-16')).toBe(false);
    expect(office.isWorkingDay('2026-08-17')).toBe(false);
    expect(office.holidaysOn('2025-05-05')).toEqual(['부처님오신날', '어린이날']);
  });

  it('does not count the first day', () => {
    expect(office.addWorkingDays('2026-11-25', 1)).toBe('2026-11-26');
    expect(office.addWorkingDays('2026-11-25', 3)).toBe('2026-11-30');
    expect(office.addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
    expect(office.addWorkingDays('2026-11-28', 0)).toBe('2026-11-30');
    expect(office.addWorkingDays('2026-11-30', -1)).toBe('2026-11-27');
    expect(office.addWorkingDays('2026-11-29', -1)).toBe('2026-11-27');
  });

  it('crosses the long holiday of Chuseok', () => {
    expect(office.addWorkingDays('2026-09-23', 1)).toBe('2026-09-28');
    expect(office.nextWorkingDay('2026-09-24')).toBe('2026-09-28');
    expect(office.previousWorkingDay('2026-09-26')).toBe('2026-09-23');
  });

  it('adds up: n and then m working days are n + m', () => {
    fc.assert(
      fc.property(day, fc.nat(20), fc.nat(20), (from, n, m) => {
        const start = office.nextWorkingDay(from);
        expect(office.addWorkingDays(office.addWorkingDays(start, n), m)).toBe(
          office.addWorkingDays(start, n + m),
        );
        expect(office.addWorkingDays(office.addWorkingDays(start, n), -n)).toBe(start);
      }),
    );
  });

  it('always arrives at a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 20 }), (from, n) => {
        expect(office.isWorkingDay(office.addWorkingDays(from, n))).toBe(true);
      }),
    );
  });

  it('says plainly that it does not know a year', () => {
    expect(() => office.isWorkingDay('2031-01-02')).toThrow(CalendarOutOfRange);
    expect(() => office.addWorkingDays('2030-12-31', 1)).toThrow(/2031.*2020–2030/);
    expect(() => office.isWorkingDay('2019-12-31')).toThrow(CalendarOutOfRange);
    expect(() => office.addWorkingDays('2026-01-02', 1.5)).toThrow(RangeError);
  });
});

describe('time in Seoul', () => {
  it('turns the day at 15:00 UTC', () => {
    expect(seoulDay(new Date('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31');
    expect(seoulDay(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
    expect(seoulMonth(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01');
    expect(seoulTime(new Date('2026-12-31T07:30:00Z'))).toBe('16:30');
  });

  it('means 18:00 by a deadline given as a day', () => {
    expect(endOfDay18('2026-11-25').toISOString()).toBe('2026-11-25T09:00:00.000Z');
    expect(() => atSeoul('2026-11-25', '24:00')).toThrow(RangeError);
  });

  it('does arithmetic on days and months', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(weekday('2026-11-25')).toBe(3);
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2026-11', '2027-01')).toBe(2);
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('refuses what is no day or month', () => {
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('2026-2-3')).toBe(false);
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
    expect(() => addMonths('2026-00', 1)).toThrow(RangeError);
  });

  it('takes months back again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (n) => {
        expect(addMonths(addMonths('2026-06', n), -n)).toBe('2026-06');
        expect(monthsBetween('2026-06', addMonths('2026-06', n))).toBe(n);
      }),
    );
  });
});

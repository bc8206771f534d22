import fc from 'fast-check';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { addMonths, calendar, CalendarOutOfRange } from '#platform/calendar.js';
import type { ReportSchedule } from '#config/schedule.js';
import { issuingDaysDue, reportDueOn, reportsDue, resultsDue, resultsDueOn } from './schedule.js';

const office = calendar(HOLIDAYS);
const due = (month: string) => reportDueOn(month, REPORT_SCHEDULE, office);

describe('the draft of a report', () => {
  it('is due at nine on the 23rd of the month before', () => {
    expect(due('2026-12')).toEqual({ day: '2026-11-23', at: new Date('2026-11-23T00:00:00Z') });
    expect(due('2027-01').day).toBe('2026-12-23');
  });

  it('is due on the working day before when the 23rd is closed', () => {
    expect(due('2026-06').day).toBe('2026-05-22');
    expect(due('2026-09').day).toBe('2026-08-21');
    expect(due('2023-02').day).toBe('2023-01-20');
  });

  it('is always due before its month begins', () => {
    fc.assert(
      fc.property(fc.nat(130), (n) => {
        const month = addMonths('2020-02', n);
        const { day } = due(month);
        expect(day < `${month}-01` && office.isWorkingDay(day)).toBe(true);
      }),
    );
  });
});

describe('the reports due', () => {
  const list = (since: string, now: string) => reportsDue(since, new Date(now), REPORT_SCHEDULE, office);

  it('begin with the instant of the draft', () => {
    expect(list('2026-12', '2026-11-22T23:59:59Z')).toEqual([]);
    expect(list('2026-12', '2026-11-23T00:00:00Z')).toEqual(['2026-12']);
  });

  it('make up for missed months, oldest first', () => {
    expect(list('2026-09', '2026-12-01T00:00:00Z')).toEqual(['2026-09', '2026-10', '2026-11', '2026-12']);
  });

  it('turn the month in Seoul, not in Greenwich', () => {
    expect(list('2027-01', '2026-12-23T00:00:00Z')).toEqual(['2027-01']);
    expect(list('2027-02', '2026-12-31T15:00:00Z')).toEqual([]);
  });

  it('are none when the first is still to come', () => {
    expect(list('2027-05', '2026-11-23T00:00:00Z')).toEqual([]);
  });

  it('say plainly when the holidays are not known', () => {
    expect(() => due('2020-01')).toThrow(CalendarOutOfRange);
    expect(() => list('2030-12', '2031-03-01T00:00:00Z')).toThrow(CalendarOutOfRange);
  });
});

it('a day of the office on a holiday goes where the schedule says', () => {
  const on = (shift: ReportSchedule['shift']) =>
    reportDueOn('2026-06', { ...REPORT_SCHEDULE, shift }, office).day;
  // 23 May 2026 is a Saturday, the 25th a holiday in lieu.
  expect([on('previous'), on('none'), on('next')]).toEqual(['2026-05-22', '2026-05-23', '2026-05-26']);
});

it('a draft is to be reviewed on the 25th and issued on the 27th of the month before', () => {
  const due = (now: string) =>
    issuingDaysDue(new Date(now), REPORT_SCHEDULE, office).map(({ name, month, at }) => [
      name,
      month,
      at.toISOString(),
    ]);
  expect(due('2026-11-25T00:00:00Z')).toEqual([
    ['report.review-due', '2026-12', '2026-11-25T00:00:00.000Z'],
    ['report.issue-due', '2026-11', '2026-10-27T00:00:00.000Z'],
  ]);
  // 27 December 2026 is a Sunday, the 25th a holiday.
  expect(due('2026-12-28T00:00:00Z')[1]).toEqual(['report.issue-due', '2027-01', '2026-12-24T00:00:00.000Z']);
});

it('results are settled by the 5th of the month after, or the working day before', () => {
  expect(resultsDueOn('2026-10', REPORT_SCHEDULE, office)).toBe('2026-11-05');
  expect(resultsDueOn('2026-11', REPORT_SCHEDULE, office)).toBe('2026-12-04');
  expect(resultsDueOn('2150-01', REPORT_SCHEDULE, office)).toBe('2150-02-05');
});

it('the office is told at nine of that day, and until the next one of the last month that came', () => {
  const told = (now: string) => resultsDue(new Date(now), REPORT_SCHEDULE, office);
  // 5 December 2026 is a Saturday.
  expect(told('2026-12-03T23:59:00Z').month).toBe('2026-10');
  expect(told('2026-12-04T00:00:00Z')).toEqual({ month: '2026-11', at: new Date('2026-12-04T00:00:00Z') });
  expect(told('2027-01-04T00:00:00Z').month).toBe('2026-11');
});

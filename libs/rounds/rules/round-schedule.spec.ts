import fc from 'fast-check';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { addMonths, calendar, seoulDay, seoulMonth, seoulTime } from '#platform/calendar.js';
import { answerBy, remindAt, roundDue, roundOpensAt } from './round-schedule.js';

const office = calendar(HOLIDAYS);
const seoul = (local: string) => new Date(`${local}:00+09:00`);
const opens = (month: string) => roundOpensAt(month, REPORT_SCHEDULE, office);
const due = (local: string) => roundDue(seoul(local), REPORT_SCHEDULE, office);
const by = (local: string) => answerBy(seoul(local), REPORT_SCHEDULE, office);

describe('the monthly round', () => {
  it('opens at nine on the 20th of the month before, or the working day before that', () => {
    expect(opens('2026-12')).toEqual(seoul('2026-11-20T09:00'));
    // 20 December 2026 is a Sunday, 20 February 2027 a Saturday.
    expect(opens('2027-01')).toEqual(seoul('2026-12-18T09:00'));
    expect(opens('2027-03')).toEqual(seoul('2027-02-19T09:00'));
  });

  it('is due to the minute, and from then on until the next one is', () => {
    expect(due('2026-11-20T08:59').month).toBe('2026-11');
    expect(due('2026-11-20T09:00')).toEqual({ month: '2026-12', at: seoul('2026-11-20T09:00') });
    expect(due('2026-12-10T12:00').month).toBe('2026-12');
    expect(due('2026-12-18T09:00').month).toBe('2027-01');
  });

  it('is answered by 18:00 of the third working day', () => {
    expect(by('2026-11-20T09:00')).toEqual(seoul('2026-11-25T18:00'));
    // Over Christmas.
    expect(by('2026-12-23T10:00')).toEqual(seoul('2026-12-29T18:00'));
  });

  it('reminds on the working day before, unless that is no later than asking', () => {
    const remind = (openedAt: string, dueAt: string) =>
      remindAt({ openedAt: seoul(openedAt), dueAt: seoul(dueAt) }, REPORT_SCHEDULE, office);
    expect(remind('2026-11-20T09:00', '2026-11-25T18:00')).toEqual(seoul('2026-11-24T09:00'));
    expect(remind('2026-11-20T09:00', '2026-11-23T18:00')).toBeNull();
  });

  it('is always on a working day of the month before its own, and asks and reminds before it is due', () => {
    fc.assert(
      fc.property(fc.nat(130), (n) => {
        const month = addMonths('2020-02', n);
        const at = opens(month);
        expect([seoulMonth(at), seoulTime(at), office.isWorkingDay(seoulDay(at))]).toEqual([
          addMonths(month, -1),
          '09:00',
          true,
        ]);
        expect(roundDue(at, REPORT_SCHEDULE, office).month).toBe(month);
        const dueAt = answerBy(at, REPORT_SCHEDULE, office);
        const reminded = remindAt({ openedAt: at, dueAt }, REPORT_SCHEDULE, office)!;
        expect(at < reminded && reminded < dueAt).toBe(true);
      }),
    );
  });
});

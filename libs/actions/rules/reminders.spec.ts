import fc from 'fast-check';
import { DEADLINES } from '#config/deadlines.js';
import { HOLIDAYS } from '#config/holidays.js';
import { REMINDERS } from '#config/reminders.js';
import { GRADES } from '#issues/vocabulary.js';
import { calendar, seoulDay, seoulTime } from '#platform/calendar.js';
import { acknowledgeBy, dueAt } from './due.js';
import { ringing, workingDaysLate, type Clocked } from './reminders.js';

const office = calendar(HOLIDAYS);
const POLICIES = { deadlines: DEADLINES, reminders: REMINDERS, calendar: office };
const at = (local: string) => new Date(`${local}:00+09:00`);
const show = (instant: Date) => new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);

const asked = (more: Partial<Clocked> = {}): Clocked => {
  const { grade = 'high', horizon = null, deliveredAt = at('2026-11-25T10:00'), ...rest } = more;
  const sent = { grade: grade!, horizon, deliveredAt };
  return {
    ...sent,
    state: 'acknowledged',
    assignBy: null,
    underway: false,
    officeBy: null,
    told: [],
    acknowledgeBy: acknowledgeBy(sent, DEADLINES, office),
    dueAt: dueAt(sent, DEADLINES, office),
    ...rest,
  };
};

/** Everything said until an instant by somebody who looks whenever there may be something. */
function played(request: Clocked, until: string): string[] {
  const said: string[] = [];
  let since = request.deliveredAt;
  let { told } = request;
  for (let next: Date | null = since; next && next <= at(until);) {
    const rung = ringing({ ...request, told }, since, next, POLICIES);
    told = [...told, ...rung.escalations];
    for (const { of, moment, late } of rung.reminders)
      said.push(`${show(moment)} ${of}${late ? ` +${late}` : ''}`);
    for (const { of, moment, to } of rung.escalations) said.push(`${show(moment)} ${of} → ${to}`);
    since = next;
    next = rung.next;
  }
  return said;
}

describe('reminders', () => {
  it('of the grade critical come two hours before, at the deadline, then daily, and go up the line', () => {
    expect(played(asked({ grade: 'critical' }), '2026-12-01T12:00')).toEqual([
      '2026-11-25T16:00 answer',
      '2026-11-25T18:00 answer',
      '2026-11-26T09:00 answer +1',
      '2026-11-26T10:00 answer → division-head',
      '2026-11-26T14:00 answer → bureau-head',
      '2026-11-27T09:00 answer +2',
      '2026-11-27T09:00 answer → office-head',
      '2026-11-30T09:00 answer +3',
      '2026-12-01T09:00 answer +4',
      '2026-12-01T09:00 answer → vice-mayor',
    ]);
  });

  it('of a request nobody received come for receipt first, and end where the answer is overdue', () => {
    expect(played(asked({ grade: 'critical', state: 'delivered' }), '2026-11-26T09:30')).toEqual([
      '2026-11-25T11:00 acknowledgement',
      '2026-11-25T12:00 acknowledgement',
      '2026-11-25T13:00 acknowledgement → division-head',
      '2026-11-25T16:00 answer',
      '2026-11-25T18:00 answer',
      '2026-11-26T09:00 answer +1',
    ]);
  });

  it('of the grade high come a working day before; holidays do not count', () => {
    expect(played(asked({ deliveredAt: at('2026-09-21T10:00') }), '2026-10-02T09:00')).toEqual([
      '2026-09-23T09:00 answer',
      '2026-09-28T18:00 answer',
      '2026-09-29T09:00 answer +1',
      '2026-09-29T09:00 answer → division-head',
      '2026-09-30T09:00 answer +2',
      '2026-10-01T09:00 answer +3',
      '2026-10-01T09:00 answer → bureau-head',
      '2026-10-02T09:00 answer +4',
    ]);
  });

  it('follow a deadline that an officer set, also one at night on a Sunday: it counts as one of Monday', () => {
    expect(played(asked({ dueAt: at('2026-11-29T23:00') }), '2026-12-02T09:00')).toEqual([
      '2026-11-27T09:00 answer',
      '2026-11-30T18:00 answer',
      '2026-12-01T09:00 answer +1',
      '2026-12-01T09:00 answer → division-head',
      '2026-12-02T09:00 answer +2',
    ]);
  });

  it('move with a holiday that is declared after the request was sent', () => {
    const declared = { date: '2026-11-30', name: '임시공휴일' };
    const shifted = calendar({ ...HOLIDAYS, 2026: [...HOLIDAYS[2026]!, declared] });
    const rung = ringing(asked(), at('2026-11-27T10:00'), at('2026-12-01T18:00'), {
      ...POLICIES,
      calendar: shifted,
    });
    expect(rung.reminders.map(({ moment, late }) => [show(moment), late])).toEqual([['2026-12-01T18:00', 0]]);
    expect(rung.escalations).toEqual([]);
    expect(show(rung.next!)).toBe('2026-12-02T09:00');
  });

  it('that were missed are said once, the newest of each kind; every missed step up the line is taken', () => {
    const rung = ringing(
      asked({ grade: 'critical' }),
      at('2026-11-25T10:00'),
      at('2026-11-30T15:00'),
      POLICIES,
    );
    expect(rung.reminders.map(({ moment, late }) => [show(moment), late])).toEqual([['2026-11-30T09:00', 3]]);
    expect(rung.escalations.map(({ to }) => to)).toEqual(['division-head', 'bureau-head', 'office-head']);
    expect(show(rung.next!)).toBe('2026-12-01T09:00');
  });

  it('take every step that a heavier grade has put behind them, and none again', () => {
    const dueAt = at('2026-11-25T18:00');
    const head = { of: 'answer', to: 'division-head', deadline: dueAt };
    const raised = asked({ grade: 'critical', dueAt, told: [head] });
    const rung = ringing(raised, at('2026-11-30T10:00'), at('2026-11-30T10:05'), POLICIES);
    expect(rung.escalations.map(({ to }) => to)).toEqual(['bureau-head', 'office-head']);
  });

  it('tell the office of what came back to it, on the day, the day after and then every third, until it is settled', () => {
    const officeBy = at('2026-11-27T18:00');
    const told = (of: string) => [
      `2026-11-27T18:00 ${of}`,
      `2026-11-30T09:00 ${of} +1`,
      `2026-12-02T09:00 ${of} +3`,
      `2026-12-07T09:00 ${of} +6`,
    ];
    expect(played(asked({ state: 'refused', officeBy }), '2026-12-09T10:00')).toEqual(told('settlement'));
    expect(played(asked({ state: 'answered', officeBy }), '2026-12-09T10:00')).toEqual(told('review'));
    expect(played(asked({ state: 'accepted', officeBy }), '2026-12-09T10:00')).toEqual([]);
  });

  it.each(['planned', 'refused', 'answered', 'accepted', 'cancelled'] as const)(
    'are none of a request that is %s',
    (state) => {
      expect(ringing(asked({ state }), at('2026-11-25T10:00'), at('2027-01-25T10:00'), POLICIES)).toEqual({
        reminders: [],
        escalations: [],
        next: null,
      });
    },
  );

  it('of a long-term request ask each quarter how it goes, though its answer was accepted, while it is under way', () => {
    const long = { horizon: 'long', deliveredAt: at('2026-11-30T10:00') } as const;
    expect(played(asked({ ...long, state: 'accepted', underway: true }), '2027-09-01T09:00')).toEqual([
      '2027-03-02T09:00 progress',
      '2027-05-31T09:00 progress',
      '2027-08-30T09:00 progress',
    ]);
    expect(played(asked(long), '2027-09-01T09:00')).toEqual([
      '2027-03-02T09:00 progress',
      '2027-05-31T09:00 progress',
      '2027-08-02T09:00 answer',
      '2027-08-24T09:00 answer',
      '2027-08-30T09:00 progress',
      '2027-08-31T18:00 answer',
    ]);
  });

  const request = fc
    .record({
      grade: fc.constantFrom(...GRADES),
      horizon: fc.constantFrom('short' as const, 'long' as const, null),
      state: fc.constantFrom('delivered' as const, 'acknowledged' as const, 'returned' as const),
      deliveredAt: fc
        .integer({ min: at('2026-02-01T00:00').getTime(), max: at('2028-02-01T00:00').getTime() })
        .map((ms) => new Date(ms)),
    })
    .map((one) => asked(one));
  const days = fc.array(fc.integer({ min: 1, max: 5 * 24 * 60 }), { maxLength: 12 });

  it('come in office hours of working days only', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 200 }), (one, n) => {
        const until = new Date(one.deliveredAt.getTime() + n * 6 * 3_600_000);
        const rung = ringing(one, one.deliveredAt, until, POLICIES);
        for (const { moment } of [...rung.reminders, ...rung.escalations]) {
          expect(office.isWorkingDay(seoulDay(moment))).toBe(true);
          expect(seoulTime(moment) >= '09:00' && seoulTime(moment) <= '18:00').toBe(true);
        }
      }),
    );
  });

  it('are the same steps up the line, in order, each once, however often somebody looks', () => {
    fc.assert(
      fc.property(request, days, (one, minutes) => {
        let since = one.deliveredAt;
        let told: Clocked['told'] = [];
        const steps = minutes.flatMap((n) => {
          const now = new Date(since.getTime() + n * 60_000);
          const { escalations } = ringing({ ...one, told }, since, now, POLICIES);
          since = now;
          told = [...told, ...escalations];
          return escalations;
        });
        const atOnce = ringing(one, one.deliveredAt, since, POLICIES).escalations;
        const named = (list: typeof steps) => list.map(({ of, step }) => `${of} ${step}`);
        expect(named(steps).toSorted()).toEqual(named(atOnce).toSorted());
        const answers = atOnce.filter(({ of }) => of === 'answer');
        expect(answers.map(({ step }) => step)).toEqual(answers.map((_, i) => i + 1));
        const times = answers.map(({ moment }) => moment.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('are never missed by who looks when told to look again', () => {
    fc.assert(
      fc.property(request, (one) => {
        const until = new Date(one.deliveredAt.getTime() + 30 * 86_400_000);
        let since = one.deliveredAt;
        let told: Clocked['told'] = [];
        for (let next: Date | null = since; next && next <= until;) {
          const rung = ringing({ ...one, told }, since, next, POLICIES);
          told = [...told, ...rung.escalations];
          if (next > since) expect(rung.reminders.length + rung.escalations.length).toBeGreaterThan(0);
          for (const { moment } of rung.reminders) expect(moment).toEqual(next);
          since = next;
          next = rung.next;
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('working days late', () => {
  it.each([
    ['2026-11-25T18:00', '2026-11-25T17:59', 0],
    ['2026-11-25T18:00', '2026-11-25T23:00', 0],
    ['2026-11-25T18:00', '2026-11-26T09:00', 1],
    ['2026-11-27T18:00', '2026-11-29T09:00', 0],
    ['2026-11-27T18:00', '2026-11-30T09:00', 1],
    ['2026-11-28T18:00', '2026-11-30T09:00', 1],
    ['2026-09-23T18:00', '2026-09-28T09:00', 1],
  ])('%s, seen at %s: %i', (deadline, now, late) => {
    expect(workingDaysLate(at(deadline), at(now), office)).toBe(late);
  });
});

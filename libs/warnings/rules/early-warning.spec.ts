import fc from 'fast-check';
import { EARLY_WARNING } from '#config/early-warning.js';
import { addDays } from '#platform/calendar.js';
import {
  evaluate,
  firingDays,
  lookbackDays,
  type Condition,
  type Observation,
  type WarningRule,
} from './early-warning.js';

const TODAY = '2026-11-23';
const LONG_AGO = '2020-01-01';
let count = 0;
const seen = (daysAgo: number, more: Partial<Observation> = {}): Observation => ({
  id: `signal-${(count += 1)}`,
  on: addDays(TODAY, -daysAgo),
  channel: 'press',
  kind: null,
  title: '보도',
  outlet: null,
  story: null,
  count: null,
  baseline: null,
  ...more,
});
const press: Condition = {
  channel: 'press',
  kind: null,
  measure: 'count',
  against: 'weeks',
  atLeast: 5,
  times: 2,
};
const aRule = (more: Partial<WarningRule> = {}): WarningRule => ({
  name: '보도 급증',
  level: 'watch',
  scope: 'issue',
  words: [],
  windowDays: 7,
  conditions: [press],
  need: 1,
  cooldownDays: 14,
  ...more,
});
const rings = (rule: WarningRule, observations: Observation[], since = LONG_AGO): boolean =>
  evaluate(rule, observations, { today: TODAY, since }).rings;
const times = (n: number, daysAgo: number, more: Partial<Observation> = {}): Observation[] =>
  Array.from({ length: n }, () => seen(daysAgo, more));

describe('a rule of early warning', () => {
  it('rings when a count is well above the weeks before, with what it found', () => {
    const quiet = [8, 15, 22, 29].map((daysAgo) => seen(daysAgo));
    const { rings: rang, readings } = evaluate(aRule(), [...quiet, ...times(7, 2)], {
      today: TODAY,
      since: LONG_AGO,
    });
    expect(rang).toBe(true);
    expect(readings).toMatchObject([
      { value: 7, usual: 1, met: true, from: '2026-11-17', to: TODAY, against: 'weeks' },
    ]);
    expect(readings[0]!.signalIds).toHaveLength(7);
    expect(rings(aRule(), [...quiet, ...times(6, 2)])).toBe(false);
  });

  it('does not ring where what is usual is much already, or where chance explains it', () => {
    const busy = [9, 16, 23, 30].flatMap((daysAgo) => times(40, daysAgo));
    expect(rings(aRule(), [...busy, ...times(60, 2)])).toBe(false);
    expect(rings(aRule({ conditions: [{ ...press, times: 1.2 }] }), [...busy, ...times(50, 2)])).toBe(false);
    expect(rings(aRule({ conditions: [{ ...press, times: 1.2 }] }), [...busy, ...times(70, 2)])).toBe(true);
  });

  it('holds an issue without weeks of its own against what stories reach, and what it was registered with', () => {
    const stories = { since: LONG_AGO, reached: (): number => 1 };
    const young = (knownBefore: number, since: number): boolean =>
      evaluate(aRule(), [...times(knownBefore, 6, { atRegistration: true }), ...times(since, 2)], {
        today: TODAY,
        since: addDays(TODAY, -6),
        stories,
      }).rings;
    expect(young(1, 4)).toBe(false);
    expect(young(1, 5)).toBe(true);
    // Registered for five in a week: two times as many are no chance only from 14 on.
    expect(young(5, 13)).toBe(false);
    expect(young(5, 14)).toBe(true);
    const unknown = { since: LONG_AGO, reached: (): null => null };
    const past = { today: TODAY, since: addDays(TODAY, -6), stories: unknown };
    expect(evaluate(aRule(), times(40, 2), past).rings).toBe(false);
  });

  it('compares complaints with what they are compared with themselves', () => {
    const own: Condition = { ...press, channel: 'complaint', against: 'own', atLeast: 30, times: 1.5 };
    const rule = aRule({ conditions: [own], windowDays: 14 });
    const complaints = (n: number, baseline: number | null): Observation[] => [
      seen(3, { channel: 'complaint', count: n, baseline }),
    ];
    expect(rings(rule, complaints(812, 96.5))).toBe(true);
    expect(rings(rule, complaints(812, 800))).toBe(false);
    expect(rings(rule, complaints(812, null))).toBe(false);
    expect(rings(rule, complaints(20, 1))).toBe(false);
  });

  it('rings once for the same figures, however long its window is, and tells the days that they count', () => {
    const rule = aRule({
      windowDays: 28,
      conditions: [{ ...press, channel: 'complaint', against: 'own', atLeast: 30 }],
    });
    const surge = (daysAgo: number, more = {}): Observation =>
      seen(daysAgo, {
        channel: 'complaint',
        count: 264,
        baseline: 131,
        periodFrom: addDays(TODAY, -daysAgo - 27),
        ...more,
      });
    const span = { from: addDays(TODAY, -60), to: TODAY, since: LONG_AGO };
    const one = firingDays(rule, [surge(40)], span);
    expect(one.map(({ on }) => on)).toEqual([addDays(TODAY, -40)]);
    expect(one[0]!.readings).toMatchObject([
      { from: addDays(TODAY, -67), to: addDays(TODAY, -40), value: 264 },
    ]);
    const two = firingDays(rule, [surge(40), surge(20, { count: 300 })], span);
    expect(two.map(({ on }) => on)).toEqual([addDays(TODAY, -40), addDays(TODAY, -20)]);
  });

  it('counts a story once, by however many outlets it was told', () => {
    const reprints = ['SBS', 'KBS', '한겨레', 'YTN', 'MBC', 'JTBC'].map((outlet) =>
      seen(1, { outlet, story: 'a' }),
    );
    expect(rings(aRule(), reprints)).toBe(false);
    expect(
      rings(
        aRule(),
        reprints.map((one, n) => ({ ...one, story: `story ${n}` })),
      ),
    ).toBe(true);
  });

  it('counts outlets where the same story from one outlet says nothing new', () => {
    const rule = aRule({ conditions: [{ ...press, measure: 'outlets', atLeast: 3 }] });
    expect(rings(rule, times(9, 1, { outlet: 'SBS' }))).toBe(false);
    expect(
      rings(
        rule,
        ['SBS', 'KBS', '한겨레'].map((outlet) => seen(1, { outlet })),
      ),
    ).toBe(true);
  });

  it('wants as many of its conditions as it says', () => {
    const council: Condition = { ...press, channel: 'politics', atLeast: 2 };
    const rule = (need: number): WarningRule => aRule({ conditions: [press, council], need });
    const both = [...times(6, 1), ...times(2, 1, { channel: 'politics' })];
    expect([rings(rule(1), times(6, 1)), rings(rule(2), times(6, 1)), rings(rule(2), both)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

const condition = fc.record({
  channel: fc.constantFrom('press' as const, 'complaint' as const, null),
  kind: fc.constant(null),
  measure: fc.constantFrom('count' as const, 'outlets' as const),
  against: fc.constantFrom('weeks' as const, 'own' as const),
  atLeast: fc.integer({ min: 2, max: 20 }),
  times: fc.double({ min: 1.1, max: 5, noNaN: true }),
});
const anyRule = fc
  .record({
    windowDays: fc.integer({ min: 1, max: 35 }),
    conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
  })
  .chain((one) => fc.integer({ min: 1, max: one.conditions.length }).map((need) => aRule({ ...one, need })));
const anySignals = fc.array(
  fc.record({
    daysAgo: fc.integer({ min: -3, max: 200 }),
    channel: fc.constantFrom('press' as const, 'complaint' as const, 'politics' as const),
    outlet: fc.constantFrom('SBS', 'KBS', null),
    story: fc.constantFrom('a', 'b', null),
    count: fc.option(fc.integer({ min: 0, max: 500 })),
    baseline: fc.option(fc.integer({ min: 0, max: 200 })),
  }),
  { maxLength: 60 },
);
const made = (list: { daysAgo: number }[]): Observation[] =>
  list.map(({ daysAgo, ...more }) => seen(daysAgo, more));

describe('early warning, whatever the rule', () => {
  it('never rings for counts alone: without a past to compare with there is silence', () => {
    fc.assert(
      fc.property(anyRule, anySignals, (rule, list) => {
        const bare = made(list).map((one) => ({ ...one, baseline: null }));
        expect(rings(rule, bare, TODAY)).toBe(false);
      }),
    );
  });

  it('never rings for what comes as evenly as before: every day, every week, or as usual', () => {
    const week = fc.array(fc.nat(30), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(anyRule, week, (rule, perDay) => {
        const days = Array.from({ length: lookbackDays(rule) + 7 }, (_, daysAgo) => daysAgo);
        const even = days.map((daysAgo) => {
          const n = perDay[daysAgo % 7]!;
          return seen(daysAgo, { outlet: `매체 ${daysAgo % 7}`, count: n, baseline: n });
        });
        // Outlets are counted, not compared with a number of something else.
        const conditions = rule.conditions.map((one) => ({
          ...one,
          channel: null,
          against: one.measure === 'outlets' ? ('weeks' as const) : one.against,
        }));
        expect(rings({ ...rule, conditions }, even)).toBe(false);
      }),
    );
  });

  it('rings the more, the more there is: a higher count in the window never silences it', () => {
    fc.assert(
      fc.property(anyRule, anySignals, fc.nat(100), fc.nat(500), (rule, list, which, more) => {
        const before = made(list);
        const inside = before.filter(({ on }) => on > addDays(TODAY, -rule.windowDays) && on <= TODAY);
        if (!inside.length || !rings(rule, before)) return;
        const one = inside[which % inside.length]!;
        const after = before.map((other) =>
          other === one ? { ...one, count: (one.count ?? 1) + more } : other,
        );
        expect(rings(rule, after)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same of the same, in whatever order it comes', () => {
    fc.assert(
      fc.property(anyRule, anySignals, (rule, list) => {
        const observations = made(list);
        expect(rings(rule, observations.toReversed())).toBe(rings(rule, observations));
      }),
    );
  });

  it('has defaults that compare, with a minimum that a single article never reaches', () => {
    for (const { rule } of EARLY_WARNING)
      for (const { atLeast, times: factor } of rule.conditions) {
        expect(atLeast).toBeGreaterThanOrEqual(2);
        expect(factor).toBeGreaterThan(1);
      }
  });
});

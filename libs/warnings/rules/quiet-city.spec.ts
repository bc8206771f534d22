import { EARLY_WARNING } from '#config/early-warning.js';
import type { Outcome } from '#issues/vocabulary.js';
import { addDays } from '#platform/calendar.js';
import { STORIES, type Story } from '../../../apps/supervisor/samples/stories.js';
import { quietYear } from '../../../test/support/quiet-city.js';
import { firingDays, type Observation } from './early-warning.js';

const TODAY = '2026-11-23';
const ISSUES = 60;
const FALSE: Outcome[] = ['did-not-occur', 'not-a-risk', 'not-ours'];
const RULES = EARLY_WARNING.filter(({ active, rule }) => active && rule.scope === 'issue').map(
  ({ rule }) => rule,
);

describe('a quiet city', () => {
  it('stays quiet: in a year of noise no alert, and less than one false watch a month among sixty issues', () => {
    const issues = quietYear(20_261_123, ISSUES, TODAY);
    const period = { from: addDays(TODAY, -365), to: TODAY, since: addDays(TODAY, -545) };
    const alarms = RULES.map((rule) => ({
      name: rule.name,
      level: rule.level,
      n: issues.reduce((sum, observations) => sum + firingDays(rule, observations, period).length, 0),
    }));
    const of = (level: string): number =>
      alarms.filter((one) => one.level === level).reduce((sum, { n }) => sum + n, 0);
    process.stdout.write(
      `quiet year, ${ISSUES} issues: ${alarms.map(({ name, n }) => `${name} ${n}`).join(', ')}\n`,
    );
    expect(of('alert')).toBe(0);
    expect(of('watch')).toBeLessThan(12);
  }, 120_000);

  it('of the sample year rings for what came true more often than for what did not', () => {
    const outcomes = STORIES.flatMap((story) => {
      const period = {
        from: addDays(TODAY, -365),
        to: addDays(TODAY, -(story.closure?.daysAgo ?? 0)),
        since: '2019-01-01',
      };
      const observations = observed(story);
      return RULES.flatMap((rule) => firingDays(rule, observations, period)).map(
        () => story.closure?.outcome ?? null,
      );
    });
    const falseAlarms = outcomes.filter((one) => one !== null && FALSE.includes(one));
    const right = outcomes.filter((one) => one !== null && !FALSE.includes(one));
    process.stdout.write(
      `sample year: ${outcomes.length} raised, ${right.length} right, ${falseAlarms.length} false\n`,
    );
    expect(falseAlarms.length).toBeLessThanOrEqual(2);
    expect(right.length).toBeGreaterThan(falseAlarms.length);
  });
});

function observed({ reportedDaysAgo, issue }: Story): Observation[] {
  return issue.signals.map((signal, n) => ({
    id: `${n}`,
    on: signal.publishedOn ?? addDays(TODAY, -(signal.publishedDaysAgo ?? reportedDaysAgo + 1)),
    channel: signal.channel,
    kind: signal.kind ?? null,
    title: signal.title,
    outlet: signal.outlet ?? null,
    story: null,
    count: signal.count ?? null,
    baseline: signal.baseline ?? null,
  }));
}

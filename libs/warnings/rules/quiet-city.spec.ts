import { EARLY_WARNING } from '#config/early-warning.js';
import type { Outcome } from '#issues/vocabulary.js';
import { addDays } from '#platform/calendar.js';
import { STORIES, type Story } from '../../../apps/supervisor/samples/stories.js';
import { freshIssues, quietStories, quietYear } from '../../../test/support/quiet-city.js';
import type { WarningScope } from '../vocabulary.js';
import { firingDays, usualOf, type Observation, type WarningRule } from './early-warning.js';

const TODAY = '2026-11-23';
const ISSUES = 60;
const FALSE: Outcome[] = ['did-not-occur', 'not-a-risk', 'not-ours'];
const rulesOf = (scope: WarningScope): WarningRule[] =>
  EARLY_WARNING.filter(({ active, rule }) => active && rule.scope === scope).map(({ rule }) => rule);
const RULES = rulesOf('issue');

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
    expect(of('watch')).toBeLessThan(10);
  }, 120_000);

  it('stays quiet on what it just registered: neither that nor an even pace afterwards is a rise', () => {
    const issues = freshIssues(20_261_124, ISSUES, TODAY);
    const stories = {
      since: addDays(TODAY, -545),
      reached: usualOf(quietStories(20_261_125, TODAY)),
    };
    const alarms = issues.map(({ begins, observations }) =>
      RULES.flatMap((rule) =>
        firingDays(rule, observations, { from: begins, to: TODAY, since: begins, stories }),
      ),
    );
    expect(issues.every(({ observations }) => observations.filter(first).length >= 5)).toBe(true);
    process.stdout.write(`fresh issues: ${alarms.flat().length} rung of ${ISSUES}\n`);
    expect(alarms.flat().length).toBeLessThan(3);
  });

  it('stays quiet on stories as far as stories usually go, and rings for one that goes much farther', () => {
    const stories = quietStories(20_261_125, TODAY);
    const since = addDays(TODAY, -545);
    const rung = (all: Observation[][], which: Observation[][]): number => {
      const past = {
        from: addDays(TODAY, -365),
        to: TODAY,
        since,
        stories: { since, reached: usualOf(all) },
      };
      return rulesOf('cluster').reduce(
        (sum, rule) => which.reduce((n, story) => n + firingDays(rule, story, past).length, sum),
        0,
      );
    };
    const sixOutlets = stories.filter((story) => story.length >= 6);
    expect(sixOutlets.length).toBeGreaterThan(30);
    const alarms = rung(stories, sixOutlets);
    process.stdout.write(
      `stories: ${alarms} rung, ${sixOutlets.length} of ${stories.length} in six outlets\n`,
    );
    expect(alarms).toBeLessThan(12);
    const everywhere = Array.from({ length: 20 }, (_, n) => ({
      ...stories[0]![0]!,
      on: TODAY,
      outlet: `${n}`,
    }));
    expect(rung([...stories, everywhere], [everywhere])).toBe(1);
  });

  it('of the sample year rings for what came true more often than for what did not', () => {
    const outcomes = STORIES.flatMap((story) => {
      const period = {
        from: addDays(TODAY, -365),
        to: addDays(TODAY, -(story.closure?.daysAgo ?? 0)),
        since: begins(story),
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

const first = ({ atRegistration }: Observation): boolean => atRegistration === true;

const dayOf = (
  { publishedOn, publishedDaysAgo }: Story['issue']['signals'][number],
  reportedDaysAgo: number,
): string => publishedOn ?? addDays(TODAY, -(publishedDaysAgo ?? reportedDaysAgo + 1));

function observed({ reportedDaysAgo, issue }: Story): Observation[] {
  return issue.signals.map((signal, n) => ({
    id: `${n}`,
    on: dayOf(signal, reportedDaysAgo),
    channel: signal.channel,
    kind: signal.kind ?? null,
    title: signal.title,
    outlet: signal.outlet ?? null,
    story: null,
    count: signal.count ?? null,
    baseline: signal.baseline ?? null,
    atRegistration: dayOf(signal, reportedDaysAgo) <= addDays(TODAY, -reportedDaysAgo),
  }));
}

const begins = ({ reportedDaysAgo, issue }: Story): string =>
  [
    addDays(TODAY, -reportedDaysAgo),
    ...issue.signals.map((one) => dayOf(one, reportedDaysAgo)),
  ].toSorted()[0]!;

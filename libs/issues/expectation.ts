import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import type { Tx } from '#platform/database.js';
import { textOf, type Assessable } from './assessable.js';
import { precedents, type PastIssue } from './find-similar.js';
import { expectedMonth, type Expected, type Precedent } from './rules/expected-month.js';
import { datesAmong } from './rules/kind-fields.js';

const ALMANAC = { triggers: TRIGGERS, sessions: COUNCIL_SESSIONS, holidays: HOLIDAYS };
const SHOWN = 5;

/** What is written to the issue of it. */
export type Columns = Pick<Assessable, 'expectedMonth' | 'expectedBy' | 'expectedReason' | 'expectedOn'>;

/** What of the past says the same as each issue, nearest first. Of two that came together the later one is the duplicate. */
export const lookBack = (tx: Tx, issues: readonly Assessable[]): Promise<PastIssue[][]> =>
  precedents(
    tx,
    issues.map(({ id, title, summary }) => ({ id, text: `${title}. ${summary}` })),
    SHOWN,
  );

/**
 * The month that a new assessment writes, of those issues where it may: the machine's follows the text and the signals, until
 * departments are at work.
 */
export async function monthsAnew(tx: Tx, issues: readonly Assessable[]): Promise<Map<string, Columns>> {
  const moved = issues.filter(({ stage, expectedBy }) => stage !== 'act' && expectedBy !== 'officer');
  const past = moved.length > 0 ? await lookBack(tx, moved) : [];
  return new Map(
    moved.map((issue, i) => [issue.id, expectation(issue, textOf(issue), past[i]).columns] as const),
  );
}

/**
 * When an issue is expected to surface, and what of it is written to the issue: the officer's month always stays, the machine's follows
 * what is known now, and stays where nothing is found.
 */
export function expectation(
  issue: Assessable,
  text: string,
  past: readonly PastIssue[] = [],
): { expected: Expected | null; columns: Columns } {
  const { expectedMonth: month, expectedBy: by, expectedReason: reason, expectedOn: on } = issue;
  const expected = expect(issue, text, past.map(surfacedIn));
  if (!expected) {
    return {
      expected,
      columns: { expectedMonth: month, expectedBy: by, expectedReason: reason, expectedOn: on },
    };
  }
  const columns = {
    expectedMonth: expected.month,
    expectedBy: by ?? ('rule' as const),
    expectedReason: expected.reason,
    expectedOn: expected.on ?? (by === 'officer' ? on : null),
  };
  return { expected, columns };
}

/** 작년 이맘때 counts from when it surfaced: the month it was expected in, or else was reported. */
const surfacedIn = ({ number, title, score, surfaced }: PastIssue): Precedent => ({
  number,
  title,
  score,
  month: surfaced,
});

/** The officer's own month stands; an occasion that falls into it is its reason. */
function expect(
  { expectedBy, expectedMonth: month, channel, today, signals, kind, fields }: Assessable,
  text: string,
  alike: Precedent[],
): Expected | null {
  const input = { text, channel, today, signals, precedents: alike, dates: datesAmong(kind, fields) };
  if (expectedBy !== 'officer') return expectedMonth(input, ALMANAC);
  const ahead = expectedMonth({ ...input, horizon: 'year' }, ALMANAC);
  return ahead?.month === month ? ahead : null;
}

import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { expectedMonth, type Expected, type Precedent } from '#issues/rules/expected-month.js';
import { datesAmong } from '#issues/rules/kind-fields.js';
import type { Assessable } from '#issues/assessable.js';
import type { Step } from './stage-worker.js';

const ALMANAC = { triggers: TRIGGERS, sessions: COUNCIL_SESSIONS, holidays: HOLIDAYS };

/** When an issue is expected to surface, and what of it is written to the issue; what stands is kept where nothing is found. */
export function expectation(
  issue: Assessable,
  text: string,
  precedents: Precedent[] = [],
): { expected: Expected | null; columns: Step['standing'] } {
  const expected = expect(issue, text, precedents);
  const columns = {
    expectedMonth: expected?.month ?? issue.expectedMonth,
    expectedBy: issue.expectedBy ?? (expected && ('rule' as const)),
    expectedReason: expected?.reason ?? issue.expectedReason,
    expectedOn: expected?.on ?? issue.expectedOn,
  };
  return { expected, columns };
}

/** The officer's own month stands; an occasion that falls into it is its reason. */
function expect(
  { expectedBy, expectedMonth: month, channel, today, signals, kind, fields }: Assessable,
  text: string,
  precedents: Precedent[],
): Expected | null {
  const input = { text, channel, today, signals, precedents, dates: datesAmong(kind, fields) };
  if (expectedBy !== 'officer') return expectedMonth(input, ALMANAC);
  const ahead = expectedMonth({ ...input, horizon: 'year' }, ALMANAC);
  return ahead?.month === month ? ahead : null;
}

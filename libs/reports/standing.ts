import type { RequestState } from '#actions/vocabulary.js';
import type { ReportIssue } from './document.js';

/** Where the answers of an issue stand. */
export interface Standing {
  /** Of the request that lags furthest; null where nobody was asked. */
  state: RequestState | null;
  asked: number;
  answered: number;
}

/** From what holds the issue back most to what is done. */
const LEAST_DONE_FIRST = [
  'returned',
  'refused',
  'planned',
  'delivered',
  'acknowledged',
  'answered',
  'accepted',
] as const satisfies RequestState[];

/** The request that lags furthest speaks for the issue; withdrawn ones do not count. */
export function standingOf({ requests }: Pick<ReportIssue, 'requests'>): Standing {
  const states = requests.map(({ state }) => state).filter((state) => state !== 'cancelled');
  return {
    state: LEAST_DONE_FIRST.find((state) => states.includes(state)) ?? null,
    asked: states.length,
    answered: states.filter((state) => state === 'answered' || state === 'accepted').length,
  };
}

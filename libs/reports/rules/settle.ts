import { OUTLOOK } from '#config/outlook.js';
import type { Outcome } from '#issues/vocabulary.js';
import type { Basis, Result } from '#reports/vocabulary.js';
import { signalTrend } from './probability.js';

export interface Course {
  /** How it was closed, by the time results are settled; of a duplicate that of the other issue. */
  outcome: Outcome | null;
  /** Signals of the month, and of the month before. */
  signals: number;
  before: number;
  /** A department answered what it does about it. */
  measures: boolean;
  /** The month lies behind. */
  over: boolean;
}

export interface Proposal {
  /** None while the month runs and nothing is settled. */
  result: Result | null;
  basis: Basis;
}

/** What an outcome says of a forecast; of those left out, the month itself must. */
const BY_OUTCOME: Partial<Record<Outcome, Result>> = {
  occurred: 'occurred',
  spread: 'occurred',
  crisis: 'occurred',
  eased: 'eased',
  prevented: 'prevented',
  'did-not-occur': 'did-not-occur',
  'not-a-risk': 'did-not-occur',
  'not-ours': 'did-not-occur',
  ended: 'did-not-occur',
};

/** What became of a foreseen issue, as a rule sees it; an officer confirms or changes it. */
export function propose({ outcome, signals, before, measures, over }: Course): Proposal {
  const closedAs = outcome && BY_OUTCOME[outcome];
  if (closedAs) return { result: closedAs, basis: 'outcome' };
  if (surfaced(signals, before)) return { result: measures ? 'eased' : 'occurred', basis: 'signals' };
  if (!over) return { result: null, basis: 'running' };
  return measures
    ? { result: 'prevented', basis: 'measures' }
    : { result: 'did-not-occur', basis: 'nothing' };
}

/** More than usual, not merely spoken of: absolute counts say nothing of a matter that is always in the press. */
export function surfaced(signals: number, before: number): boolean {
  return signalTrend(signals, before) === 'rising';
}

/** At least so many signals in a month before it may count as surfaced: bounds what is looked through. */
export const FEWEST_SIGNALS = OUTLOOK.rising.fewest;

interface Scored {
  probability: number | null;
  result: Result | null;
}

/** Whether it surfaced, for a forecast *if nothing is done*; what was prevented cannot be told. */
export function surfacedAs(result: Result | null): boolean | null {
  if (result === null || result === 'prevented') return null;
  return result !== 'did-not-occur';
}

/** Mean square of what was foreseen against what came: 0 is perfect, 0.25 is always saying half. Null without any to score. */
export function brier(entries: readonly Scored[]): { score: number; count: number } | null {
  const squares = entries.flatMap(({ probability, result }) => {
    const came = surfacedAs(result);
    return probability === null || came === null ? [] : [(probability - (came ? 1 : 0)) ** 2];
  });
  if (squares.length === 0) return null;
  const score = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  return { score: Math.round(score * 1000) / 1000, count: squares.length };
}

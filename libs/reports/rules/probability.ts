import { OUTLOOK } from '#config/outlook.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Evidence, ReasonKind } from '#reports/vocabulary.js';

export interface Known {
  /** Kind of the first reason. */
  kind: ReasonKind;
  dayKnown: boolean;
  /** Signals of the last four weeks, and of the four before. */
  recent: number;
  before: number;
  anniversary: boolean;
  overdue: boolean;
  grade: Grade;
  /** 1–5 as an officer gave it. */
  likelihood: number | null;
}

export interface Forecast {
  /** 0 to 1: that it surfaces in the month if nothing is done. */
  probability: number;
  /** The same before experience corrected it, unrounded: what later experience is taken from. */
  uncorrected: number;
  kind: ReasonKind;
  base: number;
  /** What moved it from the base rate, in log-odds. */
  evidence: { of: Evidence; change: number }[];
  /** What experience with forecasts of this kind added, in log-odds. */
  correction: number;
}

/** What of the kind was foreseen, uncorrected, and whether it then surfaced; without what was prevented. */
export interface Experience {
  kind: ReasonKind;
  uncorrected: number;
  surfaced: boolean;
}

/** That an issue surfaces in its month if nothing is done: base rate of the reason, moved by evidence and experience. */
export function forecast(known: Known, experience: readonly Experience[] = []): Forecast {
  const base = OUTLOOK.baseRates[known.kind];
  const evidence = evidenceOf(known).filter(({ change }) => change !== 0);
  const odds = evidence.reduce((sum, { change }) => sum + change, logit(base));
  const correction = correctionOf(known.kind, experience);
  return {
    probability: shown(logistic(odds + correction)),
    uncorrected: logistic(odds),
    kind: known.kind,
    base,
    evidence,
    correction,
  };
}

/** Signals against the four weeks before, in the words of config/outlook.ts. */
export function signalTrend(recent: number, before: number): keyof typeof OUTLOOK.evidence.signals {
  const { fewest, times } = OUTLOOK.rising;
  if (recent >= fewest && recent >= times * before) return 'rising';
  return recent > 0 ? 'some' : 'none';
}

function evidenceOf(known: Known): Forecast['evidence'] {
  const { dayKnown, signals, anniversary, overdue, grade, perLevel } = OUTLOOK.evidence;
  const saysSo = known.kind === 'anniversary';
  return [
    { of: 'day-known', change: known.dayKnown ? dayKnown : 0 },
    { of: 'signals', change: signals[signalTrend(known.recent, known.before)] },
    { of: 'anniversary', change: known.anniversary && !saysSo ? anniversary : 0 },
    { of: 'overdue', change: known.overdue ? overdue : 0 },
    { of: 'grade', change: grade[known.grade] },
    { of: 'likelihood', change: known.likelihood === null ? 0 : (known.likelihood - 3) * perLevel },
  ];
}

/**
 * How far forecasts of a kind were off on the whole, in log-odds, shrunk: `OUTLOOK.trust` cases stand on the side of what was
 * foreseen, so that a few months change little.
 */
export function correctionOf(kind: ReasonKind, experience: readonly Experience[]): number {
  const own = experience.filter((one) => one.kind === kind);
  if (own.length === 0) return 0;
  const foreseen = own.reduce((sum, { uncorrected }) => sum + uncorrected, 0) / own.length;
  const surfaced = own.filter((one) => one.surfaced).length;
  const seen = (OUTLOOK.trust * foreseen + surfaced) / (OUTLOOK.trust + own.length);
  return logit(seen) - logit(foreseen);
}

function shown(probability: number): number {
  const { lowest, highest, step } = OUTLOOK;
  const stepped = Math.round(probability / step) * step;
  return Number(Math.min(highest, Math.max(lowest, stepped)).toFixed(2));
}

const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

import { GRADES, type Grade, type Place, type RankReason } from '#issues/vocabulary.js';
import { daysBetween } from '#platform/calendar.js';

export interface Rankable {
  grade: Grade | null;
  /** 0–100. */
  score: number | null;
  /** `YYYY-MM`. */
  expectedMonth: string | null;
  /** Day in Seoul on which the next answer that is awaited is due, `YYYY-MM-DD`. */
  dueOn: string | null;
  /** Waits for somebody to decide, or to look again. */
  waits: boolean;
  aboveAppetite: boolean;
  placed: Place | null;
}

export interface Ranked {
  points: number;
  /** What the points are made of, heaviest first. */
  parts: { reason: RankReason; points: number }[];
}

/** A grade outweighs everything below it: 1,000 points a step, all else together stays under that. */
const STEP = 1000;
const OVERDUE = 250;
const WAITS = 150;
const APPETITE = 100;
const DAYS_AHEAD = 14;
const DUE = 150;
/** Expected this month or before, next month, in the one after. */
const EXPECTED = [200, 150, 50];

/**
 * The place of an issue in the queue, in points with their reasons. Grade first; within a grade what is late, what surfaces
 * soon, what waits for a decision, and the score. A place that an officer gave goes before or behind all of it.
 */
export function rank(issue: Rankable, today: string): Ranked {
  const parts = [
    {
      reason: 'grade' as const,
      points: issue.grade ? (GRADES.length - GRADES.indexOf(issue.grade)) * STEP : 0,
    },
    { reason: 'score' as const, points: Math.round(issue.score ?? 0) },
    due(issue.dueOn, today),
    { reason: 'expected' as const, points: expected(issue.expectedMonth, today) },
    { reason: 'waits' as const, points: issue.waits ? WAITS : 0 },
    { reason: 'appetite' as const, points: issue.aboveAppetite ? APPETITE : 0 },
  ].filter(({ points }) => points > 0);
  return {
    points: parts.reduce((sum, { points }) => sum + points, 0),
    parts: parts.toSorted((a, b) => b.points - a.points),
  };
}

const order = (place: Place | null): number => (place === 'first' ? 0 : place === 'last' ? 2 : 1);

/** Whether a comes before b in the queue; of equals the one registered first, by its id. */
export function ahead(
  a: { placed: Place | null; points: number; id: string },
  b: { placed: Place | null; points: number; id: string },
): number {
  return order(a.placed) - order(b.placed) || b.points - a.points || (a.id < b.id ? -1 : 1);
}

function due(on: string | null, today: string): { reason: RankReason; points: number } {
  if (!on) return { reason: 'due', points: 0 };
  const days = daysBetween(today, on);
  if (days < 0) return { reason: 'overdue', points: OVERDUE };
  return { reason: 'due', points: Math.max(0, Math.round((DUE * (DAYS_AHEAD - days)) / DAYS_AHEAD)) };
}

const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

function expected(month: string | null, today: string): number {
  if (!month) return 0;
  return EXPECTED[Math.max(0, index(month) - index(today))] ?? 0;
}

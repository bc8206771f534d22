import type { ReservedAct, RoutingPolicy } from '#config/routing.js';
import { GRADES, type Authority, type Grade } from '#issues/vocabulary.js';
import { POSITIONS, type Position } from '#people/vocabulary.js';

export interface ActInQuestion {
  act: ReservedAct;
  /** The heavier of what stands and what is to be; null before anything was weighed. */
  grade: Grade | null;
  /** Who registered the issue. */
  createdBy: string | null;
}

export interface Decider {
  id: string;
  position: Position;
  /** 전결 위임: up to which position this person decides in the name of superiors. */
  delegatedPosition: Position | null;
}

export type Verdict = { authority: Authority } | { missing: 'position' | 'second'; needs: Position };

/**
 * By which right a person may do what is reserved to a position (practice.md 2.1): the own position, one delegated, or by recording
 * what such a position approved elsewhere. Who registered an issue does not decide alone where the policy wants four eyes.
 */
export function authorityFor(
  { act, grade, createdBy }: ActInQuestion,
  decider: Decider,
  approvedBy: Position | null,
  policy: RoutingPolicy,
): Verdict {
  const needs = grade && policy.decides[act]?.position[grade];
  if (!grade || !needs) return { authority: 'own' };
  const verdict = reachOf(needs, decider, approvedBy);
  const alone = act === 'confirm' && policy.fourEyes.includes(grade) && createdBy === decider.id;
  return alone && 'authority' in verdict && verdict.authority === 'own'
    ? { missing: 'second', needs }
    : verdict;
}

/** Whom the table names besides the one who decides: consulted before (협의), told afterwards (사후 보고). */
export function besides(
  act: ReservedAct,
  grade: Grade | null,
  policy: RoutingPolicy,
): { consult: Position | null; reportTo: Position | null } {
  // A crisis may be handed over before anything was weighed: reported as the heaviest is.
  const as = grade ?? (act === 'crisis' ? GRADES[0] : null);
  const { consult, reportTo } = policy.decides[act]!;
  return { consult: (as && consult?.[as]) ?? null, reportTo: (as && reportTo?.[as]) ?? null };
}

/** By which right a person does what takes a position, whatever it is about. */
export function reachOf(
  needs: Position,
  { position, delegatedPosition }: Omit<Decider, 'id'>,
  approvedBy: Position | null,
): Verdict {
  if (approvedBy && reaches(approvedBy, needs)) return { authority: 'recorded' };
  if (reaches(position, needs)) return { authority: 'own' };
  if (delegatedPosition && reaches(delegatedPosition, needs)) return { authority: 'delegated' };
  return { missing: 'position', needs };
}

const reaches = (position: Position, needs: Position): boolean =>
  POSITIONS.indexOf(position) >= POSITIONS.indexOf(needs);

import { ROUTING } from '#config/routing.js';
import { Problem } from '#platform/problem.js';
import { actingFor } from '#people/deputies.js';
import type { Principal } from '#people/principal.js';
import { POSITION_LABELS, type Position } from '#people/vocabulary.js';
import { authorityFor, type ActInQuestion } from './rules/authority.js';
import { GRADE_LABELS, type Authority } from './vocabulary.js';

/** What a superior approved outside, in the e-approval system: who, and under which document. */
export interface Approval {
  position: Position;
  name: string;
  docNo?: string | null;
}

/**
 * By which right this person does what is reserved, and as whom: where the own position does not reach, that of somebody they stand
 * for today does. @throws Problem `not-competent` naming the position it takes
 */
export function authorize(
  by: Principal,
  act: ActInQuestion,
  approval?: Approval | null,
): { authority: Authority; actor: Principal } {
  const verdict = authorityFor(act, by, approval?.position ?? null, ROUTING);
  if ('authority' in verdict) return { authority: verdict.authority, actor: by };
  for (const absent of verdict.missing === 'position' && !by.onBehalfOf ? (by.standsFor ?? []) : []) {
    const actor = actingFor(by, absent.id);
    const represented = authorityFor(act, actor, null, ROUTING);
    if ('authority' in represented) return { authority: represented.authority, actor };
  }
  const { ko, en } = ROUTING.decides[act.act].label;
  throw new Problem(verdict.missing === 'second' ? 'decision.alone' : 'decision.not_competent', {
    act: { ko, en },
    grade: GRADE_LABELS[act.grade!],
    position: POSITION_LABELS[verdict.needs],
  });
}

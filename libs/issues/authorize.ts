import { ROUTING } from '#config/routing.js';
import { Problem } from '#platform/problem.js';
import { actingFor } from '#people/deputies.js';
import type { Principal } from '#people/principal.js';
import { POSITION_LABELS, type Position } from '#people/vocabulary.js';
import { authorityFor, reachOf, type ActInQuestion, type Verdict } from './rules/authority.js';
import { GRADE_LABELS, type Authority } from './vocabulary.js';

/** What a superior approved outside, in the e-approval system: who, and under which document. */
export interface Approval {
  position: Position;
  name: string;
  docNo?: string | null;
}

interface Right {
  authority: Authority;
  /** The person, or the absent one they stand for. */
  actor: Principal;
}

/** By which right this person does what is reserved to a position by grade. @throws Problem `not-competent` naming the position it takes */
export function authorize(by: Principal, act: ActInQuestion, approval?: Approval | null): Right {
  const right = rightOf(by, approval, (decider, approvedBy) =>
    authorityFor(act, decider, approvedBy, ROUTING),
  );
  if (!('missing' in right)) return right;
  throw new Problem(right.missing === 'second' ? 'decision.alone' : 'decision.not_competent', {
    act: ROUTING.decides[act.act].label,
    grade: GRADE_LABELS[act.grade!],
    position: POSITION_LABELS[right.needs],
  });
}

/** By which right this person puts a policy into force. @throws Problem naming the position it takes */
export function authorizePolicy(by: Principal, approval?: Approval | null): Right {
  const right = rightOf(by, approval, (decider, approvedBy) =>
    reachOf(ROUTING.policies, decider, approvedBy),
  );
  if (!('missing' in right)) return right;
  throw new Problem('policy.not_competent', { position: POSITION_LABELS[right.needs] });
}

/** By which right this person issues the monthly report. @throws Problem naming the position it takes */
export function authorizeReport(by: Principal, approval?: Approval | null): Right {
  const right = rightOf(by, approval, (decider, approvedBy) => reachOf(ROUTING.report, decider, approvedBy));
  if (!('missing' in right)) return right;
  throw new Problem('report.not_competent', { position: POSITION_LABELS[right.needs] });
}

/** Where the own position does not reach, that of somebody they stand for today does. */
function rightOf(
  by: Principal,
  approval: Approval | null | undefined,
  judge: (decider: Principal, approvedBy: Position | null) => Verdict,
): Right | Extract<Verdict, { missing: unknown }> {
  const verdict = judge(by, approval?.position ?? null);
  if ('authority' in verdict) return { authority: verdict.authority, actor: by };
  for (const absent of verdict.missing === 'position' && !by.onBehalfOf ? (by.standsFor ?? []) : []) {
    const actor = actingFor(by, absent.id);
    const represented = judge(actor, null);
    if ('authority' in represented) return { authority: represented.authority, actor };
  }
  return verdict;
}

import type { Reorganisation } from '../../api/types.js';

export interface TargetDraft {
  name: string;
  departmentId: string | null;
  /** One a line. */
  goals: string;
}

export interface Draft {
  kind: Reorganisation['kind'];
  effectiveOn: string;
  reason: string;
  from: (string | null)[];
  targets: TargetDraft[];
  /** The place of the target, by issue; by person also another department. */
  issues: Record<string, number>;
  people: Record<string, string>;
}

export const NEW_TARGET: TargetDraft = { name: '', departmentId: null, goals: '' };
export const FIELDS = ['kind', 'effectiveOn', 'reason', 'fromIds', 'targets', 'issues', 'people'];

/** The place of a target as a choice beside departments. */
export const placeOf = (target: number): string => `target-${target}`;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function bodyOf({ kind, effectiveOn, reason, from, targets, issues, people }: Draft) {
  const named = targets.filter(({ name, departmentId }) => name.trim() || departmentId);
  return {
    kind,
    effectiveOn,
    reason: reason.trim(),
    fromIds: kind === 'created' ? [] : from.flatMap((id) => id ?? []),
    targets: named.map(({ name, departmentId, goals }) =>
      departmentId
        ? { departmentId }
        : {
            name: name.trim(),
            ...(linesOf(goals).length && {
              mandate: linesOf(goals).map((goal) => ({ goal, indicators: [] })),
            }),
          },
    ),
    issues: Object.entries(issues)
      .filter(([, target]) => target > 0)
      .map(([issueId, target]) => ({ issueId, target })),
    people: Object.entries(people)
      .filter(([, to]) => to !== placeOf(0))
      .map(([userId, to]) =>
        to.startsWith('target-')
          ? { userId, target: Number(to.slice('target-'.length)) }
          : { userId, departmentId: to },
      ),
  };
}

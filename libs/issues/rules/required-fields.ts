import type { IssueKindName } from '#config/issue-kinds.js';
import type { RoutingPolicy } from '#config/routing.js';
import type { Label } from '#platform/labels.js';
import { GRADES, REQUIRABLE_LABELS, type Grade, type Requirable } from '../vocabulary.js';
import { missingFields } from './kind-fields.js';
import { fieldsOfKind } from './kind-words.js';

/** An issue as it would be decided on. */
export interface Deciding {
  grade: Grade | null;
  kind: IssueKindName | null;
  fields: Readonly<Record<string, unknown>>;
  /** What of all that may be required is there. */
  known: Readonly<Record<Requirable, boolean>>;
}

export interface Missing {
  path: string;
  label: Label;
}

/** All that a decision on grade and direction lacks: by the policy at the grade, without one by the heaviest, and of the kind's own fields. */
export function missingToDecide(
  { grade, kind, fields, known }: Deciding,
  { required }: RoutingPolicy,
): Missing[] {
  const own = fieldsOfKind(kind);
  return [
    ...required[grade ?? GRADES[0]]
      .filter((field) => !known[field])
      .map((path) => ({ path, label: REQUIRABLE_LABELS[path] })),
    ...missingFields(kind, fields, grade).map(({ path }) => ({
      path,
      label: own.find(({ name }) => path === `fields.${name}`)!.label,
    })),
  ];
}

import type { SingleSignOnPolicy } from '#config/single-sign-on.js';
import type { Role } from '../vocabulary.js';

/** What an identity provider says of somebody's place here; null where it says nothing that is known. */
export interface ClaimedPlace {
  role: Role | null;
  /** By its name here. */
  department: string | null;
}

/** Claims come as one text or a list of them; anything else says nothing. */
const textsOf = (claim: unknown): string[] =>
  [claim].flat().filter((one) => typeof one === 'string' && one !== '') as string[];

export function placeByClaims(
  claims: Readonly<Record<string, unknown>>,
  { claims: names, roles, departments }: SingleSignOnPolicy,
): ClaimedPlace {
  const said = new Set(textsOf(claims[names.role]));
  const role = Object.entries(roles).find(([value]) => said.has(value))?.[1] ?? null;
  const [unit] = textsOf(claims[names.department]);
  const department = unit === undefined ? null : Object.hasOwn(departments, unit) ? departments[unit]! : unit;
  return { role, department };
}

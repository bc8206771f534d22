import type { components } from '../../api/schema.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { PASSWORD_MIN } from './password.js';
import { useUserText } from './text.js';

export type NewUser = components['schemas']['NewUserBody'];

/** What is written before it is sent; the password is kept apart, it is never stored. */
export interface Draft {
  email: string;
  name: string;
  role: NewUser['role'] | null;
  position: NonNullable<NewUser['position']>;
  departmentId: string | null;
  language: NonNullable<NewUser['language']>;
}

export const EMPTY: Draft = {
  email: '',
  name: '',
  role: null,
  position: 'staff',
  departmentId: null,
  language: 'ko',
};

export type Wrong = Partial<Record<keyof Draft | 'password', string>>;
export const FIELDS = ['email', 'name', 'role', 'position', 'departmentId', 'language', 'password'] as const;

/** What is wrong with it as far as can be told here; the API has the last word. */
export function wrongOf(draft: Draft, password: string): Wrong {
  const { say } = useUserText;
  const wrong: Wrong = {};
  if (!draft.name.trim()) wrong.name = say('missing');
  if (!draft.email.trim()) wrong.email = say('missing');
  else if (!/^[^\s@]+@[^\s@]+$/.test(draft.email.trim())) wrong.email = say('emailWrong');
  if (!draft.role) wrong.role = say('chooseRole');
  if (draft.role === 'department' && !draft.departmentId) wrong.departmentId = say('chooseDepartment');
  if (password.length < PASSWORD_MIN) wrong.password = say('short');
  return wrong;
}

/** What the API refused, at its field; `rest` belongs to none. */
export function refusedOf(error: unknown): { wrong: Wrong; rest: string[] } {
  if (error instanceof ApiProblem && error.code === 'user.email_taken')
    return { wrong: { email: error.message }, rest: [] };
  const { byField, rest } = fieldErrors(error, FIELDS);
  return { wrong: byField, rest };
}

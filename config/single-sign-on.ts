import type { Role } from '#people/vocabulary.js';

/** What is taken over from whom the organisation's identity provider sends. */
export interface SingleSignOnPolicy {
  /** Claims that are read, of the ID token or the userinfo. */
  claims: { role: string; department: string };
  /** Value of the role claim → role here. Of several values the one that stands first here counts. */
  roles: Readonly<Record<string, Role>>;
  /** Value of the department claim → name here, where the provider calls it otherwise. */
  departments: Readonly<Record<string, string>>;
}

/**
 * [J]. Names of groups as an office would set them up at its provider. What the provider says of role and department holds at each
 * sign-in; what it does not say stays as it is here. Position and delegation are always set here.
 */
export const SINGLE_SIGN_ON: SingleSignOnPolicy = {
  claims: { role: 'groups', department: 'department' },
  roles: {
    'haechi-admin': 'admin',
    'haechi-auditor': 'auditor',
    'haechi-officer': 'officer',
    'haechi-manager': 'manager',
    'haechi-department': 'department',
  },
  departments: {},
};

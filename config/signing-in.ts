import type { Role } from '#people/vocabulary.js';

/** How people prove who they are, and for how long that holds. */
export interface SigningInPolicy {
  password: {
    minLength: number;
    /** Of small letters, capitals, digits and signs so many kinds; 1: length alone counts. */
    kinds: 1 | 2 | 3 | 4;
  };
  /** Codes of an app besides the password, as RFC 6238 has them: of 30 seconds each, one before and one after count too. */
  secondFactor: {
    /** Who can do nothing before they have set it up; `SECOND_FACTOR_ROLES` says otherwise. */
    requiredOf: readonly Role[];
    window: number;
    recoveryCodes: number;
  };
  /** However often a session is extended, then who it is is proven anew. */
  longestSessionHours: number;
  /** A session ends after so many minutes in which nobody did anything. */
  idleMinutes: Readonly<Record<Role, number>>;
  /** For so many minutes after somebody proved who they are, what they give away of it needs no more proof: a token. */
  freshMinutes: number;
  /** Tokens for other systems: how many a person may have, and for how long. */
  mostTokens: number;
  longestTokenDays: number;
  /** So many wrong passwords or codes are free; each further one doubles the wait, up to the longest. A day without one, and all is forgotten. */
  limits: Readonly<
    Record<'account' | 'address', { free: number; firstSeconds: number; longestSeconds: number }>
  >;
}

/**
 * [J]. Length before composition, as NIST SP 800-63B has it; where the office's own rules ask for two or three kinds, `kinds` is the
 * switch. 개인정보의 안전성 확보조치 기준 제5조: a number of failures ends access, and an idle session ends by itself.
 */
export const SIGNING_IN: SigningInPolicy = {
  password: { minLength: 12, kinds: 1 },
  // 제6조: who comes in from outside proves more than a password; an office that opens the system to the outside names the roles.
  secondFactor: { requiredOf: [], window: 1, recoveryCodes: 10 },
  longestSessionHours: 24,
  idleMinutes: { admin: 60, auditor: 120, officer: 240, manager: 240, department: 240 },
  freshMinutes: 15,
  mostTokens: 20,
  longestTokenDays: 365,
  limits: {
    account: { free: 5, firstSeconds: 15, longestSeconds: 900 },
    // Many may stand behind one address of an office.
    address: { free: 100, firstSeconds: 15, longestSeconds: 300 },
  },
};

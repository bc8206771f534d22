import type { Labels } from '#platform/labels.js';

export const ROLES = ['officer', 'department', 'manager', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_LABELS = {
  officer: { ko: '총괄담당(평가담당관)', en: 'Evaluation officer' },
  department: { ko: '실·국 담당', en: 'Department staff' },
  manager: { ko: '간부', en: 'Manager' },
  auditor: { ko: '이력 열람자(감사)', en: 'Auditor' },
  admin: { ko: '시스템 관리자', en: 'Administrator' },
} as const satisfies Labels<Role>;

/** Ranks from the desk up: 주무관 · 팀장 · 과장(담당관) · 국장(기획관) · 실장(본부장) · 부시장 · 시장. */
export const POSITIONS = [
  'staff',
  'team-leader',
  'division-head',
  'bureau-head',
  'office-head',
  'vice-mayor',
  'mayor',
] as const;
export type Position = (typeof POSITIONS)[number];
export const POSITION_LABELS = {
  staff: { ko: '주무관', en: 'Officer' },
  'team-leader': { ko: '팀장', en: 'Team leader' },
  'division-head': { ko: '과장·담당관', en: 'Division head' },
  'bureau-head': { ko: '국장·기획관', en: 'Bureau head' },
  'office-head': { ko: '실장·본부장', en: 'Office head' },
  'vice-mayor': { ko: '부시장', en: 'Vice mayor' },
  mayor: { ko: '시장', en: 'Mayor' },
} as const satisfies Labels<Position>;

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** 대결: one who signs in somebody's absence, reporting it afterwards; 직무대리: appointed for a time. */
export const DEPUTY_KINDS = ['once', 'period'] as const;
export type DeputyKind = (typeof DEPUTY_KINDS)[number];
export const DEPUTY_LABELS = {
  once: { ko: '대결', en: 'Signs in absence' },
  period: { ko: '직무대리', en: 'Acting deputy' },
} as const satisfies Labels<DeputyKind>;

/** Pages whose lists can be saved as a view. */
export const VIEW_PAGES = ['issues', 'signals', 'requests'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** By a local password, or by the organisation's own identity provider. */
export type SignInMethod = 'password' | 'sso';

/** Why somebody whom the identity provider was asked about did not come in. */
export const SSO_REFUSALS = ['away', 'failed', 'cancelled', 'expired', 'unknown'] as const;
export type SsoRefusal = (typeof SSO_REFUSALS)[number];
export const SSO_REFUSAL_LABELS = {
  away: {
    ko: '통합 로그인 서버에 연결할 수 없습니다. 이 시스템의 비밀번호가 있으면 아래에서 로그인하십시오.',
    en: 'The single sign-on server cannot be reached. With a password of this system you can sign in below.',
  },
  failed: {
    ko: '통합 로그인을 확인할 수 없습니다. 다시 시도해 주십시오.',
    en: 'The single sign-on could not be verified. Please try again.',
  },
  cancelled: { ko: '통합 로그인을 취소했습니다.', en: 'The single sign-on was cancelled.' },
  expired: {
    ko: '통합 로그인 시간이 지났습니다. 처음부터 다시 시도해 주십시오.',
    en: 'The single sign-on took too long. Please begin again.',
  },
  unknown: {
    ko: '이 시스템에 등록되어 있지 않거나 사용이 중지된 계정입니다. 시스템 관리자에게 문의해 주십시오.',
    en: 'There is no account in use for you here. Please ask an administrator.',
  },
} as const satisfies Labels<SsoRefusal>;

/** How far a token for other systems reaches. */
export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
export const TOKEN_SCOPE_LABELS = {
  read: { ko: '조회만', en: 'Read only' },
  write: { ko: '조회·처리', en: 'Read and write' },
} as const satisfies Labels<TokenScope>;

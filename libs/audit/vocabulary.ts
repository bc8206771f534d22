import type { Label } from '#platform/labels.js';

/** What is on record besides changes: who saw, took away, came in or was refused. */
export const ACCESS_KINDS = [
  'read',
  'export',
  'signed-in',
  'signed-out',
  'sign-in-refused',
  'code-asked',
  'refused',
  'trimmed',
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export const TRAIL_KINDS = ['change', ...ACCESS_KINDS] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

export const TRAIL_LABELS: Readonly<Record<TrailKind, Label>> = {
  change: { ko: '변경', en: 'Change' },
  read: { ko: '열람 제한 이슈 열람', en: 'Confidential read' },
  export: { ko: '내려받기', en: 'Export' },
  'signed-in': { ko: '로그인', en: 'Signed in' },
  'signed-out': { ko: '로그아웃', en: 'Signed out' },
  'sign-in-refused': { ko: '로그인 실패', en: 'Sign-in refused' },
  'code-asked': { ko: '인증번호 요구', en: 'Code asked for' },
  refused: { ko: '접근 거부', en: 'Refused' },
  trimmed: { ko: '보존기간 경과 삭제', en: 'Retention over' },
};

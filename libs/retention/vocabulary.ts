import type { Labels } from '#platform/labels.js';

/** What is kept about people no longer than its rule says. */
export const RETENTION_RULES = [
  'left-people',
  'messages',
  'mentions',
  'deputy-notes',
  'tokens',
  'access-log',
  'rights-history',
] as const;
export type RetentionRuleName = (typeof RETENTION_RULES)[number];

export const RETENTION_LABELS = {
  'left-people': {
    ko: '퇴직·사용 중지된 사람의 이름과 메일 주소',
    en: 'Names and addresses of people who left',
  },
  messages: { ko: '발송한 메일·알림의 본문', en: 'Bodies of mails and notices sent' },
  mentions: { ko: '종결 이슈의 의견에서 지정한 사람', en: 'People named in comments on closed issues' },
  'deputy-notes': { ko: '대결·직무대리를 지정한 사유', en: 'Why somebody was stood in for' },
  tokens: { ko: '만료·폐기된 연결 토큰', en: 'Tokens that ended' },
  'access-log': { ko: '접속·열람 기록', en: 'Record of accesses' },
  'rights-history': { ko: '권한 부여·변경·말소 기록', en: 'History of rights' },
} as const satisfies Labels<RetentionRuleName>;

/** `kept`: no rule deletes it; how long it must be there at least. `by-itself`: housekeeping does it in any case. */
export const RETENTION_ACTIONS = ['pseudonym', 'blank', 'delete', 'by-itself', 'kept'] as const;
export type RetentionAction = (typeof RETENTION_ACTIONS)[number];

export const RETENTION_ACTION_LABELS = {
  pseudonym: { ko: '가명 처리(퇴직자 번호)', en: 'Pseudonym' },
  blank: { ko: '내용 삭제', en: 'Contents removed' },
  delete: { ko: '삭제', en: 'Deleted' },
  'by-itself': { ko: '자동 삭제', en: 'Deleted by itself' },
  kept: { ko: '보존', en: 'Kept' },
} as const satisfies Labels<RetentionAction>;

/** Rules that a person or the schedule carries out. */
export const CARRIED_OUT = ['left-people', 'messages', 'mentions', 'deputy-notes', 'tokens'] as const;
export type CarriedOut = (typeof CARRIED_OUT)[number];

import type { Labels } from '#platform/labels.js';

/** What people set preferences for. */
export const NOTICE_KINDS = [
  'request',
  'reminder',
  'answer',
  'comment',
  'issue',
  'warning',
  'crisis',
  'signal',
  'report',
  'following',
  'deputy',
  'account',
  'import',
  'system',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const NOTICE_KIND_LABELS = {
  request: { ko: '요청사항·보완 요청', en: 'Requests to my department' },
  reminder: { ko: '회신기한·상향 보고', en: 'Deadlines and escalation' },
  answer: { ko: '부서 회신·소관 조정 요청', en: 'Answers of departments' },
  comment: { ko: '의견·언급', en: 'Comments and mentions' },
  issue: { ko: '이슈 검토·변동', en: 'Issues to review, changes' },
  warning: { ko: '예의주시·조기 알림', en: 'Early warning' },
  crisis: { ko: '위기 여부·전환', en: 'Crises' },
  signal: { ko: '동향 제보', en: 'Reported signals' },
  report: { ko: '월간 리포트', en: 'Monthly report' },
  following: { ko: '관심 등록한 소식', en: 'What I follow' },
  deputy: { ko: '대결·직무대리', en: 'Deputies' },
  account: { ko: '내 계정', en: 'My account' },
  import: { ko: '자료 가져오기', en: 'Imports' },
  system: { ko: '시스템 운영', en: 'Operation of the system' },
} as const satisfies Labels<NoticeKind>;

/** What must be heard: it stays in the inbox, and its mail may be gathered but not switched off. */
export const MUST_HEAR = [
  'request',
  'reminder',
  'crisis',
  'account',
] as const satisfies readonly NoticeKind[];
export const mustHear = (kind: NoticeKind): boolean => (MUST_HEAR as readonly NoticeKind[]).includes(kind);

export const MAIL_MODES = ['at-once', 'daily', 'weekly', 'off'] as const;
export type MailMode = (typeof MAIL_MODES)[number];
export const MAIL_MODE_LABELS = {
  'at-once': { ko: '바로', en: 'At once' },
  daily: { ko: '매일 모아서', en: 'Daily, gathered' },
  weekly: { ko: '매주 모아서', en: 'Weekly, gathered' },
  off: { ko: '받지 않음', en: 'Off' },
} as const satisfies Labels<MailMode>;

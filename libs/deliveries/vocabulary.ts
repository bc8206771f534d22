import type { Labels } from '#platform/labels.js';

export const CHANNELS = ['mail', 'inbox', 'webhook'] as const;
export const DELIVERY_CHANNEL_LABELS = {
  mail: { ko: '메일', en: 'Mail' },
  inbox: { ko: '알림', en: 'Inbox' },
  webhook: { ko: '웹훅', en: 'Webhook' },
} as const satisfies Labels<(typeof CHANNELS)[number]>;

/** Held: waits for the end of quiet hours or for its digest; gathered: went out with another, which became the digest. */
export const DELIVERY_STATES = [
  'held',
  'gathered',
  'pending',
  'sending',
  'sent',
  'failed',
  'dead',
  'suppressed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export const DELIVERY_LABELS = {
  held: { ko: '발송 시각까지 보류', en: 'Held until its hour' },
  gathered: { ko: '모아서 발송', en: 'Sent in a digest' },
  pending: { ko: '발송 대기', en: 'Waiting' },
  sending: { ko: '발송 중', en: 'Being sent' },
  sent: { ko: '발송', en: 'Sent' },
  failed: { ko: '재시도 예정', en: 'Will be retried' },
  dead: { ko: '발송 실패', en: 'Failed' },
  suppressed: { ko: '발송 안 함', en: 'Not sent' },
} as const satisfies Labels<DeliveryState>;

/** Why something did not arrive. */
export const DELIVERY_FAULTS = [
  'bounced',
  'deferred',
  'refused',
  'sign-in',
  'status',
  'gone',
  'timeout',
  'unreachable',
  'unknown-host',
  'certificate',
  'redirects',
  'forbidden',
  'address',
  'broken',
] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];
export const FAULT_LABELS = {
  bounced: { ko: '메일 주소 거부', en: 'Address refused' },
  deferred: { ko: '메일 서버 일시 거부', en: 'Mail server said later' },
  refused: { ko: '메일 내용·발신자 거부', en: 'Mail refused' },
  'sign-in': { ko: '메일 서버 인증 실패', en: 'Sign-in to the mail server failed' },
  status: { ko: '수신 서버 오류 응답', en: 'Answered with an error' },
  gone: { ko: '수신 중단(410)', en: 'Gone (410)' },
  timeout: { ko: '시간 초과', en: 'Too slow' },
  unreachable: { ko: '연결 실패', en: 'Cannot be reached' },
  'unknown-host': { ko: '없는 호스트', en: 'Unknown host' },
  certificate: { ko: '인증서 오류', en: 'Bad certificate' },
  redirects: { ko: '다른 주소로 넘김', en: 'Redirects elsewhere' },
  forbidden: { ko: '내부망 주소', en: 'Leads into an inner network' },
  address: { ko: '잘못된 주소', en: 'Bad address' },
  broken: { ko: '응답을 읽을 수 없음', en: 'Unreadable answer' },
} as const satisfies Labels<DeliveryFault>;

export const WEBHOOK_STATES = ['ok', 'failing', 'paused', 'off', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];
export const WEBHOOK_LABELS = {
  ok: { ko: '정상', en: 'OK' },
  failing: { ko: '실패', en: 'Failing' },
  paused: { ko: '일시 보류', en: 'Paused' },
  off: { ko: '사용 안 함', en: 'Switched off' },
  disabled: { ko: '자동 중지', en: 'Disabled' },
} as const satisfies Labels<WebhookState>;

/** Why a webhook was switched off by itself. */
export const DISABLED_REASONS = ['gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];
export const DISABLED_LABELS = {
  gone: { ko: '수신 서버가 더는 받지 않는다고 알려 옴(410)', en: 'Its server says that it is gone (410)' },
  failing: { ko: '여러 날 동안 계속 실패', en: 'It failed for days' },
} as const satisfies Labels<DisabledReason>;

/** How a department can be reached; the worst that is true. */
export const CONTACT_STATES = ['ok', 'nobody', 'bouncing', 'silent'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];
export type ContactFault = Exclude<ContactState, 'ok' | 'nobody'>;
export const CONTACT_LABELS = {
  ok: { ko: '정상', en: 'OK' },
  nobody: { ko: '담당자 없음', en: 'Nobody there' },
  bouncing: { ko: '메일 반송', en: 'Mail bounces' },
  silent: { ko: '접수 없음', en: 'Does not confirm' },
} as const satisfies Labels<ContactState>;

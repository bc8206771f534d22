import type { Label, Labels } from '#platform/labels.js';

export const SIGNAL_STATES = ['new', 'clustered', 'observed', 'attached', 'dismissed'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** Nothing was decided on it that binds: it may be attached or dismissed. */
export const FREE_STATES = ['new', 'clustered', 'observed'] as const satisfies readonly SignalState[];

export const SIGNAL_LABELS = {
  new: { ko: '접수', en: 'New' },
  clustered: { ko: '묶음', en: 'Clustered' },
  observed: { ko: '관찰', en: 'Under observation' },
  attached: { ko: '이슈에 포함', en: 'Attached to an issue' },
  dismissed: { ko: '제외', en: 'Dismissed' },
} as const satisfies Labels<SignalState>;

/** How a press feed stands; `dead` after failures in a row, until it answers again. */
export const FEED_STATES = ['ok', 'failing', 'dead'] as const;
export type FeedState = (typeof FEED_STATES)[number];
export const FEED_LABELS = {
  ok: { ko: '정상', en: 'Fine' },
  failing: { ko: '재시도 중', en: 'Being retried' },
  dead: { ko: '수신 중단', en: 'Dead' },
} as const satisfies Labels<FeedState>;

/** Why a feed could not be read; `{detail}` is what the server said. */
export const FEED_FAULTS = {
  address: { ko: '주소 형식이 올바르지 않습니다.', en: 'The address is malformed.' },
  forbidden: {
    ko: '내부망 주소이거나 허용되지 않은 포트여서 접속하지 않았습니다. 필요하면 시스템 관리자가 OUTBOUND_ALLOW에 등록합니다.',
    en: 'The address leads into an inner network or to a port that is not allowed. An administrator can allow it in OUTBOUND_ALLOW.',
  },
  'unknown-host': { ko: '주소의 서버를 찾을 수 없습니다.', en: 'There is no server of this name.' },
  unreachable: { ko: '서버에 연결할 수 없습니다.', en: 'The server cannot be reached.' },
  certificate: {
    ko: '서버의 보안 인증서를 확인할 수 없습니다.',
    en: "The server's certificate cannot be verified.",
  },
  timeout: { ko: '서버가 제때 응답하지 않았습니다.', en: 'The server did not answer in time.' },
  'too-large': { ko: '응답이 너무 커서 읽지 않았습니다.', en: 'The answer is too large to be read.' },
  redirects: { ko: '다른 주소로 거듭 넘어갑니다.', en: 'The address leads on and on to others.' },
  broken: { ko: '응답을 읽을 수 없습니다.', en: 'The answer cannot be read.' },
  status: {
    ko: '서버가 오류로 응답했습니다(HTTP {detail}).',
    en: 'The server answered with an error (HTTP {detail}).',
  },
  gone: {
    ko: '폐지된 피드입니다(HTTP 410). 수집을 중지했습니다.',
    en: 'The feed was closed for good (HTTP 410) and is switched off.',
  },
  'web-page': {
    ko: '피드가 아니라 웹 문서가 왔습니다. RSS 주소를 확인해 주십시오.',
    en: 'A web page came instead of a feed. Please check the address.',
  },
  doctype: {
    ko: '문서 형식 선언(DOCTYPE)이 있는 XML은 안전을 위해 읽지 않습니다.',
    en: 'XML with a DOCTYPE is not read, to be safe.',
  },
  malformed: { ko: 'XML이 손상되었거나 피드 형식이 아닙니다.', en: 'The XML is damaged or no feed.' },
} as const satisfies Record<string, Label>;
export type FeedFault = keyof typeof FEED_FAULTS;

import type { EventName } from '#events/events.js';
import type { Labels } from '#platform/labels.js';

type Followed =
  | `request.${'delivered' | 'transferred' | 'due-moved' | 'refused'}`
  | `response.${'posted' | 'returned' | 'accepted'}`
  | `issue.${'referred' | 'opened' | 'grade-risen' | 'crisis-suspected' | 'handed-over' | 'closed' | 'reopened'}`;

/** What followers are told has happened. */
export const FOLLOWED_LABELS = {
  'request.delivered': { ko: '실·국에 요청사항 발송', en: 'A request was sent to a department' },
  'request.transferred': { ko: '요청사항 소관 변경', en: 'A request went to another department' },
  'request.due-moved': { ko: '회신기한 변경', en: 'A deadline was moved' },
  'request.refused': { ko: '소관 조정 요청', en: 'A department asks to assign the request elsewhere' },
  'response.posted': { ko: '부서 회신', en: 'A department has answered' },
  'response.returned': { ko: '회신 보완 요청', en: 'An answer was sent back' },
  'response.accepted': { ko: '회신 이행 확인', en: 'An answer was accepted' },
  'issue.referred': { ko: '검토 대기', en: 'It waits for review' },
  'issue.opened': { ko: '대응 시작', en: 'Work on it has begun' },
  'issue.grade-risen': { ko: '중요도 상승', en: 'Its grade has risen' },
  'issue.crisis-suspected': { ko: '위기 여부 판단 필요', en: 'It may have become a crisis' },
  'issue.handed-over': { ko: '위기 전환(재난부서 인계)', en: 'Handed over as a crisis' },
  'issue.closed': { ko: '종결', en: 'Closed' },
  'issue.reopened': { ko: '재개', en: 'Reopened' },
} as const satisfies Labels<Followed>;

export const isFollowed = (name: EventName): name is Followed => name in FOLLOWED_LABELS;

/** An assessment of our office, of which departments are not told. */
export const isInternal = (name: EventName): boolean =>
  name === 'issue.referred' || name === 'issue.grade-risen' || name === 'issue.crisis-suspected';

/** When an issue is known well enough to say whether it fits a subject that somebody follows. */
export const isFirstLook = (name: EventName): boolean => name === 'issue.referred' || name === 'issue.opened';

import type { Labels } from '#platform/labels.js';
import { NOTICES, type HeardName, type NoticeName } from './notices.js';

/** What has words of its own: a notice that is told to more than its followers, the one for followers, and the digest. */
export type TextName = HeardName | 'following' | 'digest';
/** Those of the month's round and report. */
export type MonthTextName = Extract<TextName, `report.${string}` | `round.${string}` | `outlook.${string}`>;

/** What a text is called where texts are edited. */
export const TEXT_LABELS: Labels<TextName> = {
  'request.delivered': { ko: '요청사항 발송', en: 'Request sent' },
  'request.transferred': { ko: '소관 변경', en: 'Request transferred' },
  'request.inherited': { ko: '조직개편 소관 승계', en: 'Request inherited' },
  'request.cancelled': { ko: '요청 철회', en: 'Request withdrawn' },
  'request.resumed': { ko: '요청 재개', en: 'Request resumed' },
  'request.due-moved': { ko: '회신기한 변경', en: 'Deadline moved' },
  'request.assigned': { ko: '담당자 배부', en: 'Request assigned' },
  'request.collecting': { ko: '총괄 회신 지정', en: 'One answer for all' },
  'request.refused': { ko: '소관 조정 요청', en: 'Not ours' },
  'response.posted': { ko: '회신', en: 'Answer' },
  'response.returned': { ko: '보완 요청', en: 'Changes requested' },
  'response.accepted': { ko: '이행 확인', en: 'Answer accepted' },
  'comment.added': { ko: '새 의견', en: 'New comment' },
  'comment.mentioned': { ko: '의견에서 지정', en: 'Mentioned in a comment' },
  'signal.reported': { ko: '동향 제보', en: 'Signal reported' },
  'signal.questioned': { ko: '제보 보완 요청', en: 'Question about a report' },
  'signal.answered': { ko: '제보 보완 회신', en: 'Question answered' },
  'signal.attached': { ko: '제보 반영', en: 'Report taken up' },
  'signal.dismissed': { ko: '제보 제외', en: 'Report not taken up' },
  'issue.referred': { ko: '검토 대기', en: 'Waits for review' },
  'issue.grade-risen': { ko: '중요도 상승', en: 'Grade risen' },
  'issue.crisis-suspected': { ko: '위기 여부 판단', en: 'Perhaps a crisis' },
  'issue.handed-over': { ko: '위기 전환', en: 'Crisis' },
  'issue.closed': { ko: '종결(검토하지 않은 회신)', en: 'Closed (unjudged answer)' },
  'issue.closing-reported': { ko: '종결 사후 보고', en: 'Closing reported' },
  'issue.reopened': { ko: '재개', en: 'Reopened' },
  'decision.voided': { ko: '결정 효력 상실', en: 'Decision void' },
  'warning.raised': { ko: '예의주시·조기 알림', en: 'Early warning' },
  'feed.died': { ko: '피드 수신 중단', en: 'Feed dead' },
  'acceptance.granted': { ko: '리스크 감수', en: 'Risk accepted' },
  'acceptance.ended': { ko: '감수 종료', en: 'Acceptance ended' },
  'reorganisation.planned': { ko: '조직개편 등록', en: 'Reorganisation entered' },
  'reorganisation.undone': { ko: '조직개편 취소', en: 'Reorganisation taken back' },
  'reorganisation.took-effect': { ko: '조직개편 시행', en: 'Reorganisation in effect' },
  'reorganisation.blocked': { ko: '조직개편 시행 보류', en: 'Reorganisation held up' },
  'policy.activated': { ko: '새 평가기준 시행', en: 'New policy' },
  'import.finished': { ko: '가져오기 완료', en: 'Import done' },
  'import.failed': { ko: '가져오기 실패', en: 'Import failed' },
  'request.reminded': { ko: '회신·접수 요청', en: 'Reminder' },
  'office.reminded': { ko: '소관 조정·회신 검토 요청', en: 'Reminder of the office' },
  'request.escalated': { ko: '상향 보고(자동)', en: 'Up the line, by itself' },
  'escalation.prepared': { ko: '상향 보고 준비', en: 'Up the line, prepared' },
  'escalation.released': { ko: '상향 보고', en: 'Up the line, released' },
  'issue.review-due': { ko: '정기 점검', en: 'Review due' },
  'issue.follow-up-asked': { ko: '종결 후 확인 요청', en: 'Asked after closing' },
  'issue.follow-up-answered': { ko: '종결 후 확인 회신', en: 'Answered after closing' },
  'deputy.appointed': { ko: '대결·직무대리 지정', en: 'Deputy appointed' },
  'deputy.ended': { ko: '대결·직무대리 해제', en: 'Deputy ended' },
  'second-factor.taken-away': { ko: '2단계 인증 해제', en: 'Second factor taken away' },
  'report.compiled': { ko: '리포트 초안', en: 'Report drafted' },
  'report.held': { ko: '리포트 보류', en: 'Report held back' },
  'report.released': { ko: '리포트 보류 해제', en: 'Report released' },
  'report.review-due': { ko: '리포트 검토일 알림', en: 'Report to be reviewed' },
  'report.issue-due': { ko: '리포트 보고일 알림', en: 'Report to be issued' },
  'report.published': { ko: '리포트 배포', en: 'Report published' },
  'report.resent': { ko: '리포트 재배포', en: 'Report sent again' },
  'outlook.results-due': { ko: '예상 이슈 결과 확인 요청', en: 'Results of the outlook due' },
  'round.asked': { ko: '수요조회', en: 'Monthly round' },
  'round.reminded': { ko: '수요조회 회신 요청', en: 'Monthly round, reminder' },
  'webhook.disabled': { ko: '웹훅 중지', en: 'Webhook disabled' },
  'contact.failed': { ko: '연락처 확인', en: 'Contact failed' },
  'step.parked': { ko: '처리 보류', en: 'Step parked' },
  following: { ko: '관심 소식', en: 'What is followed' },
  digest: { ko: '알림 모음', en: 'Digest' },
};
export const TEXT_NAMES = Object.keys(TEXT_LABELS) as TextName[];
export const isTextName = (name: string): name is TextName => Object.hasOwn(TEXT_LABELS, name);

/** In whose words an event is told. */
export const textOf = (name: NoticeName, follows: boolean): TextName =>
  follows || !isTextName(name) ? 'following' : name;

const ISSUE = ['issue', 'number', 'title'] as const;
const REQUEST = [...ISSUE, 'department', 'request', 'due', 'reason'] as const;
const REPORT = ['month', 'edition', 'editionName'] as const;
const SIGNAL = ['title', 'department', 'request', 'reason'] as const;

/** What each text may speak of. */
export const PLACES: Readonly<Record<TextName, readonly Place[]>> = {
  ...(Object.fromEntries(
    (Object.keys(NOTICES) as NoticeName[]).filter(isTextName).map((name) => [name, placesOf(name)]),
  ) as Record<Exclude<TextName, 'following' | 'digest'>, readonly Place[]>),
  following: [...ISSUE, 'what', 'department', 'because'],
  digest: ['date', 'count'],
};

function placesOf(name: NoticeName): readonly Place[] {
  if (name === 'request.reminded' || name === 'office.reminded') return [...REQUEST, 'reminder', 'call'];
  if (name.startsWith('escalation.') || name === 'request.escalated')
    return [...ISSUE, 'department', 'position', 'awaited', 'reason'];
  if (name.startsWith('deputy.')) return ['deputy'];
  if (name === 'issue.follow-up-answered') return [...ISSUE, 'result', 'reason'];
  if (name.startsWith('request.') || name.startsWith('response.')) return REQUEST;
  if (name.startsWith('comment.')) return [...REQUEST, 'author'];
  if (name.startsWith('signal.')) return SIGNAL;
  if (name === 'report.held' || name === 'report.released') return [...REPORT, 'reason'];
  if (name.startsWith('report.')) return REPORT;
  if (name.startsWith('round.')) return ['month', 'department', 'due'];
  if (name === 'outlook.results-due') return ['month', 'unsettled'];
  if (name.startsWith('import.')) return ['file', 'created', 'known', 'failed', 'faulty'];
  if (name === 'warning.raised') return [...ISSUE, 'level', 'rule', 'readings'];
  if (name === 'feed.died') return ['feed', 'reason'];
  if (name === 'webhook.disabled') return ['webhook', 'reason'];
  if (name === 'contact.failed') return ['contact', 'advice', 'fault', 'reason'];
  if (name === 'policy.activated' || name.startsWith('second-factor.')) return [];
  if (name.startsWith('reorganisation.')) return ['reorganisation', 'reason'];
  return [...ISSUE, 'reason'];
}

/** What may stand between braces in a text, in the words of who edits it. */
export const PLACE_LABELS = {
  issue: { ko: '이슈번호와 이슈명', en: 'Number and title of the issue' },
  number: { ko: '이슈번호', en: 'Number of the issue' },
  title: { ko: '이슈명 또는 동향 제목', en: 'Title' },
  department: { ko: '부서', en: 'Department' },
  request: { ko: '요청사항', en: 'What is asked for' },
  author: { ko: '작성자', en: 'Who wrote it' },
  due: { ko: '회신기한', en: 'Deadline' },
  reason: { ko: '사유·회신·의견 내용·오류', en: 'Reason, answer, comment or error' },
  reorganisation: { ko: '조직개편 내용과 시행일', en: 'What becomes of which department, and when' },
  month: { ko: '리포트·수요조회의 달', en: 'Month of the report or the round' },
  unsettled: { ko: '결과를 확인하지 않은 건수', en: 'Results not settled' },
  edition: { ko: '차수', en: 'Number of the edition' },
  editionName: { ko: '확정본·정정본', en: 'Which edition' },
  level: { ko: '예의주시·조기 알림', en: 'Level of the warning' },
  rule: { ko: '조기 알림 규칙', en: 'Rule of early warning' },
  readings: { ko: '해당하는 수치', en: 'What was counted' },
  feed: { ko: '언론 피드', en: 'Press feed' },
  webhook: { ko: '웹훅', en: 'Webhook' },
  contact: { ko: '부서·담당자', en: 'Department or person' },
  advice: { ko: '할 일', en: 'What is to be done' },
  fault: { ko: '연락처 상태', en: 'State of the contact' },
  file: { ko: '파일명', en: 'File name' },
  created: { ko: '등록 건수', en: 'New rows' },
  known: { ko: '이미 있는 건수', en: 'Rows known already' },
  failed: { ko: '오류 건수', en: 'Rows with errors' },
  faulty: { ko: '오류가 있을 때만', en: 'Only where rows failed' },
  reminder: { ko: '회신 요청·접수 요청·기한 경과', en: 'Kind of reminder' },
  call: { ko: '무엇을 언제까지', en: 'What is to be done by when' },
  awaited: { ko: '늦은 것(접수·회신)', en: 'What is late: receipt or answer' },
  position: { ko: '보고받을 직위', en: 'Position that is told' },
  result: { ko: '재발 여부', en: 'Whether it happened again' },
  deputy: { ko: '대결·직무대리와 기간', en: 'Deputy and days' },
  what: { ko: '있었던 일', en: 'What happened' },
  because: { ko: '관심 등록한 것', en: 'What is followed' },
  date: { ko: '날짜', en: 'Day' },
  count: { ko: '알림 건수', en: 'Number of notices' },
} as const satisfies Labels<string>;
export type Place = keyof typeof PLACE_LABELS;

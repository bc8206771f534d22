import type { EventName } from '#events/events.js';
import { useLanguage } from '../../text/i18n.js';

/** Every fact the system announces, as people say it: a new one does not compile without its words. */
const WORDS = {
  'signal.received': { ko: '동향 접수', en: 'Signal received' },
  'signal.attached': { ko: '동향을 이슈에 붙임', en: 'Signal attached' },
  'signal.detached': { ko: '동향을 이슈에서 뗌', en: 'Signal detached' },
  'signal.dismissed': { ko: '동향 제외', en: 'Signal dismissed' },
  'issue.reported': { ko: '이슈 등록', en: 'Issue registered' },
  'issue.amended': { ko: '이슈 수정', en: 'Issue amended' },
  'issue.revised': { ko: '이슈 내용 변경', en: 'Issue revised' },
  'issue.identified': { ko: '인지·발굴 완료', en: 'Issue identified' },
  'issue.analyzed': { ko: '중요도 분석 완료', en: 'Issue analyzed' },
  'issue.prioritized': { ko: '중요도·대응방향 설정', en: 'Issue prioritized' },
  'issue.referred': { ko: '검토 대기', en: 'Waits for review' },
  'issue.opened': { ko: '대응 시작', en: 'Issue opened' },
  'issue.grade-risen': { ko: '중요도 상승', en: 'Grade risen' },
  'issue.merged': { ko: '이슈 병합', en: 'Issue merged' },
  'issue.handed-over': { ko: '위기 전환', en: 'Handed over as crisis' },
  'issue.closed': { ko: '이슈 종결', en: 'Issue closed' },
  'issue.reopened': { ko: '이슈 재개', en: 'Issue reopened' },
  'decision.taken': { ko: '결정', en: 'Decision taken' },
  'decision.voided': { ko: '결정 효력 상실', en: 'Decision void' },
  'request.added': { ko: '요청사항 추가', en: 'Request added' },
  'request.delivered': { ko: '요청사항 발송', en: 'Request delivered' },
  'request.acknowledged': { ko: '요청사항 접수', en: 'Request acknowledged' },
  'request.refused': { ko: '소관 조정 요청', en: 'Not ours' },
  'request.transferred': { ko: '소관 변경', en: 'Request transferred' },
  'request.cancelled': { ko: '요청 철회', en: 'Request withdrawn' },
  'request.resumed': { ko: '요청 재개', en: 'Request resumed' },
  'response.posted': { ko: '회신', en: 'Response' },
  'response.accepted': { ko: '이행 확인', en: 'Response accepted' },
  'response.returned': { ko: '보완 요청', en: 'Changes requested' },
  'report.requested': { ko: '리포트 작성 요청', en: 'Report asked for' },
  'report.compiled': { ko: '리포트 초안', en: 'Report drafted' },
  'report.published': { ko: '리포트 배포', en: 'Report published' },
  'step.parked': { ko: '처리 보류', en: 'Step stuck' },
  'step.retried': { ko: '재처리', en: 'Step retried' },
  'step.skipped': { ko: '건너뜀', en: 'Step skipped' },
} satisfies Record<EventName, { ko: string; en: string }>;

/** The API's name where it is one that this console does not know yet. */
export function useEventWord(): (name: string) => string {
  const language = useLanguage();
  return (name) => (name in WORDS ? WORDS[name as EventName][language] : name);
}

import type { MeasureStatus } from '#actions/vocabulary.js';
import type { IssueKindName } from './issue-kinds.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Label } from '#platform/labels.js';

export interface StandardTemplate {
  name: Label;
  /** What the answer then says of the measure. */
  status: MeasureStatus;
  /** Absent: for all. */
  kinds?: readonly IssueKindName[];
  grades?: readonly Grade[];
  text: Label;
}

/**
 * 회신 서식, 개조식: what every department finds when it answers. `{이슈명}` and the like are filled in from the request.
 * The office and each department add their own.
 */
export const ANSWER_TEMPLATES = {
  plan: {
    name: { ko: '조치계획', en: 'Plan of action' },
    status: 'underway',
    text: {
      ko: `□ 현황
 ○ {이슈명} 관련 현재 상황 :
□ 조치계획
 ○ (단기, {회신기한} 이후 1개월 이내)
  - 조치 내용 :
  - 담당 : {부서} ○○과
 ○ (장기)
  - 제도·예산 개선 :
□ 협조 필요사항
 ○ `,
      en: `□ Where it stands
 ○ {issue}:
□ Plan
 ○ (short term)
  - Measure:
  - By: {department}, division of
 ○ (long term)
  - Rules and budget:
□ Help needed
 ○ `,
    },
  },
  urgent: {
    name: { ko: '긴급 조치계획', en: 'Urgent plan' },
    status: 'underway',
    grades: ['critical', 'high'],
    text: {
      ko: `□ 즉시 조치(24시간 이내)
 ○ 현장 확인 : 일시 / 확인자 / 결과
 ○ 응급 조치 :
□ 후속 조치
 ○ 일정(○. ○.까지) :
 ○ 소요예산 및 재원 :
□ 예상 쟁점 및 대응 논리
 ○ 언론·의회 예상 질의 :
 ○ 답변 요지 :
□ 비상연락 : {부서} ○○과 ○○○(☎0000)`,
      en: `□ At once (within 24 hours)
 ○ Seen on the spot: when / by whom / result
 ○ First measures:
□ What follows
 ○ Until:
 ○ Cost and where it comes from:
□ Questions to expect, and what to say
 ○ Press, council:
 ○ In short:
□ Reached at: {department}`,
    },
  },
  progress: {
    name: { ko: '추진상황', en: 'Progress' },
    status: 'underway',
    text: {
      ko: `□ 추진상황({오늘} 기준)
 ○ 완료 :
 ○ 추진 중 :
 ○ 미착수 및 사유 :
□ 향후 일정
 ○ ○. ○. :
□ 장애 요인 및 대책
 ○ `,
      en: `□ As of {today}
 ○ Done:
 ○ Under way:
 ○ Not begun, and why:
□ Next
 ○ Until:
□ What stands in the way
 ○ `,
    },
  },
  done: {
    name: { ko: '완료 보고', en: 'Completion' },
    status: 'done',
    text: {
      ko: `□ 조치 결과
 ○ 요청사항 : {요청사항}
 ○ 조치 내용 및 완료일 :
 ○ 확인 방법(점검·사진·공문) :
□ 효과
 ○ 리스크 해소 정도 :
□ 재발 방지
 ○ 상시 점검 주기 및 담당 : `,
      en: `□ Result
 ○ Asked: {request}
 ○ Done, and when:
 ○ How it was checked (inspection, photographs, documents):
□ Effect
 ○ What is left of the risk:
□ So that it does not come back
 ○ Checked how often, by whom: `,
    },
  },
  'facility-check': {
    name: { ko: '시설 점검 결과', en: 'Inspection of a facility' },
    status: 'underway',
    kinds: ['facility'],
    text: {
      ko: `□ 점검 개요
 ○ 대상 : / 기간 : / 점검자 :
□ 점검 결과
 ○ 양호 ○개소, 보수 필요 ○개소, 긴급 ○개소
□ 조치
 ○ 즉시 조치 :
 ○ 예산 필요(○백만원) :
□ 이용 제한·안내
 ○ `,
      en: `□ Inspection
 ○ What: / when: / by whom:
□ Result
 ○ Sound: , to repair: , urgent:
□ Measures
 ○ At once:
 ○ Needs budget:
□ Closed or signposted
 ○ `,
    },
  },
  'not-acceptable': {
    name: { ko: '수용 곤란', en: 'Not acceptable' },
    status: 'not-acceptable',
    text: {
      ko: `□ 수용 곤란 사유
 ○ 관련 법령·지침 :
 ○ 예산·인력 여건 :
□ 대안
 ○ 수용 가능한 범위 :
 ○ 대체 방안 :
□ 수용하지 않을 경우 예상되는 문제와 관리 방안
 ○ `,
      en: `□ Why not
 ○ Law, rules:
 ○ Budget, staff:
□ Instead
 ○ What can be done:
 ○ Another way:
□ What is to be expected then, and how it is watched
 ○ `,
    },
  },
  'not-applicable': {
    name: { ko: '해당 없음', en: 'Not applicable' },
    status: 'not-applicable',
    text: {
      ko: `□ 해당 없음
 ○ 확인 내용 : {요청사항}에 대하여 {부서} 소관 사업·시설을 확인한 결과 해당 사항이 없음
 ○ 확인 일자 및 방법 : {오늘}, `,
      en: `□ Not applicable
 ○ Looked through: what {department} is responsible for, as to: {request}
 ○ When and how: {today}, `,
    },
  },
} as const satisfies Record<string, StandardTemplate>;

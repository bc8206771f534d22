import type { Template } from './rules/template.js';
import type { TextName } from './text-names.js';
import { MONTH_TEXTS_KO } from './texts-of-the-month-ko.js';

/** Every notice in the office's words. */
export const TEXTS_KO: Readonly<Record<TextName, Template>> = {
  'request.delivered': {
    title: '[요청사항] {issue}',
    lines: [
      '아래 이슈와 관련하여 조치계획 회신을 요청드립니다.',
      '○ 요청사항 : {request}',
      '○ 회신기한 : {due}',
    ],
  },
  'request.transferred': {
    title: '[소관 변경] {issue}',
    lines: [
      '요청사항의 소관이 변경되었습니다.',
      '○ 소관 : {department}',
      '○ 요청사항 : {request}',
      '○ 회신기한 : {due}',
      '○ 사유 : {reason}',
    ],
  },
  'request.inherited': {
    title: '[소관 승계] {issue}',
    lines: [
      '조직개편에 따라 요청사항의 소관이 승계되었습니다. 회신기한은 그대로입니다.',
      '○ 소관 : {department}',
      '○ 요청사항 : {request}',
      '○ 회신기한 : {due}',
      '○ 사유 : {reason}',
    ],
  },
  'request.cancelled': {
    title: '[요청 철회] {issue}',
    lines: [
      '아래 요청사항을 철회하오니 회신하지 않으셔도 됩니다.',
      '○ 요청사항 : {request}',
      '○ 사유 : {reason}',
    ],
  },
  'request.resumed': {
    title: '[요청 재개] {issue}',
    lines: [
      '종결한 이슈를 다시 관리하여 철회한 요청사항의 회신을 요청드립니다.',
      '○ 요청사항 : {request}',
      '○ 회신기한 : {due}',
    ],
  },
  'request.due-moved': {
    title: '[회신기한 변경] {issue}',
    lines: [
      '요청사항의 회신기한이 변경되었습니다.',
      '○ 회신기한 : {due}',
      '○ 사유 : {reason}',
      '○ 요청사항 : {request}',
    ],
  },
  'request.assigned': {
    title: '[배부] {issue}',
    lines: ['담당자로 지정되었습니다.', '○ 요청사항 : {request}', '○ 회신기한 : {due}'],
  },
  'request.collecting': {
    title: '[총괄 회신] {issue}',
    lines: [
      '총괄부서로 지정되었습니다. 협조부서의 회신을 모아 총괄 회신하여 주시기 바랍니다.',
      '○ 요청사항 : {request}',
      '○ 회신기한 : {due}',
    ],
  },
  'request.refused': {
    title: '[소관 조정 요청] {issue}',
    lines: ['{department}에서 소관 조정을 요청하였습니다.', '○ 사유 : {reason}', '○ 요청사항 : {request}'],
  },
  'response.posted': {
    title: '[회신] {issue}',
    lines: [
      '{department}에서 회신하였습니다. 내용을 검토해 주십시오.',
      '○ 요청사항 : {request}',
      '○ 부서대응 : {reason}',
    ],
  },
  'response.returned': {
    title: '[보완 요청] {issue}',
    lines: [
      '회신 내용의 보완을 요청드립니다.',
      '○ 보완사항 : {reason}',
      '○ 요청사항 : {request}',
      '○ 회신기한 : {due}',
    ],
  },
  'response.accepted': {
    title: '[이행 확인] {issue}',
    lines: ['회신 내용의 이행을 확인하였습니다.', '○ 요청사항 : {request}'],
  },
  'comment.added': {
    title: '[의견] {issue}',
    lines: ['새 의견이 있습니다.', '○ 작성자 : {author}', '○ 요청사항 : {request}', '○ 의견 : {reason}'],
  },
  'comment.mentioned': {
    title: '[의견 지정] {issue}',
    lines: [
      '의견에서 귀하를 지정하였습니다. 확인하여 주시기 바랍니다.',
      '○ 작성자 : {author}',
      '○ 요청사항 : {request}',
      '○ 의견 : {reason}',
    ],
  },
  'signal.reported': {
    title: '[제보] {title}',
    lines: ['{department}에서 동향을 제보하였습니다. 검토해 주십시오.'],
  },
  'signal.questioned': {
    title: '[제보 보완 요청] {title}',
    lines: ['제보하신 동향의 보완을 요청드립니다.', '○ 보완사항 : {reason}'],
  },
  'signal.answered': {
    title: '[제보 보완 회신] {title}',
    lines: ['{department}에서 보완 요청에 회신하였습니다.', '○ 보완사항 : {request}', '○ 회신 : {reason}'],
  },
  'signal.attached': {
    title: '[제보 반영] {title}',
    lines: ['제보하신 동향을 리스크 이슈에 반영하여 관리합니다.'],
  },
  'signal.dismissed': {
    title: '[제보 제외] {title}',
    lines: ['제보하신 동향은 검토 결과 리스크로 관리하지 않습니다.', '○ 사유 : {reason}'],
  },
  'issue.referred': { title: '[검토 대기] {issue}', lines: ['자동 분석이 끝나 검토가 필요합니다.'] },
  'issue.grade-risen': {
    title: '[중요도 상승] {issue}',
    lines: ['부서 대응 중인 이슈의 중요도가 높아졌습니다. 확인해 주십시오.'],
  },
  'issue.crisis-suspected': {
    title: '[위기 여부 판단] {issue}',
    lines: [
      '부서 대응 중인 이슈에 위기로 볼 만한 동향이 들어왔습니다.',
      '○ 위기이면 재난부서에 인계하고, 아니면 현행 유지로 결정하여 주십시오.',
      '※ 결정할 때까지 새 내용이 들어올 때마다 다시 알립니다.',
    ],
  },
  'issue.handed-over': {
    title: '[위기 전환] {issue}',
    lines: [
      '위기로 전환하여 재난부서에 인계합니다.',
      '※ 수습 뒤의 사후관리(보상, 책임, 재발 방지)는 새 이슈로 등록',
    ],
  },
  'issue.closed': {
    title: '[종결] {issue}',
    lines: ['회신하신 이슈를 종결하였습니다. 회신은 검토 없이 기록으로 남으며 더 하실 일은 없습니다.'],
  },
  'issue.closing-reported': {
    title: '[종결 보고] {issue}',
    lines: ['이슈를 종결하였음을 보고드립니다. 결과와 환류(교훈)는 이슈 화면에 있습니다.'],
  },
  'issue.reopened': {
    title: '[재개] {issue}',
    lines: ['종결한 이슈를 다시 관리합니다.', '○ 사유 : {reason}'],
  },
  'decision.voided': {
    title: '[결정 효력 상실] {issue}',
    lines: ['결정 이후 이슈 내용이 변경되어 결정의 효력이 없어졌습니다. 새 평가 결과를 확인해 주십시오.'],
  },
  'warning.raised': {
    title: '[{level}] {issue}',
    lines: ["조기 알림 규칙 '{rule}'에 해당합니다. 내용을 확인해 주십시오.", '{readings}'],
  },
  'feed.died': {
    title: '[피드 수신 중단] {feed}',
    lines: [
      '언론 피드를 거듭 읽지 못하였습니다. 주소를 확인하거나 수집을 중지해 주십시오.',
      '○ 사유 : {reason}',
    ],
  },
  'acceptance.granted': {
    title: '[리스크 감수] {issue}',
    lines: ['리스크 감수(수용)로 정하였습니다.', '○ 사유 : {reason}'],
  },
  'acceptance.ended': {
    title: '[감수 종료] {issue}',
    lines: ['리스크 감수(수용)가 끝났습니다. 대응방법을 다시 정해 주십시오.', '○ 사유 : {reason}'],
  },
  'reorganisation.planned': {
    title: '[조직개편] 등록',
    lines: [
      '조직개편이 등록되었습니다. 시행일에 소관 업무가 승계됩니다.',
      '○ 내용 : {reorganisation}',
      '○ 사유 : {reason}',
    ],
  },
  'reorganisation.undone': {
    title: '[조직개편] 취소',
    lines: ['등록된 조직개편이 취소되었습니다.', '○ 내용 : {reorganisation}'],
  },
  'reorganisation.took-effect': {
    title: '[조직개편] 시행',
    lines: [
      '조직개편이 시행되어 진행 중인 업무의 소관이 승계되었습니다. 회신기한은 그대로입니다.',
      '○ 내용 : {reorganisation}',
      '○ 사유 : {reason}',
    ],
  },
  'reorganisation.blocked': {
    title: '[조직개편] 시행 보류',
    lines: [
      '승계할 부서가 없는 진행 중 업무가 있어 조직개편을 시행하지 못하였습니다. 업무를 이관하거나 승계 부서를 지정하여 다시 등록해 주십시오.',
      '○ 내용 : {reorganisation}',
    ],
  },
  'policy.activated': {
    title: '[평가기준] 새 평가기준 시행',
    lines: ['새 평가기준의 시행이 결정되었습니다. 시행일에 진행 중인 이슈를 다시 평가합니다.'],
  },
  'import.finished': {
    title: '[자료 가져오기] {file} 완료',
    lines: [
      '○ 등록 {created}건, 이미 있음 {known}건, 오류 {failed}건',
      '{?faulty}오류가 있는 행만 내려받아 고친 뒤 다시 올릴 수 있습니다.',
    ],
  },
  'import.failed': {
    title: '[자료 가져오기] {file} 읽지 못함',
    lines: ['파일을 읽지 못하여 아무것도 등록하지 않았습니다. 이유를 확인해 주십시오.'],
  },
  'request.reminded': { title: '[{reminder}] {issue}', lines: ['{call}', '○ 요청사항 : {request}'] },
  'office.reminded': {
    title: '[{reminder}] {issue}',
    lines: ['{call}', '○ 부서 : {department}', '○ 요청사항 : {request}'],
  },
  'request.escalated': {
    title: '[상향 보고] {issue}',
    lines: ['{department}의 {awaited} 지연을 보고드립니다.', '{reason}'],
  },
  'escalation.prepared': {
    title: '[상향 보고 준비] {issue}',
    lines: [
      '{department}의 {awaited} 지연으로 {position} 보고를 준비하였습니다. 내용을 확인하고 보고 여부를 정해 주십시오.',
      '{reason}',
    ],
  },
  'escalation.released': {
    title: '[상향 보고] {issue}',
    lines: ['{department}의 {awaited} 지연을 보고드립니다.', '{reason}'],
  },
  'issue.review-due': {
    title: '[정기 점검] {issue}',
    lines: ['이슈의 정기 점검일입니다. 진행상황과 중요도를 점검해 주십시오.'],
  },
  'issue.follow-up-asked': {
    title: '[종결 후 확인] {issue}',
    lines: ['종결한 이슈가 다시 나타났는지 확인해 주십시오. 재발이면 이슈를 다시 관리합니다.'],
  },
  'issue.follow-up-answered': {
    title: '[종결 후 확인] {issue}',
    lines: ['종결한 이슈의 재발 여부를 회신하였습니다.', '○ 결과 : {result}', '○ 내용 : {reason}'],
  },
  'deputy.appointed': {
    title: '[대결·직무대리] 지정',
    lines: ['대결·직무대리를 지정하였습니다.', '○ 내용 : {deputy}'],
  },
  'deputy.ended': {
    title: '[대결·직무대리] 해제',
    lines: ['대결·직무대리를 해제하였습니다.', '○ 내용 : {deputy}'],
  },
  'second-factor.taken-away': {
    title: '[내 계정] 2단계 인증 해제',
    lines: [
      '시스템 관리자가 귀하 계정의 2단계 인증을 해제하고 모든 기기에서 로그아웃하였습니다.',
      '○ 할 일 : 환경설정에서 2단계 인증을 다시 등록',
      '※ 요청한 일이 없으면 곧바로 시스템 관리자에게 알려 주시기 바람',
    ],
  },
  ...MONTH_TEXTS_KO,
  'webhook.disabled': {
    title: '[웹훅 중지] {webhook}',
    lines: [
      '웹훅 전송을 자동으로 중지하였습니다. 수신 서버를 확인한 뒤 다시 사용해 주십시오.',
      '○ 사유 : {reason}',
      '※ 중지한 동안의 이벤트는 보내지 않음',
    ],
  },
  'contact.failed': {
    title: '[연락처 확인] {contact}',
    lines: ['{advice}', '○ 상태 : {fault}', '○ 오류 : {reason}'],
  },
  'step.parked': {
    title: '[처리 보류] {issue}',
    lines: [
      '자동 처리에 거듭 실패하여 보류하였습니다. 재처리 또는 건너뜀을 선택해 주십시오.',
      '○ 오류 : {reason}',
    ],
  },
  following: {
    title: '[관심] {issue}',
    lines: ['{what}', '○ 부서 : {department}', '○ 관심 등록 : {because}'],
  },
  digest: {
    title: '[알림 모음] {date} {count}건',
    lines: ['그동안의 알림을 모아 보내 드립니다.'],
  },
};

import type { Language } from '#people/vocabulary.js';
import { readingText } from '#warnings/wording.js';
import { WARNING_LABELS } from '#warnings/vocabulary.js';
import { faultText } from '#signals/feed-fault.js';
import { CLOCK_EN, CLOCK_KO } from './clock-texts.js';
import { IMPORT_TEXTS } from './import-texts.js';
import { deadline, deadlineEn, named, namedEn } from './naming.js';
import { item, type Message, type Subjects, type Writer } from './message.js';
import type { NoticeName } from './notices.js';
import { SIGNALS_EN, SIGNALS_KO } from './signal-texts.js';

const monthKo = (month: string | null): string =>
  month ? `${month.slice(0, 4)}년 ${Number(month.slice(5))}월` : '';

const metReadings = (s: Subjects) => (s.warning?.readings ?? []).filter(({ met }) => met);

/** Every notice in the office's words. */
const KO: Record<NoticeName, Writer> = {
  ...SIGNALS_KO,
  'request.delivered': (s) => ({
    title: `[요청사항] ${named(s)}`,
    lines: [
      '아래 이슈와 관련하여 조치계획 회신을 요청드립니다.',
      ...item('요청사항', s.text),
      ...item('회신기한', deadline(s.due)),
    ],
  }),
  'request.transferred': (s) => ({
    title: `[소관 변경] ${named(s)}`,
    lines: [
      '요청사항의 소관이 변경되었습니다.',
      ...item('소관', s.department),
      ...item('요청사항', s.text),
      ...item('회신기한', deadline(s.due)),
      ...item('사유', s.reason),
    ],
  }),
  'request.cancelled': (s) => ({
    title: `[요청 철회] ${named(s)}`,
    lines: ['이슈가 종결되어 요청사항을 철회합니다.', ...item('요청사항', s.text)],
  }),
  'request.resumed': (s) => ({
    title: `[요청 재개] ${named(s)}`,
    lines: [
      '종결한 이슈를 다시 관리하여 철회한 요청사항의 회신을 요청드립니다.',
      ...item('요청사항', s.text),
      ...item('회신기한', deadline(s.due)),
    ],
  }),
  'request.due-moved': (s) => ({
    title: `[회신기한 변경] ${named(s)}`,
    lines: [
      '요청사항의 회신기한이 변경되었습니다.',
      ...item('회신기한', deadline(s.due)),
      ...item('사유', s.reason),
      ...item('요청사항', s.text),
    ],
  }),
  'request.assigned': (s) => ({
    title: `[배부] ${named(s)}`,
    lines: ['담당자로 지정되었습니다.', ...item('요청사항', s.text), ...item('회신기한', deadline(s.due))],
  }),
  'request.collecting': (s) => ({
    title: `[총괄 회신] ${named(s)}`,
    lines: [
      '총괄부서로 지정되었습니다. 협조부서의 회신을 모아 총괄 회신하여 주시기 바랍니다.',
      ...item('요청사항', s.text),
      ...item('회신기한', deadline(s.due)),
    ],
  }),
  'request.refused': (s) => ({
    title: `[소관 조정 요청] ${named(s)}`,
    lines: [
      `${s.department ?? ''}에서 소관 조정을 요청하였습니다.`,
      ...item('사유', s.reason),
      ...item('요청사항', s.text),
    ],
  }),
  'response.posted': (s) => ({
    title: `[회신] ${named(s)}`,
    lines: [
      `${s.department ?? '평가담당관'}에서 회신하였습니다. 내용을 검토해 주십시오.`,
      ...item('요청사항', s.text),
      ...item('부서대응', s.reason),
    ],
  }),
  'response.returned': (s) => ({
    title: `[보완 요청] ${named(s)}`,
    lines: [
      '회신 내용의 보완을 요청드립니다.',
      ...item('보완사항', s.reason),
      ...item('요청사항', s.text),
      ...item('회신기한', deadline(s.due)),
    ],
  }),
  'response.accepted': (s) => ({
    title: `[이행 확인] ${named(s)}`,
    lines: ['회신 내용의 이행을 확인하였습니다.', ...item('요청사항', s.text)],
  }),
  'issue.referred': (s) => ({
    title: `[검토 대기] ${named(s)}`,
    lines: ['자동 분석이 끝나 검토가 필요합니다.'],
  }),
  'issue.grade-risen': (s) => ({
    title: `[중요도 상승] ${named(s)}`,
    lines: ['부서 대응 중인 이슈의 중요도가 높아졌습니다. 확인해 주십시오.'],
  }),
  'issue.handed-over': (s) => ({
    title: `[위기 전환] ${named(s)}`,
    lines: [
      '위기로 전환하여 재난부서에 인계합니다.',
      '※ 수습 뒤의 사후관리(보상, 책임, 재발 방지)는 새 이슈로 등록',
    ],
  }),
  'issue.reopened': (s) => ({
    title: `[재개] ${named(s)}`,
    lines: ['종결한 이슈를 다시 관리합니다.', ...item('사유', s.reason)],
  }),
  'decision.voided': (s) => ({
    title: `[결정 효력 상실] ${named(s)}`,
    lines: ['결정 이후 이슈 내용이 변경되어 결정의 효력이 없어졌습니다. 새 평가 결과를 확인해 주십시오.'],
  }),
  'warning.raised': (s) => ({
    title: `[${s.warning ? WARNING_LABELS[s.warning.level].ko : ''}] ${s.number ? named(s) : '이슈로 등록되지 않은 동향'}`,
    lines: [
      `조기 알림 규칙 '${s.warning?.name ?? ''}'에 해당합니다. 내용을 확인해 주십시오.`,
      ...metReadings(s).map((one) => `○ ${readingText(one, 'ko')}`),
    ],
  }),
  'feed.died': (s) => ({
    title: `[피드 수신 중단] ${s.feed?.name ?? ''}`,
    lines: [
      '언론 피드를 거듭 읽지 못하였습니다. 주소를 확인하거나 수집을 중지해 주십시오.',
      ...item('사유', s.feed && faultText(s.feed, 'ko')),
    ],
  }),
  'acceptance.granted': (s) => ({
    title: `[리스크 감수] ${named(s)}`,
    lines: ['리스크 감수(수용)로 정하였습니다.', ...item('사유', s.reason)],
  }),
  'acceptance.ended': (s) => ({
    title: `[감수 종료] ${named(s)}`,
    lines: ['리스크 감수(수용)가 끝났습니다. 대응방법을 다시 정해 주십시오.', ...item('사유', s.reason)],
  }),
  'policy.activated': () => ({
    title: '[평가기준] 새 평가기준 시행',
    lines: ['새 평가기준의 시행이 결정되었습니다. 시행일에 진행 중인 이슈를 다시 평가합니다.'],
  }),
  ...CLOCK_KO,
  ...IMPORT_TEXTS.ko,
  'report.compiled': (s) => ({
    title: `[월간 리포트] ${monthKo(s.month)} 예상 리스크 이슈 초안`,
    lines: [`${monthKo(s.month)} 리포트 제${s.edition}차 초안이 작성되었습니다. 검토해 주십시오.`],
  }),
  'report.published': (s) => ({
    title: `[월간 리포트] ${monthKo(s.month)} 예상 시정 리스크 이슈 보고`,
    lines: [
      `${monthKo(s.month)} 예상 시정 리스크 이슈 보고(${s.edition === 1 ? '확정본' : `정정본 제${s.edition}차`})를 배포합니다.`,
    ],
  }),
  'step.parked': (s) => ({
    title: `[처리 보류] ${s.number ? named(s) : '시스템'}`,
    lines: [
      '자동 처리에 거듭 실패하여 보류하였습니다. 재처리 또는 건너뜀을 선택해 주십시오.',
      ...item('오류', s.reason),
    ],
  }),
};

const EN: Record<NoticeName, Writer> = {
  ...SIGNALS_EN,
  'request.delivered': (s) => ({
    title: `[Request] ${namedEn(s)}`,
    lines: [
      'Please answer with your plan of action.',
      ...item('Request', s.text),
      ...item('Due', deadlineEn(s.due)),
    ],
  }),
  'request.transferred': (s) => ({
    title: `[Transferred] ${namedEn(s)}`,
    lines: [
      'Another department now answers this request.',
      ...item('Department', s.department),
      ...item('Request', s.text),
      ...item('Due', deadlineEn(s.due)),
      ...item('Reason', s.reason),
    ],
  }),
  'request.cancelled': (s) => ({
    title: `[Withdrawn] ${namedEn(s)}`,
    lines: ['The issue was closed; the request is withdrawn.', ...item('Request', s.text)],
  }),
  'request.resumed': (s) => ({
    title: `[Request resumed] ${namedEn(s)}`,
    lines: [
      'The issue was reopened: your answer is asked for again.',
      ...item('Request', s.text),
      ...item('Due', deadlineEn(s.due)),
    ],
  }),
  'request.due-moved': (s) => ({
    title: `[Deadline moved] ${namedEn(s)}`,
    lines: [
      'The answer is due at another time.',
      ...item('Due', deadlineEn(s.due)),
      ...item('Reason', s.reason),
      ...item('Request', s.text),
    ],
  }),
  'request.assigned': (s) => ({
    title: `[Assigned] ${namedEn(s)}`,
    lines: [
      'You were named to handle this request.',
      ...item('Request', s.text),
      ...item('Due', deadlineEn(s.due)),
    ],
  }),
  'request.collecting': (s) => ({
    title: `[One answer for all] ${namedEn(s)}`,
    lines: [
      'Your department collects the answers of the others and sends one for all.',
      ...item('Request', s.text),
      ...item('Due', deadlineEn(s.due)),
    ],
  }),
  'request.refused': (s) => ({
    title: `[Not ours] ${namedEn(s)}`,
    lines: [
      `${s.department ?? ''} asks to assign the request elsewhere.`,
      ...item('Reason', s.reason),
      ...item('Request', s.text),
    ],
  }),
  'response.posted': (s) => ({
    title: `[Response] ${namedEn(s)}`,
    lines: [
      `${s.department ?? 'Evaluation office'} has answered. Please review.`,
      ...item('Request', s.text),
      ...item('Response', s.reason),
    ],
  }),
  'response.returned': (s) => ({
    title: `[Changes requested] ${namedEn(s)}`,
    lines: [
      'Please complete your response.',
      ...item('What is missing', s.reason),
      ...item('Request', s.text),
      ...item('Due', deadlineEn(s.due)),
    ],
  }),
  'response.accepted': (s) => ({
    title: `[Accepted] ${namedEn(s)}`,
    lines: ['Your response was accepted.', ...item('Request', s.text)],
  }),
  'issue.referred': (s) => ({
    title: `[Review] ${namedEn(s)}`,
    lines: ['The assessment is done and waits for your review.'],
  }),
  'issue.grade-risen': (s) => ({
    title: `[Grade risen] ${namedEn(s)}`,
    lines: ['An issue that departments work on now weighs more. Please check.'],
  }),
  'issue.handed-over': (s) => ({
    title: `[Crisis] ${namedEn(s)}`,
    lines: ['Handed over as a crisis.', '※ Register its follow-up as a new issue.'],
  }),
  'issue.reopened': (s) => ({
    title: `[Reopened] ${namedEn(s)}`,
    lines: ['An issue you closed was taken up again.', ...item('Reason', s.reason)],
  }),
  'decision.voided': (s) => ({
    title: `[Decision void] ${namedEn(s)}`,
    lines: ['The issue changed after your decision. Please look at the new assessment.'],
  }),
  'warning.raised': (s) => ({
    title: `[${s.warning ? WARNING_LABELS[s.warning.level].en : ''}] ${s.number ? namedEn(s) : 'Signals that are no issue yet'}`,
    lines: [
      `The early-warning rule '${s.warning?.name ?? ''}' applies. Please have a look.`,
      ...metReadings(s).map((one) => `○ ${readingText(one, 'en')}`),
    ],
  }),
  'feed.died': (s) => ({
    title: `[Feed dead] ${s.feed?.name ?? ''}`,
    lines: [
      'A press feed could not be read again and again. Please check its address or switch it off.',
      ...item('Why', s.feed && faultText(s.feed, 'en')),
    ],
  }),
  'acceptance.granted': (s) => ({
    title: `[Accepted risk] ${namedEn(s)}`,
    lines: ['The risk was accepted.', ...item('Reason', s.reason)],
  }),
  'acceptance.ended': (s) => ({
    title: `[Acceptance ended] ${namedEn(s)}`,
    lines: ['The risk is no longer accepted: please decide how to treat it.', ...item('Reason', s.reason)],
  }),
  'policy.activated': () => ({
    title: '[Policy] A new policy takes effect',
    lines: ['A new policy was activated. On its day the open issues are weighed again.'],
  }),
  ...CLOCK_EN,
  ...IMPORT_TEXTS.en,
  'report.compiled': (s) => ({
    title: `[Monthly report] Draft for ${s.month}`,
    lines: [`Edition ${s.edition} of the report for ${s.month} is drafted. Please review.`],
  }),
  'report.published': (s) => ({
    title: `[Monthly report] Risks expected in ${s.month}`,
    lines: [`Edition ${s.edition} of the report for ${s.month} is published.`],
  }),
  'step.parked': (s) => ({
    title: `[Parked] ${s.number ? namedEn(s) : 'System'}`,
    lines: ['A step failed repeatedly and waits: retry or skip it.', ...item('Error', s.reason)],
  }),
};

export function compose(name: NoticeName, subjects: Subjects, language: Language): Message {
  return (language === 'ko' ? KO : EN)[name](subjects);
}

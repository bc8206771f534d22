import { RECURRED_LABELS } from '#issues/vocabulary.js';
import { DEPUTY_LABELS, POSITION_LABELS } from '#people/vocabulary.js';
import { longDay } from '#platform/day-in-words.js';
import { item, type Subjects, type Writer } from './message.js';
import type { NoticeName } from './notices.js';
import { deadline, deadlineEn, named, namedEn } from './naming.js';

type ClockNotice = Extract<
  NoticeName,
  | 'request.reminded'
  | 'request.escalated'
  | `escalation.${string}`
  | 'issue.review-due'
  | `issue.follow-up-${string}`
  | `deputy.${string}`
>;

/** 회신 요청 before the deadline, 재요청 at it, 기한 경과 통보 after it. */
function reminderKo({ clock: { of, late, deadline: due } }: Subjects): { head: string; line: string } {
  if (of === 'progress')
    return { head: '분기 이행점검', line: '장기 과제의 추진상황을 알려 주시기 바랍니다.' };
  const what = of === 'acknowledgement' ? '접수' : of === 'assignment' ? '소관 과 배부' : '회신';
  const head = of === 'answer' ? '회신 요청' : of === 'assignment' ? '배부 요청' : '접수 요청';
  if (late > 0)
    return {
      head: '기한 경과',
      line: `${what}기한이 ${late}근무일 지났습니다. 조속히 처리해 주시기 바랍니다.`,
    };
  const until = deadline(due);
  return { head, line: `${until ? `${until} ` : ''}${what}하여 주시기 바랍니다.` };
}

function reminderEn({ clock: { of, late, deadline: due } }: Subjects): { head: string; line: string } {
  if (of === 'progress')
    return { head: 'Quarterly check', line: 'Please tell how the long-term measure is coming along.' };
  const what =
    of === 'acknowledgement' ? 'confirm receipt' : of === 'assignment' ? 'name the division' : 'answer';
  if (late > 0)
    return { head: 'Overdue', line: `Please ${what}: the deadline passed ${late} working day(s) ago.` };
  const until = deadlineEn(due);
  return { head: 'Reminder', line: `Please ${what}${until ? ` by ${until}` : ''}.` };
}

const textLines = (text: string | null): string[] => (text ? text.split('\n') : []);

const deputyKo = ({ clock: { deputy } }: Subjects): string =>
  deputy
    ? `${deputy.deputy} (${DEPUTY_LABELS[deputy.kind].ko}) : ${deputy.absent} 대신, ${longDay(deputy.from)} ~ ${longDay(deputy.to)}`
    : '';
const deputyEn = ({ clock: { deputy } }: Subjects): string =>
  deputy ? `${deputy.deputy} for ${deputy.absent}, ${deputy.from} to ${deputy.to}` : '';

export const CLOCK_KO: Record<ClockNotice, Writer> = {
  'request.reminded': (s) => {
    const { head, line } = reminderKo(s);
    return { title: `[${head}] ${named(s)}`, lines: [line, ...item('요청사항', s.text)] };
  },
  'request.escalated': (s) => ({
    title: `[상향 보고] ${named(s)}`,
    lines: [`${s.department ?? '소관 부서'}의 처리가 늦어 보고드립니다.`, ...textLines(s.reason)],
  }),
  'escalation.prepared': (s) => ({
    title: `[상향 보고 준비] ${named(s)}`,
    lines: [
      `${s.department ?? '소관 부서'}의 회신이 늦어 ${s.clock.position ? POSITION_LABELS[s.clock.position].ko : '상급자'} 보고를 준비하였습니다. 내용을 확인하고 보고 여부를 정해 주십시오.`,
      ...textLines(s.reason),
    ],
  }),
  'escalation.released': (s) => ({
    title: `[상향 보고] ${named(s)}`,
    lines: [`${s.department ?? '소관 부서'}의 회신 지연을 보고드립니다.`, ...textLines(s.reason)],
  }),
  'issue.review-due': (s) => ({
    title: `[정기 점검] ${named(s)}`,
    lines: ['이슈의 정기 점검일입니다. 진행상황과 중요도를 점검해 주십시오.'],
  }),
  'issue.follow-up-asked': (s) => ({
    title: `[종결 후 확인] ${named(s)}`,
    lines: ['종결한 이슈가 다시 나타났는지 확인해 주십시오. 재발이면 이슈를 다시 관리합니다.'],
  }),
  'issue.follow-up-answered': (s) => ({
    title: `[종결 후 확인] ${named(s)}`,
    lines: [
      '종결한 이슈의 재발 여부를 회신하였습니다.',
      ...item('결과', s.clock.recurred && RECURRED_LABELS[s.clock.recurred].ko),
      ...item('내용', s.reason),
    ],
  }),
  'deputy.appointed': (s) => ({
    title: '[대결·직무대리] 지정',
    lines: ['대결·직무대리를 지정하였습니다.', ...item('내용', deputyKo(s))],
  }),
  'deputy.ended': (s) => ({
    title: '[대결·직무대리] 해제',
    lines: ['대결·직무대리를 해제하였습니다.', ...item('내용', deputyKo(s))],
  }),
};

export const CLOCK_EN: Record<ClockNotice, Writer> = {
  'request.reminded': (s) => {
    const { head, line } = reminderEn(s);
    return { title: `[${head}] ${namedEn(s)}`, lines: [line, ...item('Request', s.text)] };
  },
  'request.escalated': (s) => ({
    title: `[Up the line] ${namedEn(s)}`,
    lines: [`${s.department ?? 'The department'} is late.`, ...textLines(s.reason)],
  }),
  'escalation.prepared': (s) => ({
    title: `[To be released] ${namedEn(s)}`,
    lines: [
      `${s.department ?? 'The department'} is late. A word to the ${s.clock.position ? POSITION_LABELS[s.clock.position].en.toLowerCase() : 'superior'} is prepared: please look at it and decide whether it goes.`,
      ...textLines(s.reason),
    ],
  }),
  'escalation.released': (s) => ({
    title: `[Up the line] ${namedEn(s)}`,
    lines: [`${s.department ?? 'The department'} is late with its answer.`, ...textLines(s.reason)],
  }),
  'issue.review-due': (s) => ({
    title: `[Review] ${namedEn(s)}`,
    lines: ['The issue is due for its review: how is it coming along, does it still weigh the same?'],
  }),
  'issue.follow-up-asked': (s) => ({
    title: `[After closing] ${namedEn(s)}`,
    lines: ['Did it happen again? If it did, the issue is taken up again.'],
  }),
  'issue.follow-up-answered': (s) => ({
    title: `[After closing] ${namedEn(s)}`,
    lines: [
      'It was answered whether a closed issue happened again.',
      ...item('Result', s.clock.recurred && RECURRED_LABELS[s.clock.recurred].en),
      ...item('Note', s.reason),
    ],
  }),
  'deputy.appointed': (s) => ({
    title: '[Deputy] Appointed',
    lines: ['A deputy was appointed.', ...item('Who', deputyEn(s))],
  }),
  'deputy.ended': (s) => ({
    title: '[Deputy] Ended',
    lines: ['A deputy was ended.', ...item('Who', deputyEn(s))],
  }),
};

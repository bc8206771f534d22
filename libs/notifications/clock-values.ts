import { isOfficeAwaited, type Awaited, type OfficeAwaited } from '#actions/vocabulary.js';
import { RECURRED_LABELS, type Recurred } from '#issues/vocabulary.js';
import {
  DEPUTY_LABELS,
  POSITION_LABELS,
  type DeputyKind,
  type Language,
  type Position,
} from '#people/vocabulary.js';
import { seoulDay, seoulTime } from '#platform/calendar.js';
import { longDay } from '#platform/day-in-words.js';

/** What the clock says: of what, how late, to whom it goes up; the deputy and the time. */
export interface Clock {
  of: Awaited | OfficeAwaited | null;
  /** When receipt or the answer was due. */
  deadline: Date | null;
  /** Working days. */
  late: number;
  /** The moment is the deadline itself. */
  due?: boolean;
  position: Position | null;
  recurred: Recurred | null;
  deputy: { absent: string; deputy: string; kind: DeputyKind; from: string; to: string } | null;
}

type Said = Record<'reminder' | 'call' | 'awaited' | 'position' | 'result' | 'deputy', string | null>;

/** What the clock says, in words that stand in the places of a text. */
export function clockValues(clock: Clock, language: Language): Said {
  const { position, recurred, deputy } = clock;
  const ko = language === 'ko';
  const { head, line } = ko ? reminderKo(clock) : reminderEn(clock);
  return {
    reminder: head,
    call: line,
    awaited: lateWith(clock.of, language),
    position: position ? positionIn(position, language) : ko ? '상급자' : 'superior',
    result: recurred && RECURRED_LABELS[recurred][language],
    deputy: deputy && (ko ? deputyKo(deputy) : deputyEn(deputy)),
  };
}

/** What a department is late with; nothing else goes up the line. */
const lateWith = (of: Clock['of'], language: Language): string =>
  LATE_WITH[of === 'acknowledgement' ? of : 'answer'][language];
const LATE_WITH = {
  acknowledgement: { ko: '접수', en: 'confirmation of receipt' },
  answer: { ko: '회신', en: 'answer' },
};

/** 2026. 11. 26.(목) 18:00까지 */
export const deadlineKo = (due: Date): string => `${longDay(seoulDay(due))} ${seoulTime(due)}까지`;
export const deadlineEn = (due: Date): string => `${seoulDay(due)} ${seoulTime(due)}`;

const positionIn = (position: Position, language: Language): string =>
  language === 'ko' ? POSITION_LABELS[position].ko : POSITION_LABELS[position].en.toLowerCase();

interface Reminder {
  head: string;
  line: string;
}

const OFFICE_KO: Record<OfficeAwaited, { head: string; what: string }> = {
  settlement: { head: '소관 조정 대기', what: '소관 조정 요청의' },
  review: { head: '회신 검토 대기', what: '회신 검토의' },
};
const OFFICE_EN: typeof OFFICE_KO = {
  settlement: { head: 'Waits to be settled', what: 'settle whose the request is' },
  review: { head: 'Waits for review', what: 'judge the answer' },
};

/** 회신 요청 before the deadline, 재요청 at it, 기한 경과 통보 after it. */
function reminderKo({ of, late, due, deadline }: Clock): Reminder {
  if (of && isOfficeAwaited(of)) {
    const { head, what } = OFFICE_KO[of];
    const when = late > 0 ? `이 ${late}근무일 지났습니다` : '이 되었습니다';
    return { head, line: `${what} 처리기한${when}. 처리하여 주시기 바랍니다.` };
  }
  if (of === 'progress')
    return { head: '분기 이행점검', line: '장기 과제의 추진상황을 알려 주시기 바랍니다.' };
  const what = of === 'acknowledgement' ? '접수' : of === 'assignment' ? '소관 과 배부' : '회신';
  const head = of === 'answer' ? '회신 요청' : of === 'assignment' ? '배부 요청' : '접수 요청';
  if (due) return { head: '재요청', line: `${what}기한이 되었습니다. 바로 ${what}하여 주시기 바랍니다.` };
  if (late > 0)
    return {
      head: '기한 경과',
      line: `${what}기한이 ${late}근무일 지났습니다. 조속히 처리해 주시기 바랍니다.`,
    };
  return { head, line: `${deadline ? `${deadlineKo(deadline)} ` : ''}${what}하여 주시기 바랍니다.` };
}

function reminderEn({ of, late, due, deadline }: Clock): Reminder {
  if (of && isOfficeAwaited(of)) {
    const { head, what } = OFFICE_EN[of];
    return {
      head,
      line: late > 0 ? `Please ${what}: it waits ${late} working day(s) too long.` : `Please ${what} today.`,
    };
  }
  if (of === 'progress')
    return { head: 'Quarterly check', line: 'Please tell how the long-term measure is coming along.' };
  const what =
    of === 'acknowledgement' ? 'confirm receipt' : of === 'assignment' ? 'name the division' : 'answer';
  if (late > 0)
    return { head: 'Overdue', line: `Please ${what}: the deadline passed ${late} working day(s) ago.` };
  if (due) return { head: 'Second request', line: `The deadline is now: please ${what} at once.` };
  return { head: 'Reminder', line: `Please ${what}${deadline ? ` by ${deadlineEn(deadline)}` : ''}.` };
}

type Deputy = NonNullable<Clock['deputy']>;
const deputyKo = ({ absent, deputy, kind, from, to }: Deputy): string =>
  `${deputy} (${DEPUTY_LABELS[kind].ko}) : ${absent} 대신, ${longDay(from)} ~ ${longDay(to)}`;
const deputyEn = ({ absent, deputy, from, to }: Deputy): string =>
  `${deputy} for ${absent}, ${from} to ${to}`;

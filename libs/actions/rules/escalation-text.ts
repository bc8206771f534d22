import { GRADE_LABELS, type Grade } from '#issues/vocabulary.js';
import { POSITION_LABELS, type Position } from '#people/vocabulary.js';
import { seoulDay, seoulTime } from '#platform/calendar.js';
import type { Escalated } from './reminders.js';

export interface Unanswered {
  number: string;
  title: string;
  grade: Grade | null;
  department: string;
  handlingUnit: string | null;
  text: string;
  about: Escalated;
  deliveredAt: Date;
  deadline: Date;
  /** Working days. */
  late: number;
  /** How often the department was reminded. */
  reminded: number;
  /** Who has heard of it already, with the day. */
  before: { position: Position; on: string }[];
}

/** 상향 보고: what a superior is told, to be read in half a minute. An officer may change every word before it goes. */
export function escalationText(of: Unanswered, day: (day: string) => string): string {
  const [missing, ask] =
    of.about === 'answer'
      ? ['회신', '조속히 회신할 수 있도록 검토·지시 요청']
      : ['접수', '접수와 소관 과 배부를 확인할 수 있도록 지시 요청'];
  const unit = of.handlingUnit ? `${of.department}(${of.handlingUnit})` : of.department;
  const until = `${day(seoulDay(of.deadline))} ${seoulTime(of.deadline)}까지`;
  const heard = of.before.map(({ position, on }) => `${POSITION_LABELS[position].ko} ${day(on)}`);
  return [
    '1. 개요',
    ` - 이슈: [${of.number}] ${of.title}${of.grade ? `(중요도 ${GRADE_LABELS[of.grade].ko})` : ''}`,
    ` - 요청사항: ${of.text}`,
    ` - 소관: ${unit}`,
    '2. 경과',
    ` - ${day(seoulDay(of.deliveredAt))} 요청 발송, ${missing}기한 ${until}`,
    ` - ${missing} 요청 ${of.reminded}회${heard.length ? `, 상향 보고 ${heard.join(' · ')}` : ''}`,
    ` - ${of.late > 0 ? `기한 ${of.late}근무일 경과` : '기한 경과'}, 현재까지 ${missing} 없음`,
    '3. 요청사항',
    ` - ${ask}`,
  ].join('\n');
}

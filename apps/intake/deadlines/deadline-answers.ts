import { ApiProperty } from '@nestjs/swagger';
import { CALENDAR_KINDS } from '#actions/calendar-kinds.js';
import { GRADES } from '#issues/vocabulary.js';
import { POSITIONS } from '#people/vocabulary.js';
import { Day, Flag, Free, Id, Instant, ListOf, Month, OneOf, Part, Text, Whole } from '#platform/fields.js';

const nullable = { nullable: true } as const;
const TIME = { max: 5, description: 'HH:MM' } as const;

class OfficeAnswer {
  @Text(TIME)
  opens: string;

  @Text(TIME)
  closes: string;
}

class GradeDeadlinesAnswer {
  @OneOf(GRADES)
  grade: string;

  @Free({ ...nullable, description: '접수: {kind: officeHours|workingDays|sameDay, …}; null은 요청 없음' })
  acknowledge: object | null;

  @Free({ ...nullable, description: '배부' })
  assign: object | null;

  @Free({ ...nullable, description: '1차 회신(조치계획)' })
  answer: object | null;

  @Free({ description: '점검 주기: {everyDays} 또는 {everyMonths}' })
  review: object;

  @Free({ description: '회신 요청: 기한부터의 근무시간·근무일(음수는 기한 전)과 그 뒤의 간격' })
  reminders: object;

  @Free({ description: '상향 보고: 단계별 기한 경과와 직위' })
  escalation: object;

  @Whole({ min: 1, max: 520, ...nullable, description: '종결 후 재발 여부를 묻는 때(주); null은 묻지 않음' })
  followUpWeeks: number | null;
}

class HolidayAnswer {
  @Day()
  date: string;

  @Text({ max: 100 })
  name: string;
}

export class DeadlinesAnswer {
  @Text({ ...TIME, description: '날짜로 정한 기한의 시각' })
  endOfDay: string;

  @Part(() => OfficeAnswer, { description: '근무시간' })
  office: OfficeAnswer;

  @Text({ ...TIME, description: '날짜로 정한 알림의 시각' })
  sayAt: string;

  @OneOf(POSITIONS, { description: '이 직위까지는 자동으로, 그 위는 총괄담당이 보고' })
  releasedAbove: string;

  @ListOf(() => GradeDeadlinesAnswer, { max: 4 })
  grades: GradeDeadlinesAnswer[];

  @Free({ description: '평가담당관의 처리기한(근무일)과 알림: settlement 소관 조정 요청, review 회신 검토' })
  officeClocks: object;

  @Free({ description: '장기 과제: 예산요구 마감, 분기 이행점검, 회신 요청' })
  longTerm: object;

  @Whole({ min: 1900, max: 2199 })
  year: number;

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: '공휴일을 아는 연도' })
  years: number[];

  @OneOf(['confirmed', 'computed'], { ...nullable, description: '월력요항으로 확인함 · 규정으로 계산함' })
  holidayStatus: string | null;

  @ListOf(() => HolidayAnswer, { max: 400 })
  holidays: HolidayAnswer[];
}

class CalendarDayAnswer {
  @Day()
  day: string;

  @Flag({ description: '근무일' })
  working: boolean;

  @ListOf('text', { max: 10 })
  holidays: string[];
}

class CalendarEntryAnswer {
  @OneOf(CALENDAR_KINDS)
  kind: string;

  @Day({ ...nullable, description: 'null은 그달 안, 날짜 미정' })
  on: string | null;

  @Instant(nullable)
  at: string | null;

  @Id()
  issueId: string;

  @Text({ max: 20 })
  issueNumber: string;

  @Text({ max: 300 })
  issueTitle: string;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @Id(nullable)
  requestId: string | null;

  @Text({ max: 100, ...nullable })
  departmentName: string | null;

  @Flag({ description: '지남' })
  late: boolean;
}

class OccasionAnswer {
  @Text({ max: 100 })
  id: string;

  @Text({ max: 200 })
  title: string;

  @Day()
  from: string;

  @Day()
  to: string;
}

export class CalendarAnswer {
  @Month()
  month: string;

  @Day()
  today: string;

  @ListOf(() => CalendarDayAnswer, { max: 31 })
  days: CalendarDayAnswer[];

  @ListOf(() => CalendarEntryAnswer, { max: 2000 })
  entries: CalendarEntryAnswer[];

  @ListOf(() => OccasionAnswer, { max: 200, description: '의회 회기·계절 등 시기' })
  occasions: OccasionAnswer[];
}

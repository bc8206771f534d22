import type { Grade } from '#issues/vocabulary.js';

/**
 * A span to answer in. `sameDay`: 18:00 of the day of delivery, or, when delivered at `until` or later, `lateUntil` of the next
 * working day. `workingDays`: `at` of the n-th working day after delivery, the first day not counted. `officeHours`: so many hours
 * of office time.
 */
export type Span =
  | { kind: 'sameDay'; until: string; lateUntil: string }
  | { kind: 'workingDays'; days: number }
  | { kind: 'officeHours'; hours: number };

/** How often an open issue of the grade is looked at again. */
export type Cycle = { everyDays: number } | { everyMonths: number };

export interface GradeDeadlines {
  /** 접수; null: at leisure. */
  acknowledge: Span | null;
  /** 배부: from receipt until the division that answers is named. */
  assign: Span | null;
  /** 1차 회신(조치계획). */
  answer: Span | null;
  /** 점검 주기. */
  review: Cycle;
}

export interface DeadlinePolicy {
  /** A deadline given as a day means this time of it, Asia/Seoul. */
  endOfDay: string;
  office: { opens: string; closes: string };
  byGrade: Readonly<Record<Grade, GradeDeadlines>>;
  /**
   * Long-term requests need money: their answer is due when 실·국 budget requests close (MM-DD); who is asked fewer working days
   * before it has until the next year's.
   */
  longTerm: { budgetRequestCloses: string; leastWorkingDays: number; followUp: Cycle };
}

/**
 * The figures are judgement of practice [J], to be set by the office; nothing here is statutory. Answers to the council
 * (서면질문·자료요구) have their own statutory clock: they take the date on the letter and never one of these.
 */
export const DEADLINES = {
  endOfDay: '18:00',
  // 지방공무원 복무규정: 09:00–18:00; the lunch hour is not taken out.
  office: { opens: '09:00', closes: '18:00' },
  byGrade: {
    critical: {
      acknowledge: { kind: 'officeHours', hours: 2 },
      assign: { kind: 'officeHours', hours: 1 },
      answer: { kind: 'sameDay', until: '16:00', lateUntil: '12:00' },
      review: { everyDays: 7 },
    },
    high: {
      acknowledge: { kind: 'workingDays', days: 1 },
      assign: { kind: 'workingDays', days: 1 },
      answer: { kind: 'workingDays', days: 3 },
      review: { everyDays: 14 },
    },
    moderate: {
      acknowledge: { kind: 'workingDays', days: 1 },
      assign: { kind: 'workingDays', days: 1 },
      answer: { kind: 'workingDays', days: 7 },
      review: { everyMonths: 1 },
    },
    // 자체관리 as a rule. Where a department is asked all the same, it has the time of 보통 twice over, and is not hurried to confirm.
    low: {
      acknowledge: null,
      assign: null,
      answer: { kind: 'workingDays', days: 14 },
      review: { everyMonths: 1 },
    },
  },
  // 예산요구 July to August; afterwards a check each quarter (분기 이행점검).
  longTerm: { budgetRequestCloses: '08-31', leastWorkingDays: 14, followUp: { everyMonths: 3 } },
} as const satisfies DeadlinePolicy;

export interface ReportSchedule {
  /** Where a day of the month below goes that is no working day. */
  shift: 'previous' | 'next' | 'none';
  /** The report looks this many months ahead of the month it is made in. */
  monthsAhead: number;
  /**
   * Day of the month on which departments are asked what they expect (수요조회), and
   * its time. A month that was missed is asked about until the next one's turn comes, or its report is issued.
   */
  roundDay: number;
  roundAt: string;
  /** Working days to answer in: 18:00 of the last, the first not counted. */
  roundAnswerDays: number;
  /** So many working days before that day, at `roundAt`, whoever has not answered is reminded. */
  roundRemindDays: number;
  draftDay: number;
  /** Time of day of the draft. */
  draftAt: string;
  /** Days on which the head of the office reviews the draft and on which it is reported; who is told then that it is not issued. */
  reviewDay: number;
  reportDay: number;
  unissuedAt: string;
  /** Day of the following month by which the results of the past month are settled, and when the office is told what is left. */
  resultsDay: number;
  resultsAt: string;
}

/**
 * The month as the office lives it: on the 20th departments are asked for next month's issues, on the 23rd the draft is made, on
 * the 25th the head of the office reviews it, about the 27th it is reported upwards, on the 5th last month's results are settled.
 * A day of it on a holiday goes to the previous working day (deadlines go to the next one).
 */
export const REPORT_SCHEDULE = {
  shift: 'previous',
  monthsAhead: 1,
  roundDay: 20,
  roundAt: '09:00',
  roundAnswerDays: 3,
  roundRemindDays: 1,
  draftDay: 23,
  draftAt: '09:00',
  reviewDay: 25,
  reportDay: 27,
  unissuedAt: '09:00',
  resultsDay: 5,
  resultsAt: '09:00',
} as const satisfies ReportSchedule;

export interface ReportSchedule {
  timezone: 'Asia/Seoul';
  /** The report looks this many months ahead of the month it is made in. */
  monthsAhead: number;
  /** Day of the month, moved to the previous working day when closed. */
  roundDay: number;
  draftDay: number;
  /** Time of day of the draft. */
  draftAt: string;
  reviewDay: number;
  reportDay: number;
  /** Day of the following month on which the results of the past month are settled. */
  resultsDay: number;
}

/**
 * The month as the office lives it: on the 20th departments are asked for next month's issues, on the 23rd the draft is made, on
 * the 25th the head of the office reviews it, about the 27th it is reported upwards, on the 5th last month's results are settled.
 * A report day on a holiday goes to the previous working day (deadlines go to the next one).
 */
export const REPORT_SCHEDULE = {
  timezone: 'Asia/Seoul',
  monthsAhead: 1,
  roundDay: 20,
  draftDay: 23,
  draftAt: '09:00',
  reviewDay: 25,
  reportDay: 27,
  resultsDay: 5,
} as const satisfies ReportSchedule;

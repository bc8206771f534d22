/** What stands in the calendar: 접수기한, 회신기한, 정기 점검, 종결 후 확인, 예상 시기. */
export const CALENDAR_KINDS = ['acknowledgement', 'answer', 'review', 'follow-up', 'expected'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

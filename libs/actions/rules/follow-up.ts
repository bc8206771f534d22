import type { ReminderPolicy } from '#config/reminders.js';
import type { Grade, Outcome } from '#issues/vocabulary.js';
import { addDays, type Calendar } from '#platform/calendar.js';

/** The working day on which it is asked whether a closed issue happened again; null: never. */
export function followUpOn(
  { grade, outcome, closedOn }: { grade: Grade | null; outcome: Outcome; closedOn: string },
  { followUp }: ReminderPolicy,
  calendar: Calendar,
): string | null {
  const most = followUp.outcomes[outcome];
  const usual = grade && followUp.weeks[grade];
  if (most === null || usual === null) return null;
  const weeks = most === undefined ? usual : Math.min(usual, most);
  return calendar.nextWorkingDay(addDays(closedOn, weeks * 7));
}

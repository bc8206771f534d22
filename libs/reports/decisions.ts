import { HOLIDAYS } from '#config/holidays.js';
import { addMonths, calendar, CalendarOutOfRange, lastDayOf } from '#platform/calendar.js';
import type { ReportDocument, ReportIssue } from './document.js';
import { briefAlternatives } from './rules/brief-alternatives.js';
import { alternativeMark, shortDay } from './wording.js';

/** Whether the issue goes to the vice mayor's table (현안회의). */
export function onAgenda(issue: ReportIssue): boolean {
  if (issue.outcome) return false;
  return issue.agenda ?? (issue.grade === 'critical' && issue.direction === 'department');
}

/** What only a superior can settle, one line each: given ones as they are, otherwise what the issues show. */
export function decisionsOf(doc: ReportDocument): string[] {
  const year = doc.month.slice(0, 4);
  const last = lastDayBefore(doc);
  const until = last ? ` ⇒ ${shortDay(last, year)}까지` : '';
  if (!doc.decisions)
    return doc.issues.flatMap((issue, index) =>
      openQuestions(issue, index + 1).map((question) => question + until),
    );
  return doc.decisions.map(({ issueNumber, text, by }) => {
    const place = doc.issues.findIndex((issue) => issue.number === issueNumber) + 1;
    const subject = place > 0 ? `(${place}번) ` : '';
    return `${subject}${text}${by ? ` ⇒ ${shortDay(by, year)}까지` : ''}`;
  });
}

/** The last working day before the month the issues are expected in; none when that lies behind, or nobody knows its holidays. */
function lastDayBefore({ month, preparedOn }: ReportDocument): string | null {
  try {
    const day = calendar(HOLIDAYS).previousWorkingDay(lastDayOf(addMonths(month, -1)));
    return day >= preparedOn ? day : null;
  } catch (error) {
    if (!(error instanceof CalendarOutOfRange)) throw error;
    return null;
  }
}

function openQuestions(issue: ReportIssue, place: number): string[] {
  if (issue.outcome) return [];
  const refusing = issue.requests
    .filter(({ state }) => state === 'refused')
    .map(({ department }) => department);
  const questions: string[] = [];
  if (onAgenda(issue)) {
    const recommended = briefAlternatives(issue.alternatives).findIndex(
      (alternative) => alternative.recommended,
    );
    const adopting = recommended >= 0 ? ` 및 권고안 ${alternativeMark(recommended + 1)} 채택` : '';
    questions.push(`(${place}번) 부시장 주재 현안회의 상정${adopting} 여부`);
  }
  if (refusing.length > 0) {
    const who = [...new Set(refusing.filter((name) => name !== null))].join('·');
    questions.push(`(${place}번) 소관 조정${who ? `(${who} 요청)` : ''}`);
  }
  if (issue.direction === 'department' && !issue.leadDepartment) questions.push(`(${place}번) 주관부서 지정`);
  return questions;
}

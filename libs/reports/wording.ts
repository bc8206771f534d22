import { dayParts, longDay } from '#platform/day-in-words.js';
import { korean } from '#platform/labels.js';
import { MEASURE_LABELS } from '#actions/vocabulary.js';
import {
  CHANNEL_LABELS,
  GRADE_LABELS,
  HORIZON_LABELS,
  OUTCOME_LABELS,
  type Direction,
  type Grade,
} from '#issues/vocabulary.js';
import type { ReportIssue } from './document.js';
import {
  BASIS_LABELS,
  CHANGE_OF_EDITION_LABELS,
  EVIDENCE_LABELS,
  REASON_LABELS,
  RESULT_LABELS,
} from './vocabulary.js';

/** Who reports when the document does not say. */
export const OFFICE = '기획조정실 평가담당관';

export const GRADE_WORDS = korean(GRADE_LABELS);

export const DIRECTION_WORDS = {
  self: '자체관리',
  department: '실·국 대응',
} as const satisfies Record<Direction, string>;

export const TREND_MARKS = {
  up: '▲',
  down: '▽',
  same: '−',
  new: '신규',
} as const satisfies Record<ReportIssue['trend'], string>;

export const CHANNEL_WORDS = korean(CHANNEL_LABELS);

export const HORIZON_WORDS = korean(HORIZON_LABELS);

export const MEASURE_WORDS = korean(MEASURE_LABELS);

export const CHANGE_OF_EDITION_WORDS = korean(CHANGE_OF_EDITION_LABELS);

export const RESULT_WORDS = korean(RESULT_LABELS);

export const BASIS_WORDS = korean(BASIS_LABELS);

export const EVIDENCE_WORDS = korean(EVIDENCE_LABELS);

export const REASON_WORDS = korean(REASON_LABELS);

/** In full, where an outcome stands alone. */
export const OUTCOME_WORDS = korean(OUTCOME_LABELS);

/** ① … ⑮, then `16)`: offices number no further with circles. */
export function listMark(place: number): string {
  return place >= 1 && place <= 15 ? String.fromCodePoint(0x245f + place) : `${place})`;
}

/** ⓐ … ⓩ, then `(27)`. */
export function alternativeMark(place: number): string {
  return place >= 1 && place <= 26 ? String.fromCodePoint(0x24cf + place) : `(${place})`;
}

/** `'19. 7. 24.`: the one form of a day in reports. What is no day is returned as it came. */
export function reportDay(day: string): string {
  const found = dayParts(day);
  return found ? `'${found.year.slice(2)}. ${found.month}. ${found.date}.` : day;
}

/** `2026. 11. 25.` */
export function plainDay(day: string): string {
  return longDay(day).replace(/\(.\)$/, '');
}

/** `12. 23.` within the report's year, `'27. 3. 15.` outside it. */
export function shortDay(day: string, year: string): string {
  const found = dayParts(day);
  if (!found) return day;
  return found.year === year ? `${found.month}. ${found.date}.` : reportDay(day);
}

/** `12. 23.` for one day, `11. 15.~'27. 3. 15.` for several. */
export function period(from: string, to: string, year: string): string {
  return from === to ? shortDay(from, year) : `${shortDay(from, year)}~${shortDay(to, year)}`;
}

/** `12월` */
export function bareMonth(month: string): string {
  return `${Number(month.slice(5, 7))}월`;
}

/** `2026년 12월` */
export function fullMonth(month: string): string {
  return `${month.slice(0, 4)}년 ${bareMonth(month)}`;
}

/** `'27. 1월` */
export function shortMonth(month: string): string {
  return `'${month.slice(2, 4)}. ${bareMonth(month)}`;
}

/** `12월` within the report's year, `'27. 1월` outside it. */
export function monthWithin(month: string, year: string): string {
  return month.startsWith(year) ? bareMonth(month) : shortMonth(month);
}

/** `('20)` behind a title: the year its issue is expected in; not twice when the title already ends so. */
export function titleWithYear(title: string, expectedMonth: string): string {
  const suffix = `('${expectedMonth.slice(2, 4)})`;
  return title.endsWith(suffix) ? title : `${title} ${suffix}`;
}

export function editionWord(edition: number, draft = false): string {
  if (draft) return '초안';
  return edition > 1 ? `정정본(제${edition}차)` : '확정본(제1차)';
}

/** `매우 높음 1, 높음 2, 보통 1`: what there is none of goes unsaid. */
export function gradeCounts(issues: readonly { grade: Grade }[]): string {
  return Object.entries(GRADE_WORDS)
    .map(([grade, word]) => ({ word, count: issues.filter((issue) => issue.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${count}`)
    .join(', ');
}

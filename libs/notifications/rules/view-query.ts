import { DISTRICTS } from '#config/districts.js';
import { ISSUE_KIND_NAMES } from '#config/issue-kinds.js';
import { CHANNELS, DIRECTIONS, GRADES, STAGES, STATES } from '#issues/vocabulary.js';
import type { IssueQuery } from '#issues/list-issues.js';
import { isDay } from '#platform/calendar.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const among =
  (words: readonly string[]) =>
  (value: string): string | null =>
    words.includes(value) ? value : null;
const matching =
  (fits: (value: string) => boolean) =>
  (value: string): string | null =>
    fits(value) ? value : null;
const flag = (value: string): boolean | null =>
  value === 'true' || value === 'false' ? value === 'true' : null;
const level = (value: string): number | null => (/^[1-5]$/.test(value) ? Number(value) : null);

/** What of a saved list says which issues are meant, and how it is written there. */
const READ = {
  stage: among(STAGES),
  state: among(STATES),
  grade: among(GRADES),
  direction: among(DIRECTIONS),
  channel: among(CHANNELS),
  district: among(DISTRICTS),
  kind: among(ISSUE_KIND_NAMES),
  leadDepartmentId: matching((value) => UUID.test(value)),
  parentId: matching((value) => UUID.test(value)),
  expectedMonth: matching((value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value)),
  createdFrom: matching(isDay),
  createdTo: matching(isDay),
  q: matching((value) => value.trim() !== ''),
  impact: level,
  likelihood: level,
  needsReview: flag,
  overdue: flag,
  open: flag,
  warned: flag,
} as const satisfies Partial<Record<keyof IssueQuery, (value: string) => unknown>>;

/** The filters of a saved list of issues; null where one cannot be read: then nothing fits rather than everything. */
export function queryOfView(saved: string): IssueQuery | null {
  const query: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(saved)) {
    if (!Object.hasOwn(READ, name)) continue;
    const read = READ[name as keyof typeof READ](value);
    if (read === null) return null;
    query[name] = read;
  }
  return query;
}

import sql from 'sql-template-tag';
import { INSTANT, inWords, same, text, type ExportColumns, type ExportedList } from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import type { Reading } from './rules/early-warning.js';
import { WARNING_LABELS } from './vocabulary.js';
import { seenWarning, warningSelection, warningTitle, type WarningFilter } from './warnings.js';
import { readingText } from './wording.js';

const saidOfReadings = (value: unknown, language: Language): string =>
  (value as Reading[]).map((reading) => readingText(reading, language)).join('; ');

// prettier-ignore
export const WARNING_COLUMNS = {
  raisedAt: { ko: '알림일시', en: 'Raised', ...INSTANT, read: same('w.raised_at') },
  level: { ko: '구분', en: 'Level', ...text(12), read: same('w.level'), said: inWords(WARNING_LABELS) },
  rule: { ko: '규칙', en: 'Rule', ...text(26), read: same(`(select v.rule->>'name' from warning_rule_versions v where v.rule_id = w.rule_id and v.version = w.rule_version)`) },
  issueNumber: { ko: '이슈번호', en: 'Issue', ...text(12), read: same('(select i.number from issues i where i.id = w.issue_id)') },
  title: { ko: '대상', en: 'What it is about', ...text(50), read: () => warningTitle },
  readings: { ko: '근거', en: 'Readings', ...text(70), read: same('w.readings'), said: saidOfReadings },
} as const satisfies ExportColumns;

/** What the list of warnings shows; what rang for a story tells of the issues that its signals belong to. */
export const warningsToExport = (by: Principal, query: WarningFilter): ExportedList => ({
  selection: warningSelection(by, query),
  from: sql`warnings w`,
  seen: seenWarning(by),
  about: sql`array(select w.issue_id union select s.issue_id from signals s where s.cluster_id = w.cluster_id)`,
  columns: WARNING_COLUMNS,
});

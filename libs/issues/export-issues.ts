import sql, { type Sql } from 'sql-template-tag';
import {
  INSTANT,
  inWords,
  NUMBER,
  same,
  text,
  type ExportColumns,
  type ExportedList,
} from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import { visible } from '#people/visible.js';
import type { KindFields } from './rules/kind-fields.js';
import { fieldsInWords, KIND_LABELS } from './rules/kind-words.js';
import { dueAt, officeOnly } from './issue-view.js';
import { selection, type IssueQuery } from './list-issues.js';
import {
  CHANNEL_LABELS,
  DIRECTION_LABELS,
  GRADE_LABELS,
  OUTCOME_LABELS,
  STAGE_LABELS,
  STATE_LABELS,
} from './vocabulary.js';

const forOffice =
  (column: string) =>
  (by: Principal): Sql =>
    officeOnly(by, column);

const saidOfKind = (value: unknown, language: Language): string => {
  const { kind, fields } = value as { kind: string | null; fields: KindFields };
  return fieldsInWords(kind, fields, language)
    .map((one) => `${one.label}: ${one.value}`)
    .join('; ');
};

// prettier-ignore
export const ISSUE_COLUMNS = {
  number: { ko: '이슈번호', en: 'Number', ...text(12), read: same('i.number') },
  title: { ko: '제목', en: 'Title', ...text(50), read: same('i.title') },
  channel: { ko: '채널', en: 'Channel', ...text(12), read: same('i.channel'), said: inWords(CHANNEL_LABELS) },
  stage: { ko: '단계', en: 'Stage', ...text(26), read: same('i.stage'), said: inWords(STAGE_LABELS) },
  state: { ko: '상태', en: 'State', ...text(14), read: same('i.state'), said: inWords(STATE_LABELS) },
  grade: { ko: '중요도', en: 'Grade', ...text(10), read: same('i.grade'), said: inWords(GRADE_LABELS) },
  score: { ko: '점수', en: 'Score', ...NUMBER, read: forOffice('score') },
  direction: { ko: '대응방향', en: 'Response by', ...text(20), read: same('i.direction'), said: inWords(DIRECTION_LABELS) },
  impact: { ko: '영향도', en: 'Impact', ...NUMBER, read: forOffice('impact') },
  likelihood: { ko: '발생 가능성', en: 'Likelihood', ...NUMBER, read: forOffice('likelihood') },
  expectedMonth: { ko: '예상 시기', en: 'Expected', ...text(10), read: same('i.expected_month') },
  leadDepartment: { ko: '주관부서', en: 'Lead department', ...text(18), read: same('(select d.name from departments d where d.id = i.lead_department_id)') },
  dueAt: { ko: '회신기한', en: 'Due', ...INSTANT, read: dueAt },
  createdAt: { ko: '등록일시', en: 'Registered', ...INSTANT, read: same('i.created_at') },
  updatedAt: { ko: '수정일시', en: 'Changed', ...INSTANT, read: same('i.updated_at') },
  closedAt: { ko: '종결일시', en: 'Closed', ...INSTANT, read: same('i.closed_at') },
  outcome: { ko: '처리결과', en: 'Outcome', ...text(22), read: same('i.outcome'), said: inWords(OUTCOME_LABELS) },
  districts: { ko: '자치구', en: 'Districts', ...text(18), read: same(`array_to_string(i.districts, ', ')`) },
  kind: { ko: '이슈 유형', en: 'Kind', ...text(14), read: same('i.kind'), said: inWords(KIND_LABELS) },
  fields: { ko: '유형별 항목', en: 'Details of its kind', ...text(40), read: same(`json_build_object('kind', i.kind, 'fields', i.fields)`), said: saidOfKind },
  summary: { ko: '주요내용', en: 'Summary', ...text(80), read: same('i.summary') },
} as const satisfies ExportColumns;

/** What a list shows of issues. */
export const issuesToExport = (by: Principal, query: IssueQuery): ExportedList => ({
  selection: selection(by, query),
  from: sql`issues i`,
  seen: visible(by),
  about: sql`array[i.id]`,
  columns: ISSUE_COLUMNS,
});

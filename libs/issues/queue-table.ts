import { INSTANT, NUMBER, text } from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { tableOf, type ColumnOf } from '#platform/table.js';
import { queue, RANKED, type QueueItem } from './queue.js';
import { GRADE_LABELS, PLACE_LABELS, RANK_LABELS, STAGE_LABELS, STATE_LABELS } from './vocabulary.js';

type Row = QueueItem & { leadDepartment: string | null };

// prettier-ignore
const COLUMNS: ColumnOf<Row>[] = [
  { ko: '순위', en: 'Rank', ...NUMBER, of: ({ rank }) => rank },
  { ko: '이슈번호', en: 'Number', ...text(12), of: ({ issue }) => issue.number },
  { ko: '제목', en: 'Title', ...text(50), of: ({ issue }) => issue.title },
  { ko: '중요도', en: 'Grade', ...text(10), of: ({ issue }, language) => issue.grade && GRADE_LABELS[issue.grade][language] },
  { ko: '단계', en: 'Stage', ...text(20), of: ({ issue }, language) => STAGE_LABELS[issue.stage][language] },
  { ko: '상태', en: 'State', ...text(14), of: ({ issue }, language) => STATE_LABELS[issue.state][language] },
  { ko: '예상 시기', en: 'Expected', ...text(10), of: ({ issue }) => issue.expectedMonth },
  { ko: '주관부서', en: 'Lead department', ...text(18), of: ({ leadDepartment }) => leadDepartment },
  { ko: '회신기한', en: 'Due', ...INSTANT, of: ({ issue }) => issue.dueAt },
  { ko: '순위 점수', en: 'Points', ...NUMBER, of: ({ points }) => points },
  { ko: '근거', en: 'Why', ...text(60), of: ({ parts }, language) => parts.map(({ reason, points }) => `${RANK_LABELS[reason][language]} ${points}`).join(' + ') },
  { ko: '순서 조정', en: 'Placed', ...text(12), of: ({ issue }, language) => issue.placed && PLACE_LABELS[issue.placed][language] },
  { ko: '조정 사유', en: 'Placed because', ...text(40), of: ({ issue }) => issue.placedReason },
];

/** 검토 순서 as a table, and the issues that it tells of. */
export async function queueTable(tx: Tx, by: Principal, language: Language) {
  const items = await queue(tx, by, RANKED);
  const departments: { id: string; name: string }[] = await tx.query('select id, name from departments');
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const rows = items.map((item) => ({
    ...item,
    leadDepartment: names.get(item.issue.leadDepartmentId ?? '') ?? null,
  }));
  return { ...tableOf(COLUMNS, rows, language), about: items.map(({ issue }) => issue.id) };
}

import type { Language } from '#people/vocabulary.js';
import type { Cell, TableColumn } from '#platform/table.js';
import { SIGNAL_LABELS } from '#signals/vocabulary.js';
import type { RoundDepartment } from './round-view.js';
import { ROUND_STANDING_LABELS } from './vocabulary.js';

/** 수요조회 취합: a row for each issue that a department expects, one for each that expects none or has not answered. */
export function roundTable(
  departments: RoundDepartment[],
  language: Language,
): { columns: TableColumn[]; rows: Cell[][] } {
  return {
    columns: COLUMNS.map(({ width, kind = 'text', ...header }) => ({
      header: header[language],
      kind,
      width,
    })),
    rows: departments.flatMap((department) => rowsOf(department, language)),
  };
}

function rowsOf({ name, standing, answers: [newest] }: RoundDepartment, language: Language): Cell[][] {
  const late = newest?.late ? LATE[language] : null;
  const confirmed = newest?.confirmedBy;
  const said = [
    newest?.note ?? null,
    confirmed ? `${confirmed.position} ${confirmed.name}` : null,
    newest?.answeredAt ?? null,
  ];
  const items = newest?.items.length ? newest.items : [null];
  return items.map((item) => [
    name,
    ROUND_STANDING_LABELS[standing][language],
    late,
    item?.title ?? null,
    item?.text ?? null,
    item && (item.expectedOn ?? item.expectedMonth),
    item?.alternative ?? null,
    item && SIGNAL_LABELS[item.state][language],
    item?.issueNumber ?? null,
    ...said,
  ]);
}

const LATE = { ko: '지연', en: 'late' };

const COLUMNS: { ko: string; en: string; width: number; kind?: TableColumn['kind'] }[] = [
  { ko: '실·국', en: 'Department', width: 20 },
  { ko: '회신', en: 'Answer', width: 16 },
  { ko: '지연', en: 'Late', width: 8 },
  { ko: '예상 이슈명', en: 'Issue expected', width: 40 },
  { ko: '주요내용', en: 'What happens', width: 60 },
  { ko: '예상 시기', en: 'Expected', width: 12 },
  { ko: '간략대안', en: 'Alternative', width: 40 },
  { ko: '처리', en: 'Standing', width: 14 },
  { ko: '이슈번호', en: 'Number', width: 12 },
  { ko: '참고사항', en: 'Note', width: 40 },
  { ko: '확인자', en: 'Confirmed by', width: 20 },
  { ko: '회신일시', en: 'Answered', width: 17, kind: 'instant' },
];

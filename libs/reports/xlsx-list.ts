import type { Workbook } from 'exceljs';
import { CHANNEL_WORDS, DIRECTION_WORDS, GRADE_WORDS, OUTCOME_WORDS } from './wording.js';
import type { ReportIssue } from './document.js';

type Value = string | number | Date | null;

interface Column {
  header: string;
  width: number;
  /** As numbers and days are shown. */
  format?: string;
  of: (issue: ReportIssue, place: number) => Value;
}

const TREND_WORDS = { up: '상향', down: '하향', same: '동일', new: '신규' } as const;

/** A4 (9 in the file format; the library's own list of sizes lacks it), as wide as the page, as long as it takes. */
export const SHEET = {
  paperSize: 9 as never,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

const DAY = 'yyyy. m. d.';

const COLUMNS: Column[] = [
  { header: '연번', width: 7, of: (_, place) => place },
  { header: '이슈번호', width: 12, of: ({ number }) => number },
  { header: '이슈명', width: 52, of: ({ title }) => title },
  { header: '중요도', width: 11, of: ({ grade }) => GRADE_WORDS[grade] },
  { header: '중요도 점수', width: 11, of: ({ score }) => score },
  { header: '영향도', width: 9, of: ({ impact }) => impact },
  { header: '발생 가능성', width: 12, format: '0%', of: ({ forecast }) => forecast?.probability ?? null },
  { header: '전월 대비', width: 11, of: ({ trend }) => TREND_WORDS[trend] },
  { header: '예상 월', width: 10, of: ({ expectedMonth }) => expectedMonth },
  { header: '예상일', width: 13, format: DAY, of: ({ expectedOn }) => dayOf(expectedOn) },
  { header: '예상 사유', width: 30, of: ({ expectedReason }) => expectedReason },
  { header: '대응방향', width: 13, of: ({ direction }) => DIRECTION_WORDS[direction] },
  { header: '주관부서', width: 18, of: ({ leadDepartment }) => leadDepartment },
  {
    header: '협조부서',
    width: 26,
    of: ({ supportingDepartments }) => supportingDepartments.join(', ') || null,
  },
  { header: '발굴 경로', width: 12, of: ({ channel }) => CHANNEL_WORDS[channel] },
  { header: '관련보도·동향(건)', width: 12, of: ({ coverage }) => coverage.length },
  { header: '요청사항(건)', width: 11, of: ({ requests }) => live(requests).length },
  {
    header: '가장 이른 기한',
    width: 14,
    format: DAY,
    of: ({ requests }) =>
      dayOf(
        live(requests)
          .flatMap(({ dueOn }) => dueOn ?? [])
          .toSorted()[0] ?? null,
      ),
  },
  { header: '회신(건)', width: 10, of: ({ responses }) => responses.length },
  { header: '처리결과', width: 16, of: ({ outcome }) => outcome && OUTCOME_WORDS[outcome] },
];

/** The issues of the report on a sheet to sort and filter. */
export function issueList(book: Workbook, issues: readonly ReportIssue[]): void {
  const sheet = book.addWorksheet('이슈 목록', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...SHEET, printTitlesRow: '1:1' },
  });
  sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } };
  const ranked = issues.toSorted((a, b) => a.rank - b.rank);
  ranked.forEach((issue, index) => {
    const row = sheet.addRow(COLUMNS.map(({ of }) => of(issue, index + 1)));
    row.eachCell((cell, column) => {
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.numFmt = COLUMNS[column - 1]?.format ?? 'General';
    });
  });
}

const live = (requests: ReportIssue['requests']) => requests.filter(({ state }) => state !== 'cancelled');

const dayOf = (day: string | null): Date | null => (day ? new Date(`${day}T00:00:00Z`) : null);

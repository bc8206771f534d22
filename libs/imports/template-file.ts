import type { Language } from '#people/vocabulary.js';
import type { Label } from '#platform/labels.js';
import type { TemplateColumn } from './template.js';

/** So many rows of the sheet offer their choices. */
const ROWS = 5000;
const WIDTHS: Partial<Record<TemplateColumn['form'], number>> = { text: 30, lines: 40, department: 20 };

const WORDS = {
  guide: { ko: '작성 안내', en: 'Guide' },
  choices: { ko: '목록', en: 'Lists' },
  column: { ko: '열', en: 'Column' },
  required: { ko: '필수', en: 'Required' },
  how: { ko: '작성 방법', en: 'How to fill it in' },
  example: { ko: '예', en: 'Example' },
  yes: { ko: '○', en: 'yes' },
  note: {
    ko: '제목이 "(예시)"로 시작하는 행은 가져오지 않습니다.',
    en: 'Rows whose title begins with "(Example)" are not imported.',
  },
} as const satisfies Record<string, Label>;

/** A sheet to fill in, with choices where the words are closed, and one that says how. */
export async function templateXlsx(
  { title, columns }: { title: string; columns: TemplateColumn[] },
  language: Language,
): Promise<Buffer> {
  // Loaded by the first who wants one: it is large.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  const choices = book.addWorksheet(WORDS.choices[language], { state: 'veryHidden' });
  sheet.addRow(columns.map(({ heading, required }) => (required ? `${heading}*` : heading))).font = {
    bold: true,
  };
  sheet.addRow(columns.map(({ example }) => example)).font = { italic: true, color: { argb: 'FF6D7882' } };
  for (const [i, { words, form }] of columns.entries()) {
    const column = sheet.getColumn(i + 1);
    column.width = WIDTHS[form] ?? 14;
    // Days stay as they are typed, whatever the spreadsheet makes of them elsewhere.
    if (form === 'month') column.numFmt = '@';
    if (!words.length) continue;
    const letter = choices.getColumn(i + 1).letter;
    words.forEach((word, n) => (choices.getCell(n + 1, i + 1).value = word));
    const formula = `'${choices.name}'!$${letter}$1:$${letter}$${words.length}`;
    // As exceljs writes it: one rule for the whole column.
    (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(
      `${letter}2:${letter}${ROWS}`,
      { type: 'list', allowBlank: true, formulae: [formula], showErrorMessage: form !== 'kind' },
    );
  }
  const guide = book.addWorksheet(WORDS.guide[language]);
  const { column, required, how, example, yes, note } = WORDS;
  guide.addRow([column, required, how, example].map((label) => label[language])).font = { bold: true };
  for (const one of columns)
    guide.addRow([one.heading, one.required ? yes[language] : '', one.hint, one.example]);
  guide.addRow([]);
  guide.addRow([note[language]]);
  guide.columns.forEach((each, i) => (each.width = [20, 8, 50, 50][i] ?? 20));
  return Buffer.from(await book.xlsx.writeBuffer());
}

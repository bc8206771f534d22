import { applyDecorators, Inject, Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessLog } from '#audit/access-log.js';
import { exportList, type ExportColumns, type ExportedList } from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import { LANGUAGES, type Language } from '#people/vocabulary.js';
import { csvFile } from '#platform/csv.js';
import { OneOf, rule, Text } from '#platform/fields.js';
import { wrongField } from '#platform/problem.js';
import type { Cell, TableColumn, TablePages } from '#platform/table.js';
import { XLSX, xlsxFile } from '#platform/xlsx.js';
import type { Format } from '#reports/vocabulary.js';
import type { Authenticated } from './caller.js';
import { languageOf } from './language.js';
import { askedFor, detailOf } from './recorder.js';

export const ExportReason = (): PropertyDecorator =>
  Text({ max: 1000, optional: true, description: '사유. 열람 제한 이슈가 들어 있으면 필수' });

type Selection<T extends object> = new () => T;

/** What every export takes besides what selects its rows. */
export function leaving<T extends object>(selection: Selection<T>) {
  abstract class Leaving extends (selection as Selection<object>) {
    @OneOf(['csv', 'xlsx'])
    format: 'csv' | 'xlsx';

    @OneOf(LANGUAGES, { optional: true, description: '표제와 값의 언어(기본 Accept-Language)' })
    lang?: Language;

    @ExportReason()
    reason?: string;
  }
  return Leaving as unknown as Selection<T & Leaving>;
}

/** The same of a list whose columns may be chosen. */
export function exporting<T extends object>(selection: Selection<T>, columns: ExportColumns) {
  abstract class Exporting extends leaving<object>(selection) {
    @ExportNames(columns)
    columns?: string;
  }
  return Exporting as unknown as Selection<T & Exporting>;
}

function ExportNames(columns: ExportColumns): PropertyDecorator {
  const known = Object.keys(columns);
  return applyDecorators(
    Text({
      max: 1000,
      optional: true,
      description: `쉼표로 구분한 열(기본 전부): ${known.join(', ')}`,
    }),
    rule('one-of', (names) => namesOf(names).every((name) => known.includes(name)), known.join(', ')),
    rule('twice', (names) => new Set(namesOf(names)).size === namesOf(names).length),
  );
}

const namesOf = (names: unknown): string[] => (typeof names === 'string' ? names.split(',') : []);

export interface ExportWish {
  format: 'csv' | 'xlsx';
  columns?: string;
  lang?: Language;
  sort?: string;
  reason?: string;
}

/** Lists that leave as files; that they did is on record before their first byte. */
@Injectable()
export class Exports {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  /** Puts on record that something leaves. @throws Problem for a reason that is missing, where it tells of confidential issues */
  async record(
    request: Authenticated,
    { confidential, reason, rows }: { confidential: readonly string[]; reason?: string; rows?: number },
  ): Promise<void> {
    if (confidential.length && !reason?.trim()) throw wrongField('reason', 'confidential_export');
    const detail = { ...detailOf(request), ...(rows !== undefined && { rows }) };
    await this.log.add({ ...askedFor(request), kind: 'export', issueIds: confidential, detail });
  }

  /** The same of a paper, unless it is looked at as a page: then it is read. */
  async recordPaper(
    request: Authenticated,
    format: Format,
    about: { confidential: readonly string[]; reason?: string },
  ): Promise<void> {
    if (format !== 'html') await this.record(request, about);
  }

  /** A list as a file, named after it and the day. */
  async file(
    by: Principal,
    list: ExportedList & { name: string },
    { format, columns: names, lang, sort, reason }: ExportWish,
    request: Authenticated,
  ): Promise<StreamableFile> {
    const { columns, day, rows, confidential, pages } = await exportList(this.source, by, list, {
      names: names === undefined ? Object.keys(list.columns) : namesOf(names),
      language: lang ?? languageOf(request),
      ...(sort && { sort }),
      ...(reason && { reason }),
    });
    await this.record(request, { confidential, rows, ...(reason && { reason }) });
    return asFile(`${list.name}-${day}`, format, columns, pages);
  }

  /** A table whose rows are known already, as a file; `about` are the issues that it tells of. */
  async table(
    { name, columns, rows, about }: { name: string; columns: TableColumn[]; rows: Cell[][]; about: string[] },
    { format, reason }: Pick<ExportWish, 'format' | 'reason'>,
    request: Authenticated,
  ): Promise<StreamableFile> {
    const confidential = await this.log.behind(about, []);
    await this.record(request, { confidential, rows: rows.length, ...(reason && { reason }) });
    return asFile(name, format, columns, atOnce(rows));
  }
}

function asFile(
  name: string,
  format: ExportWish['format'],
  columns: TableColumn[],
  pages: TablePages,
): StreamableFile {
  const disposition = `attachment; filename="haechi-${name}.${format}"`;
  return format === 'csv'
    ? new StreamableFile(csvFile(columns, pages), { type: 'text/csv; charset=utf-8', disposition })
    : new StreamableFile(xlsxFile(columns, pages), { type: XLSX, disposition });
}

async function* atOnce(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  yield await Promise.resolve(rows);
}

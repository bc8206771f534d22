import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Language } from '#people/vocabulary.js';
import { visible } from '#people/visible.js';
import { seoulDay } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import type { Label } from '#platform/labels.js';
import { Problem } from '#platform/problem.js';
import type { Cell, TableColumn, TablePages } from '#platform/table.js';
import type { KindFields } from './rules/kind-fields.js';
import { fieldsInWords, KIND_LABELS } from './rules/kind-words.js';
import { dueAt, officeOnly } from './issue-view.js';
import { selection, type IssueQuery } from './list-issues.js';
import {
  CHANNEL_LABELS,
  DIRECTION_LABELS,
  EXPORT_LABELS,
  GRADE_LABELS,
  OUTCOME_LABELS,
  STAGE_LABELS,
  STATE_LABELS,
  type ExportColumn,
} from './vocabulary.js';

/** Rows of one export, and those read at a time. */
const MOST = 50_000;
const PAGE = 500;

export interface Export {
  columns: TableColumn[];
  /** Today in Seoul. */
  day: string;
  pages: TablePages;
}

/**
 * What a list shows of issues, all of it, as a table in one language. Which issues is settled at once; what they say is read
 * while the table is written. @throws Problem `export.too_many`
 */
export async function exportIssues(
  source: DataSource,
  by: Principal,
  query: IssueQuery,
  columns: readonly ExportColumn[],
  language: Language,
): Promise<Export> {
  const { ids, now } = await readAs(source, by, async (tx) => ({
    ids: await chosen(tx, by, query),
    now: await appNow(tx),
  }));
  if (ids.length > MOST) throw new Problem('export.too_many', { most: MOST.toLocaleString('en') });
  return {
    columns: columns.map((name) => ({ header: EXPORT_LABELS[name][language], ...SHAPES[name] })),
    day: seoulDay(now),
    pages: read(source, by, ids, columns, language),
  };
}

async function chosen(tx: Tx, by: Principal, query: IssueQuery): Promise<string[]> {
  const { from, where, orders, defaultSort } = selection(by, query);
  const order = orders[query.sort ?? defaultSort]!;
  const way = raw(order.descending ? 'desc' : 'asc');
  const statement = sql`select i.id from ${from} where ${join(where, ' and ')}
    order by ${raw(order.by)} ${way}, i.id ${way} limit ${MOST + 1}`;
  const rows: { id: string }[] = await tx.query(statement.text, statement.values);
  return rows.map(({ id }) => id);
}

async function* read(
  source: DataSource,
  by: Principal,
  ids: string[],
  columns: readonly ExportColumn[],
  language: Language,
): AsyncGenerator<Cell[][]> {
  const cells = join(
    columns.map((name) => COLUMNS[name](by)),
    ', ',
  );
  for (let from = 0; from < ids.length; from += PAGE) {
    const query = sql`select json_build_array(${cells}) as row
      from unnest(${ids.slice(from, from + PAGE)}::uuid[]) with ordinality as wanted(id, place)
      join issues i using (id) where ${visible(by)} order by place`;
    const rows: { row: Read[] }[] = await readAs(source, by, (tx) => tx.query(query.text, query.values));
    yield rows.map(({ row }) => row.map((cell, n) => worded(columns[n]!, cell, language)));
  }
}

const own = (column: string) => (): Sql => sql`i.${raw(column)}`;
const forOffice =
  (column: string) =>
  (by: Principal): Sql =>
    officeOnly(by, column);

const COLUMNS: Record<ExportColumn, (by: Principal) => Sql> = {
  number: own('number'),
  title: own('title'),
  channel: own('channel'),
  stage: own('stage'),
  state: own('state'),
  grade: own('grade'),
  score: forOffice('score'),
  direction: own('direction'),
  impact: forOffice('impact'),
  likelihood: forOffice('likelihood'),
  expectedMonth: own('expected_month'),
  leadDepartment: () => sql`(select d.name from departments d where d.id = i.lead_department_id)`,
  dueAt,
  createdAt: own('created_at'),
  updatedAt: own('updated_at'),
  closedAt: own('closed_at'),
  outcome: own('outcome'),
  districts: () => sql`array_to_string(i.districts, ', ')`,
  kind: own('kind'),
  fields: () => sql`json_build_object('kind', i.kind, 'fields', i.fields)`,
  summary: own('summary'),
};

const text = (width: number) => ({ kind: 'text', width }) as const;
const NUMBER = { kind: 'number', width: 10 } as const;
const INSTANT = { kind: 'instant', width: 17 } as const;
const SHAPES: Record<ExportColumn, Omit<TableColumn, 'header'>> = {
  number: text(12),
  title: text(50),
  channel: text(12),
  stage: text(26),
  state: text(14),
  grade: text(10),
  score: NUMBER,
  direction: text(20),
  impact: NUMBER,
  likelihood: NUMBER,
  expectedMonth: text(10),
  leadDepartment: text(18),
  dueAt: INSTANT,
  createdAt: INSTANT,
  updatedAt: INSTANT,
  closedAt: INSTANT,
  outcome: text(22),
  districts: text(18),
  kind: text(14),
  fields: text(40),
  summary: text(80),
};

const LABELS: Partial<Record<ExportColumn, Record<string, Label>>> = {
  channel: CHANNEL_LABELS,
  stage: STAGE_LABELS,
  state: STATE_LABELS,
  grade: GRADE_LABELS,
  direction: DIRECTION_LABELS,
  outcome: OUTCOME_LABELS,
  kind: KIND_LABELS,
};

/** A cell as the database answers it. */
type Read = Cell | { kind: string | null; fields: KindFields };

function worded(column: ExportColumn, cell: Read, language: Language): Cell {
  if (typeof cell === 'object' && cell !== null) {
    const known = fieldsInWords(cell.kind, cell.fields, language);
    return known.map(({ label, value }) => `${label}: ${value}`).join('; ');
  }
  return LABELS[column]?.[String(cell)]?.[language] ?? cell;
}

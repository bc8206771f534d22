import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { seoulDay } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import type { Label } from '#platform/labels.js';
import type { Selection } from '#platform/page.js';
import { Problem, wrongField } from '#platform/problem.js';
import type { Cell, TableColumn, TablePages } from '#platform/table.js';
import type { Principal } from './principal.js';
import { readAs } from './read-as.js';
import type { Language } from './vocabulary.js';

/** Rows of one export, and those read at a time. */
const MOST = 100_000;
const PAGE = 500;

/** A column of an export: what it is called, how wide it is, how it is read, and how a value is put into words. */
export interface ExportColumn extends Label, Omit<TableColumn, 'header'> {
  read: (by: Principal) => Sql;
  said?: (value: unknown, language: Language) => Cell;
}
export type ExportColumns = Readonly<Record<string, ExportColumn>>;

export const text = (width: number) => ({ kind: 'text', width }) as const;
export const NUMBER = { kind: 'number', width: 10 } as const;
export const INSTANT = { kind: 'instant', width: 17 } as const;

/** Read alike for everybody. */
export const same = (expression: string) => (): Sql => raw(expression);

/** Says values of a vocabulary in its words, and others as they are. */
export const inWords =
  (labels: Readonly<Record<string, Label>>) =>
  (value: unknown, language: Language): Cell =>
    labels[String(value)]?.[language] ?? (value as Cell);

/** A list that can leave as a file. */
export interface ExportedList {
  /** Which rows, in which order: those of the list. */
  selection: Selection;
  /** What the columns of a row are read from, under the same id; and whether this person sees it. */
  from: Sql;
  seen: Sql;
  /** Ids of the issues that a row tells of. */
  about: Sql;
  columns: ExportColumns;
}

export interface Export {
  columns: TableColumn[];
  /** Today in Seoul. */
  day: string;
  rows: number;
  /** The confidential issues that its rows tell of. */
  confidential: string[];
  pages: TablePages;
}

/**
 * What a list says, all of it, as a table in one language. Which rows is settled at once; what they say is read while the
 * table is written, with the rights of that moment. What is confidential leaves for a reason only.
 * @throws Problem `export.too_many`, or for a reason that is missing
 */
export async function exportList(
  source: DataSource,
  by: Principal,
  list: ExportedList,
  wish: { names: readonly string[]; language: Language; sort?: string; reason?: string },
): Promise<Export> {
  const { ids, now, confidential } = await readAs(source, by, async (tx) => {
    const rows = await chosen(tx, list.selection, wish.sort);
    return { ids: rows, now: await appNow(tx), confidential: await confidentialOf(tx, rows, list) };
  });
  if (ids.length > MOST) throw new Problem('export.too_many', { most: MOST.toLocaleString('en') });
  if (confidential.length && !wish.reason?.trim()) throw wrongField('reason', 'confidential_export');
  const columns = wish.names.map((name) => list.columns[name]!);
  return {
    columns: columns.map(({ kind, width, ...label }) => ({ kind, width, header: label[wish.language] })),
    day: seoulDay(now),
    rows: ids.length,
    confidential,
    pages: read(source, by, ids, { list, columns, language: wish.language }),
  };
}

async function chosen(tx: Tx, selection: Selection, sort = selection.defaultSort): Promise<string[]> {
  const { by, descending } = selection.orders[sort]!;
  const way = raw(descending ? 'desc' : 'asc');
  const id = raw(selection.id);
  const statement = sql`select ${id} as id from ${selection.from} where ${join(selection.where, ' and ')}
    order by ${raw(by)} ${way}, ${id} ${way} limit ${MOST + 1}`;
  const rows: { id: string }[] = await tx.query(statement.text, statement.values);
  return rows.map((row) => row.id);
}

async function confidentialOf(
  tx: Tx,
  ids: string[],
  { from, selection, about }: ExportedList,
): Promise<string[]> {
  const statement = sql`select distinct secret.id from unnest(${ids}::uuid[]) wanted_id
    join ${from} on ${raw(selection.id)} = wanted_id join issues secret on secret.id = any(${about}) where secret.confidential`;
  const rows: { id: string }[] = await tx.query(statement.text, statement.values);
  return rows.map(({ id }) => id);
}

async function* read(
  source: DataSource,
  by: Principal,
  ids: string[],
  { list, columns, language }: { list: ExportedList; columns: ExportColumn[]; language: Language },
): AsyncGenerator<Cell[][]> {
  const cells = join(
    columns.map((column) => column.read(by)),
    ', ',
  );
  for (let from = 0; from < ids.length; from += PAGE) {
    const query = sql`select json_build_array(${cells}) as row
      from unnest(${ids.slice(from, from + PAGE)}::uuid[]) with ordinality as wanted(wanted_id, wanted_place)
      join ${list.from} on ${raw(list.selection.id)} = wanted_id where ${list.seen} order by wanted_place`;
    const rows: { row: unknown[] }[] = await readAs(source, by, (tx) => tx.query(query.text, query.values));
    yield rows.map(({ row }) =>
      row.map((value, n) =>
        value === null ? null : (columns[n]!.said?.(value, language) ?? (value as Cell)),
      ),
    );
  }
}

import type { ReactNode } from 'react';
import { defineText } from '../text/i18n.js';
import { SelectField } from './field.js';
import { Icon } from './icon.js';

const useText = defineText('table', {
  ko: {
    sort: '{{column}} 기준 정렬',
    order: '정렬',
    usual: '기본 순서',
    ascending: '{{column}} 오름차순',
    descending: '{{column}} 내림차순',
    choice: '선택',
    choose: '{{what}} 선택',
    chooseAll: '모두 선택',
  },
  en: {
    sort: 'Sort by {{column}}',
    order: 'Order',
    usual: 'Usual order',
    ascending: '{{column}}, ascending',
    descending: '{{column}}, descending',
    choice: 'Choose',
    choose: 'Choose {{what}}',
    chooseAll: 'Choose all',
  },
});

const isDescending = (order: string): boolean => order.startsWith('-');

export interface Column<T> {
  id: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** Figures and days stand in a column of their own width and never break. */
  numeric?: boolean;
  /** Heads the row: read out with every cell of it. */
  heads?: boolean;
  /** Orders of the API by this column, the first press and the second. */
  sorts?: readonly [first: string, second: string];
  /** Takes the room that is left. */
  wide?: boolean;
}

interface TableProps<T> {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  sort?: string | undefined;
  /** An empty order is the list's usual one. */
  onSort?: (sort: string) => void;
  /** Marks a row, e.g. one that is overdue. */
  mark?: (row: T) => 'danger' | 'warning' | undefined;
  /** The row the keyboard is on. */
  current?: string | null;
  /** Rows can be chosen, to do the same with each. */
  choose?: Choosing<T>;
}

export interface Choosing<T> {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  /** What a row is called when it is read out. */
  nameOf: (row: T) => string;
}

/**
 * A plain table: real headings, so that it can be read out and printed. On a narrow screen each row becomes a card that
 * names its values.
 */
export function Table<T>({
  caption,
  columns,
  rows,
  keyOf,
  sort,
  onSort,
  mark,
  current,
  choose,
}: TableProps<T>) {
  return (
    <div className="table-frame">
      {onSort && <Order columns={columns} sort={sort} onSort={onSort} />}
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {choose && <ChooseAll keys={rows.map(keyOf)} choose={choose} />}
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className={mark?.(row) && `row-${mark(row)}`}
              {...(current === keyOf(row) && { 'aria-current': 'true', ref: intoSight })}
            >
              {choose && <ChooseRow row={row} id={keyOf(row)} choose={choose} />}
              {columns.map(({ id, label, cell, numeric, heads }) =>
                heads ? (
                  <th key={id} scope="row" data-label={label}>
                    <div>{cell(row)}</div>
                  </th>
                ) : (
                  <td key={id} data-label={label} className={numeric ? 'number' : undefined}>
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChooseAll<T>({ keys, choose: { chosen, onChange } }: { keys: string[]; choose: Choosing<T> }) {
  const t = useText();
  const all = keys.length > 0 && keys.every((id) => chosen.has(id));
  return (
    <th scope="col" className="column-choose no-print">
      <input
        type="checkbox"
        aria-label={t('chooseAll')}
        checked={all}
        onChange={() => onChange(new Set(all ? [] : keys))}
      />
    </th>
  );
}

function ChooseRow<T>({ row, id, choose }: { row: T; id: string; choose: Choosing<T> }) {
  const t = useText();
  const { chosen, onChange, nameOf } = choose;
  return (
    <td className="column-choose no-print" data-label={t('choice')}>
      <input
        type="checkbox"
        aria-label={t('choose', { what: nameOf(row) })}
        checked={chosen.has(id)}
        onChange={({ target }) => {
          const next = new Set(chosen);
          if (target.checked) next.add(id);
          else next.delete(id);
          onChange(next);
        }}
      />
    </td>
  );
}

const intoSight = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });

/** Instead of the headings, which cards do not have. */
function Order<T>({
  columns,
  sort,
  onSort,
}: Pick<TableProps<T>, 'columns' | 'sort'> & { onSort: (sort: string) => void }) {
  const t = useText();
  const choices = columns.flatMap(({ label, sorts = [] }) =>
    sorts.map((id) => ({ id, label: t(isDescending(id) ? 'descending' : 'ascending', { column: label }) })),
  );
  return (
    <div className="table-sort no-print">
      <SelectField
        label={t('order')}
        choices={choices}
        value={sort ?? null}
        onChange={(order) => onSort(order ?? '')}
        optional={t('usual')}
      />
    </div>
  );
}

function Head<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
}) {
  const t = useText();
  const { label, sorts, wide } = column;
  const way =
    sorts && sort && sorts.includes(sort) ? (isDescending(sort) ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={wide ? 'column-wide' : undefined} aria-sort={way}>
      {sorts && onSort ? (
        <button
          type="button"
          className="sort"
          title={t('sort', { column: label })}
          onClick={() => onSort(sort === sorts[0] ? sorts[1] : sorts[0])}
        >
          {label}
          <Icon name={way === 'ascending' ? 'up' : 'down'} size={14} />
        </button>
      ) : (
        label
      )}
    </th>
  );
}

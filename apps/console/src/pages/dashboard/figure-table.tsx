import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../text/format.js';

export interface Figure<T> {
  id: string;
  label: ReactNode;
  cell: (row: T) => ReactNode;
  /** Holds bars, which begin where their heading does. */
  wide?: boolean;
}

interface FigureTableProps<T> {
  caption: string;
  /** Heads each row. */
  head: Figure<T>;
  figures: Figure<T>[];
  rows: T[];
  keyOf: (row: T) => string;
}

/** Figures in rows and columns. Unlike `Table` it stays a table on a narrow screen, where its short figures still fit. */
export function FigureTable<T>({ caption, head, figures, rows, keyOf }: FigureTableProps<T>) {
  return (
    <div className="figure-frame">
      <table className="figure-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[head, ...figures].map(({ id, label, wide }) => (
              <th key={id} scope="col" className={wide ? 'figure-wide' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{head.cell(row)}</th>
              {figures.map(({ id, cell }) => (
                <td key={id}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure that leads to what it counts; none leads nowhere. */
export function Count({ value, to, name }: { value: number; to: string; name: string }) {
  const text = useFormat().count(value);
  if (!value) return <span className="figure-none">0</span>;
  return (
    <Link to={to} className="figure-link" aria-label={`${name}: ${text}`}>
      {text}
    </Link>
  );
}

/** A figure and beside it, for the eye, how much it is of the greatest; figures of one column end at the same place. */
export function Bar({
  value,
  of,
  hatched,
  children,
}: {
  value: number;
  of: number;
  hatched?: boolean;
  children: ReactNode;
}) {
  const digits = useFormat().count(of).length;
  return (
    <span className="figure-bar" style={{ '--digits': digits } as CSSProperties}>
      <span>{children}</span>
      <span className="dash-bar" aria-hidden="true">
        {value > 0 && (
          <span
            className={hatched ? 'dash-bar-fill dash-bar-hatched' : 'dash-bar-fill'}
            style={{ inlineSize: `${(value / of) * 100}%` }}
          />
        )}
      </span>
    </span>
  );
}

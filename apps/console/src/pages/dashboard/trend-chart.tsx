import { useId, type ReactNode } from 'react';
import { useFormat } from '../../text/format.js';
import { useLanguage, type Language } from '../../text/i18n.js';
import type { Statistics } from './statistics.js';

interface Drawn {
  trend: Statistics['trend'];
  /** The greatest figure, at least 1. */
  most: number;
  title: string;
  desc: string;
}

const SERIES = ['reported', 'closed'] as const;

/** Widths are shares of the drawing, heights and letters are fixed: nothing is stretched. */
const percent = (share: number) => `${share * 100}%`;

const monthName = (month: string, language: Language) =>
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01`));

export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="5" stroke="currentColor" strokeWidth="3" />
    </pattern>
  );
}

function Drawing({
  className,
  height,
  title,
  desc,
  hatch,
  children,
}: Pick<Drawn, 'title' | 'desc'> & {
  className: string;
  height: number;
  hatch: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <svg
      className={className}
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{desc}</desc>
      <g className="trend-closed">
        <Hatch id={hatch} />
      </g>
      {children}
    </svg>
  );
}

const fillOf = (series: (typeof SERIES)[number], hatch: string) =>
  series === 'reported' ? 'currentColor' : `url(#${hatch})`;

const TOP = 20;
const BASE = 180;
const COLUMN = 0.36;

/** Two columns a month, the figure above each. */
export function Columns({ trend, most, title, desc }: Drawn) {
  const format = useFormat();
  const language = useLanguage();
  const hatch = useId();
  const group = 1 / trend.length;
  return (
    <Drawing className="trend-columns" height={BASE + 42} title={title} desc={desc} hatch={hatch}>
      <line x1="0" x2="100%" y1={BASE + 0.5} y2={BASE + 0.5} className="trend-base" />
      {trend.map((row, index) => (
        <g key={row.month}>
          {SERIES.map((series, place) => {
            const height = ((BASE - TOP) * row[series]) / most;
            const x = (index + 0.5 + (place - 1) * COLUMN) * group;
            return row[series] ? (
              <g key={series} className={`trend-${series}`}>
                <rect
                  x={percent(x + 0.02 * group)}
                  y={BASE - height}
                  width={percent((COLUMN - 0.04) * group)}
                  height={height}
                  fill={fillOf(series, hatch)}
                  stroke="currentColor"
                />
                <text x={percent(x + (COLUMN / 2) * group)} y={BASE - height - 5} textAnchor="middle">
                  {format.count(row[series])}
                </text>
              </g>
            ) : null;
          })}
          <text x={percent((index + 0.5) * group)} y={BASE + 18} textAnchor="middle">
            {monthName(row.month, language)}
          </text>
          {(index === 0 || row.month.endsWith('-01')) && (
            <text x={percent((index + 0.5) * group)} y={BASE + 36} textAnchor="middle" className="trend-year">
              {row.month.slice(0, 4)}
            </text>
          )}
        </g>
      ))}
    </Drawing>
  );
}

const ROW = 38;
const BAR = 13;
const NAMES = 0.16;
/** The rest is for the figure at the end of the longest. */
const LONGEST = 0.66;

/** The same lying down: for narrow screens, and for figures too long to stand above a column. */
export function Rows({ trend, most, title, desc }: Drawn) {
  const format = useFormat();
  const language = useLanguage();
  const hatch = useId();
  return (
    <Drawing className="trend-rows" height={trend.length * ROW} title={title} desc={desc} hatch={hatch}>
      <line x1={percent(NAMES)} x2={percent(NAMES)} y1="0" y2="100%" className="trend-base" />
      {trend.map((row, index) => (
        <g key={row.month}>
          <text x="0" y={index * ROW + 16}>
            {monthName(row.month, language)}
          </text>
          {(index === 0 || row.month.endsWith('-01')) && (
            <text x="0" y={index * ROW + 31} className="trend-year">
              {row.month.slice(0, 4)}
            </text>
          )}
          {SERIES.map((series, place) => {
            const length = (LONGEST * row[series]) / most;
            const y = index * ROW + 4 + place * (BAR + 2);
            return row[series] ? (
              <g key={series} className={`trend-${series}`}>
                <rect
                  x={percent(NAMES)}
                  y={y}
                  width={percent(length)}
                  height={BAR}
                  fill={fillOf(series, hatch)}
                  stroke="currentColor"
                />
                <text x={percent(NAMES + length + 0.015)} y={y + BAR - 2}>
                  {format.count(row[series])}
                </text>
              </g>
            ) : null;
          })}
        </g>
      ))}
    </Drawing>
  );
}

import type { Chart } from './blocks.js';
import type { ReportDocument } from './document.js';
import { monthWithin } from './wording.js';

const WIDTH = 640;
const HEIGHT = 190;
const BASE = 160;
const TOP = 40;
const BAR = 26;
const INK = '#1f2a44';

type Month = ReportDocument['figures']['trend'][number];

/** Registered (solid) beside closed (hatched) by month; the figure stands on each bar, so no axis is needed. */
export function trendChart(trend: Month[]): Chart {
  const title = '월별 등록·종결 이슈';
  const newest = trend.at(-1)?.month ?? '';
  const description = trend
    .map(
      ({ month, registered, closed }) =>
        `${monthWithin(month, newest.slice(0, 4))} 등록 ${registered}건, 종결 ${closed}건`,
    )
    .join('; ');
  const most = Math.max(1, ...trend.flatMap(({ registered, closed }) => [registered, closed]));
  const step = (WIDTH - 40) / Math.max(1, trend.length);
  const groups = trend.map((entry, index) => monthBars(entry, 20 + step * (index + 0.5), most, newest));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="trend-title trend-desc" font-family="Pretendard GOV, Pretendard, Noto Sans KR, sans-serif" font-size="13" fill="${INK}">`,
    `<title id="trend-title">${title}</title><desc id="trend-desc">${description}</desc>`,
    `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="${INK}"/></pattern></defs>`,
    legend(),
    ...groups,
    `<path d="M20 ${BASE}H${WIDTH - 20}" stroke="${INK}" stroke-width="1"/>`,
    '</svg>',
  ].join('\n');
  return { title, description, svg };
}

function legend(): string {
  const entry = (x: number, fill: string, word: string) =>
    `<rect x="${x}" y="4" width="14" height="12" fill="${fill}" stroke="${INK}"/><text x="${x + 20}" y="15">${word}</text>`;
  return entry(WIDTH - 140, INK, '등록') + entry(WIDTH - 74, 'url(#hatch)', '종결');
}

function monthBars(
  { month, registered, closed }: Month,
  centre: number,
  most: number,
  newest: string,
): string {
  const label = `<text x="${round(centre)}" y="${BASE + 20}" text-anchor="middle">${monthWithin(month, newest.slice(0, 4))}</text>`;
  return bar(registered, centre - BAR - 2, most, INK) + bar(closed, centre + 2, most, 'url(#hatch)') + label;
}

function bar(count: number, x: number, most: number, fill: string): string {
  const height = ((BASE - TOP) * count) / most;
  const number = `<text x="${round(x + BAR / 2)}" y="${round(BASE - height - 5)}" text-anchor="middle">${count}</text>`;
  if (count === 0) return number;
  return `<rect x="${round(x)}" y="${round(BASE - height)}" width="${BAR}" height="${round(height)}" fill="${fill}" stroke="${INK}"/>${number}`;
}

/** A share as a bar beside its figure; the figure says it, the bar is decoration. */
export function meter(share: number): string {
  const length = round(Math.min(1, Math.max(0, share)) * 100);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true"><rect y="1" width="100" height="6" fill="#e6e9f0"/><rect y="1" width="${length}" height="6" fill="${INK}"/></svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Block, Cell, Table } from './blocks.js';
import { trendChart } from './charts.js';
import type { ReportDocument } from './document.js';
import { evaluationOf, resultsOf } from './annex-outlook.js';
import { CHANNEL_WORDS, GRADE_WORDS, bareMonth } from './wording.js';

const MOST_DEPARTMENTS = 10;
const LEVELS = ['매우 낮음', '낮음', '보통', '높음', '매우 높음'];

/** 붙임: what is kept off the two pages of the report; each part only where there is something in it. */
export function annexOf(doc: ReportDocument): { title: string; blocks: Block[] }[] {
  const months = [doc.settled, doc.previous].flatMap((one) => (one ? [bareMonth(one.month)] : []));
  return [
    { title: '이슈별 평가 내역', blocks: evaluationOf(doc) },
    { title: `${months.join('·')} 예상 이슈 결과`, blocks: resultsOf(doc) },
    { title: '이슈 현황 통계', blocks: figuresOf(doc) },
  ].filter(({ blocks }) => blocks.length > 0);
}

function figuresOf({ figures }: ReportDocument): Block[] {
  const graded = worded(GRADE_WORDS, figures.byGrade);
  const found = worded(CHANNEL_WORDS, figures.byChannel);
  const led = foremost(figures.byDepartment);
  const moved = figures.trend.some(({ registered, closed }) => registered + closed > 0);
  const placed = figures.grid.flat().some((count) => count > 0);
  const counted = [...graded, ...found, ...led].some(({ count }) => count > 0);
  if (!moved && !placed && !counted) return [];
  return [
    ...section('월별 등록·종결 추이', moved && { kind: 'chart', chart: trendChart(figures.trend) }),
    ...section('영향도·발생 가능성 분포', placed && { kind: 'table', table: gridTable(figures.grid) }),
    {
      kind: 'beside',
      blocks: [
        [
          ...section('중요도별', sharesTable('중요도별', graded)),
          ...section('발굴 경로별', sharesTable('발굴 경로별', found)),
        ],
        section('주관부서별', sharesTable('주관부서별', led)),
      ],
    },
  ];
}

function section(label: string, content: Block | false): Block[] {
  const item = { mark: '□', label };
  return content
    ? [{ kind: 'items', items: [item] }, content]
    : [{ kind: 'items', items: [{ ...item, text: '해당 없음' }] }];
}

/** Rows from the likeliest down, columns from the slightest impact up, as the grid is drawn everywhere. */
function gridTable(grid: number[][]): Table {
  const rows = LEVELS.map((word, index): Cell[] => [
    { text: `${index + 1} ${word}` },
    ...LEVELS.map((_, impact): Cell => {
      const count = grid[index]?.[impact] ?? 0;
      return {
        text: count > 0 ? String(count) : '-',
        strong: count > 0,
        shade: zone((index + 1) * (impact + 1)),
      };
    }),
  ]).toReversed();
  return {
    name: 'grid',
    caption: '영향도·발생 가능성 분포',
    columns: [
      { head: '발생 가능성＼영향도', width: 40, align: 'left' },
      ...LEVELS.map((word, index) => ({ head: `${index + 1} ${word}`, width: 28, align: 'center' as const })),
    ],
    rowHeader: 0,
    rows,
    note: '발생 가능성은 무조치 시 기준. 음영은 영향도×발생 가능성 20 이상, 12 이상, 6 이상 순으로 짙음',
  };
}

/** Bounds of the grid as the scoring policy draws them (practice: 20, 12, 6). */
function zone(product: number): number {
  if (product >= 20) return 3;
  if (product >= 12) return 2;
  return product >= 6 ? 1 : 0;
}

interface Share {
  name: string;
  count: number;
}

function worded<K extends string>(words: Record<K, string>, counts: Record<K, number>): Share[] {
  return (Object.keys(words) as K[]).map((key) => ({ name: words[key], count: counts[key] ?? 0 }));
}

function foremost(departments: { department: string; count: number }[]): Share[] {
  const all = departments.map(({ department, count }) => ({ name: department, count }));
  if (all.length <= MOST_DEPARTMENTS) return all;
  const rest = all.slice(MOST_DEPARTMENTS - 1);
  const count = rest.reduce((sum, entry) => sum + entry.count, 0);
  return [...all.slice(0, MOST_DEPARTMENTS - 1), { name: `그 밖의 ${rest.length}개 부서`, count }];
}

function sharesTable(caption: string, entries: Share[]): Block | false {
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return false;
  const rows = entries.map(({ name, count }): Cell[] => [
    { text: name },
    { text: count.toLocaleString('en-US') },
    { text: `${Math.round((count * 100) / total)}%`, meter: count / total },
  ]);
  const columns: Table['columns'] = [
    { head: '구분', width: 38, align: 'left' },
    { head: '건수', width: 14, align: 'right' },
    { head: '비중', width: 34, align: 'left' },
  ];
  return { kind: 'table', table: { name: 'shares', caption, columns, rowHeader: 0, rows, note: null } };
}

import type { Block, Cell, Table } from './blocks.js';
import type { PreviousMonth, ReportDocument, ReportIssue } from './document.js';
import {
  BASIS_WORDS,
  EVIDENCE_WORDS,
  GRADE_WORDS,
  REASON_WORDS,
  RESULT_WORDS,
  monthWithin,
  plainDay,
} from './wording.js';

/** 이슈별 평가 내역: scores and probabilities, which page 1 keeps off. */
export function evaluationOf({ issues }: ReportDocument): Block[] {
  if (issues.length === 0) return [];
  const table: Table = {
    name: 'issues',
    caption: '이슈별 평가 내역',
    columns: [
      { head: '연번', width: 10, align: 'center' },
      { head: '이슈명', width: 44, align: 'left' },
      { head: '중요도', width: 20, align: 'center' },
      { head: '발생 가능성', width: 20, align: 'center' },
      { head: '예상 사유', width: 46, align: 'left' },
      { head: '판단 근거', width: 40, align: 'left' },
    ],
    rowHeader: 1,
    rows: issues.map((issue, index) => evaluationRow(issue, index + 1)),
    note: '발생 가능성은 무조치 시 그 달에 쟁점화될 확률(추정). 기준은 예상 사유별 확률, ▲ 높이는 근거, ▽ 낮추는 근거',
  };
  return [{ kind: 'table', table }];
}

export function evaluationRow(issue: ReportIssue, place: number): Cell[] {
  const reasons = issue.reasons.map(({ kind, text }) =>
    [REASON_WORDS[kind], text].filter(Boolean).join(': '),
  );
  return [
    { text: String(place) },
    { text: issue.title, strong: true },
    { text: GRADE_WORDS[issue.grade], ...(issue.score === null ? {} : { note: `(${issue.score}점)` }) },
    { text: percent(issue.forecast?.probability ?? null) },
    { text: reasons.join(' / ') },
    { text: groundsOf(issue.forecast) },
  ];
}

const direction = (change: number): string => (change > 0 ? '▲' : '▽');

function groundsOf(forecast: ReportIssue['forecast']): string {
  if (!forecast) return '-';
  return [
    `기준 ${percent(forecast.base)}`,
    ...forecast.evidence.map(({ of, change }) => `${EVIDENCE_WORDS[of]}\u00A0${direction(change)}`),
    ...(Math.abs(forecast.correction) > 0.05
      ? [`과거 적중 보정\u00A0${direction(forecast.correction)}`]
      : []),
  ].join(', ');
}

/** What came of each issue that the months before had expected, and what came besides: first what is settled. */
export function resultsOf({ settled, previous, preparedOn, month }: ReportDocument): Block[] {
  const months = [settled, previous].flatMap((one) =>
    one && one.entries.length + one.unforeseen.length > 0 ? [one] : [],
  );
  return months.flatMap((one): Block[] => {
    const label = `${monthWithin(one.month, month.slice(0, 4))} 예상 이슈 ${one === settled ? '최종 결과' : '결과'}`;
    const table: Block = { kind: 'table', table: resultTable(one, { label, preparedOn }) };
    return months.length > 1 ? [{ kind: 'items', items: [{ mark: '□', label }] }, table] : [table];
  });
}

function resultTable(
  { entries, unforeseen }: PreviousMonth,
  { label, preparedOn }: { label: string; preparedOn: string },
): Table {
  const open = entries.some(({ confirmed }) => !confirmed);
  return {
    name: 'issues',
    caption: label,
    columns: [
      { head: '연번', width: 10, align: 'center' },
      { head: '이슈명', width: 66, align: 'left' },
      { head: '중요도', width: 20, align: 'center' },
      { head: '발생 가능성', width: 22, align: 'center' },
      { head: '결과', width: 22, align: 'center' },
      { head: '근거', width: 40, align: 'left' },
    ],
    rowHeader: 1,
    rows: [...entries.map(resultRow), ...unforeseen.map(unforeseenRow)],
    note: open ? `${plainDay(preparedOn)} 현재. (잠정)은 담당자 확인 전` : null,
  };
}

function resultRow(
  { title, grade, probability, result, basis, confirmed }: PreviousMonth['entries'][number],
  index: number,
): Cell[] {
  return [
    { text: String(index + 1) },
    { text: title },
    { text: GRADE_WORDS[grade] },
    { text: percent(probability) },
    { text: result ? RESULT_WORDS[result] : '진행 중', ...(result && !confirmed ? { note: '(잠정)' } : {}) },
    { text: BASIS_WORDS[basis] },
  ];
}

function unforeseenRow(title: string): Cell[] {
  return [
    { text: '-' },
    { text: title },
    { text: '-' },
    { text: '-' },
    { text: '미예측' },
    { text: '전월 보고에 없던 이슈' },
  ];
}

const percent = (share: number | null): string => (share === null ? '-' : `${Math.round(share * 100)}%`);

import { REQUEST_LABELS } from '#actions/vocabulary.js';
import type { Block, Cell, Item, Table } from './blocks.js';
import { decisionsOf, onAgenda } from './decisions.js';
import type { PreviousMonth, ReportDocument, ReportIssue } from './document.js';
import { briefly, mainReason } from './rules/reasons.js';
import { standingOf } from './standing.js';
import { RESULTS } from './vocabulary.js';
import {
  DIRECTION_WORDS,
  GRADE_WORDS,
  RESULT_WORDS,
  TREND_MARKS,
  bareMonth,
  fullMonth,
  gradeCounts,
  monthWithin,
  period,
  shortDay,
} from './wording.js';

// More than a line or two is a calendar, not a report.
const MOST_EVENTS = 5;
const MOST_SUPPORTING = 3;
const MOST_UNFORESEEN = 2;

/** The report was made when its month was already over. */
function isLate(doc: ReportDocument): boolean {
  return doc.preparedOn.slice(0, 7) > doc.month;
}

export function leadOf(doc: ReportDocument): string[] {
  const { opening } = doc.ownLines ?? {};
  return opening ? [...compiledLead(doc), opening] : compiledLead(doc);
}

function compiledLead(doc: ReportDocument): string[] {
  const { issues, month } = doc;
  if (isLate(doc)) {
    const subject = `${fullMonth(month)}에 쟁점화가 예상된 이슈`;
    return issues.length > 0
      ? [`${subject} ${issues.length}건(${gradeCounts(issues)})을 정리하여 보고드림`]
      : [`${subject}는 해당 없음`];
  }
  const subject = `${bareMonth(month)}에 쟁점화가 예상되는 이슈`;
  if (issues.length === 0) {
    return [`${subject}는 해당 없음`, '동향을 계속 살펴 이슈 발굴 시 현안보고로 따로 보고드리겠음'];
  }
  const chosen = `${subject} ${issues.length}건(${gradeCounts(issues)})을 선별하여`;
  const agenda = agendaPhrase(issues);
  return agenda
    ? [`${chosen} 보고드리며,`, `${agenda}은 부시장 주재 현안회의 상정이 필요함`]
    : [`${chosen} 보고드림`];
}

function agendaPhrase(issues: ReportIssue[]): string | null {
  const places = issues.flatMap((issue, index) => (onAgenda(issue) ? [index + 1] : []));
  if (places.length === 0) return null;
  const critical = issues.flatMap((issue, index) => (issue.grade === 'critical' ? [index + 1] : []));
  if (places.join() === critical.join()) return `${GRADE_WORDS.critical} ${places.length}건`;
  return `${places.map((place) => `${place}번`).join('·')} 이슈 ${places.length}건`;
}

/** Ⅰ. 총괄 and Ⅱ. 결정이 필요한 사항. */
export function summaryOf(doc: ReportDocument): Block[] {
  const issues: Item = { mark: '□', label: `${bareMonth(doc.month)} 예상 이슈` };
  if (doc.issues.length === 0) issues.text = '해당 없음';
  const decisions = decisionsOf(doc);
  return [
    { kind: 'heading', text: 'Ⅰ. 총괄' },
    { kind: 'items', items: [issues] },
    ...(doc.issues.length > 0 ? [{ kind: 'table' as const, table: issueTable(doc) }] : []),
    {
      kind: 'items',
      items: [...waiting(doc), ...settledResult(doc), previousResult(doc), overdue(doc), schedule(doc)],
    },
    { kind: 'heading', text: 'Ⅱ. 결정이 필요한 사항' },
    {
      kind: 'items',
      items: (decisions.length > 0 ? decisions : ['해당 없음']).map((text) => ({ mark: '○', text })),
    },
  ];
}

function issueTable(doc: ReportDocument): Table {
  return {
    name: 'issues',
    caption: `${bareMonth(doc.month)} 예상 이슈`,
    columns: [
      { head: '연번', width: 10, align: 'center' },
      { head: '이슈명', width: 42, align: 'left' },
      { head: '중요도(전월)', width: 28, align: 'center' },
      { head: '예상 시기·사유', width: 29, align: 'left' },
      { head: '대응방향', width: 18, align: 'center' },
      { head: '주관(협조)', width: 35, align: 'left' },
      { head: '회신', width: 18, align: 'center' },
    ],
    rowHeader: 1,
    rows: doc.issues.map((issue, index) => issueRow(issue, index + 1, doc.month)),
    note: '전월 대비 ▲ 상향, ▽ 하향, − 동일, 신규 전월 보고에 없음',
  };
}

export function issueRow(issue: ReportIssue, place: number, month: string): Cell[] {
  const year = month.slice(0, 4);
  const when = issue.expectedOn ? shortDay(issue.expectedOn, year) : monthWithin(issue.expectedMonth, year);
  const reason = mainReason(issue.reasons);
  const supporting = issue.supportingDepartments.slice(0, MOST_SUPPORTING);
  const others = issue.supportingDepartments.length - supporting.length;
  const supportedBy = supporting.join('·') + (others > 0 ? ` 외 ${others}` : '');
  return [
    { text: String(place) },
    { text: issue.title, strong: true },
    { text: `${GRADE_WORDS[issue.grade]}(${TREND_MARKS[issue.trend]})` },
    { text: when, ...(reason ? { note: briefly(reason) } : {}) },
    { text: DIRECTION_WORDS[issue.direction] },
    { text: issue.leadDepartment ?? '미지정', ...(supportedBy ? { note: `(${supportedBy})` } : {}) },
    { ...replyCell(issue) },
  ];
}

/** Where the answers differ, how many there are. */
function replyCell(issue: ReportIssue): Cell {
  if (issue.direction === 'self') return { text: '해당 없음' };
  const { state, asked, answered } = standingOf(issue);
  if (!state) return { text: '요청 전' };
  const mixed = issue.requests.some((one) => one.state !== state && one.state !== 'cancelled');
  const some = mixed && answered < asked;
  return { text: REQUEST_LABELS[state].ko, ...(some ? { note: `(회신 ${answered}/${asked})` } : {}) };
}

/** Of the month before the last, which is over and settled; nothing where it had no report. */
function settledResult({ settled, month }: ReportDocument): Item[] {
  if (!settled) return [];
  const unconfirmed = settled.entries.filter(({ confirmed }) => !confirmed).length;
  const remark = unconfirmed > 0 ? `(담당자 확인 전 ${unconfirmed}건)` : '';
  const label = `${monthWithin(settled.month, month.slice(0, 4))} 예상 이슈 최종 결과`;
  return [{ mark: '□', label, text: countsOf(settled) + remark }];
}

function previousResult({ previous, month }: ReportDocument): Item {
  if (!previous) return { mark: '□', label: '전월 예상 이슈 결과', text: '해당 없음(전월 보고 없음)' };
  const label = `${monthWithin(previous.month, month.slice(0, 4))} 예상 이슈 결과`;
  return { mark: '□', label, text: countsOf(previous) };
}

function countsOf({ entries, unforeseen }: PreviousMonth): string {
  const counts = [...RESULTS, null]
    .map((result) => ({
      word: result ? RESULT_WORDS[result] : '진행 중',
      count: entries.filter((entry) => entry.result === result).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${count}`);
  const missed = unforeseen.length > 0 ? ` / 미예측 ${unforeseen.length}건(${someOf(unforeseen)})` : '';
  return (entries.length === 0 ? '해당 없음' : `${entries.length}건 중 ${counts.join(', ')}`) + missed;
}

/** All are in the annex: a line is no list. */
function someOf(titles: string[]): string {
  const others = titles.length - MOST_UNFORESEEN;
  return titles.slice(0, MOST_UNFORESEEN).join(', ') + (others > 0 ? ` 외 ${others}건` : '');
}

/** Said only where there is any: what is missing above must not look complete. */
function waiting({ waiting: count = 0 }: ReportDocument): Item[] {
  return count > 0
    ? [{ mark: '□', label: '검토 대기', text: `${count}건(중요도·대응방향 결정 전으로 위 목록에서 제외)` }]
    : [];
}

function overdue(doc: ReportDocument): Item {
  const total = doc.overdue.reduce((sum, { count }) => sum + count, 0);
  const [first, ...rest] = doc.overdue;
  const item = { mark: '□', label: '회신기한 경과' };
  if (!first || total === 0) return { ...item, text: '해당 없음' };
  const who =
    rest.length === 0
      ? `${first.department}, ${first.count > 1 ? '최장 ' : ''}${first.longestDays}일`
      : doc.overdue
          .map(
            ({ department, count, longestDays }) =>
              `${department} ${count}건·${count > 1 ? '최장 ' : ''}${longestDays}일`,
          )
          .join(', ');
  return { ...item, text: `${total}건(${who})` };
}

function schedule(doc: ReportDocument): Item {
  const year = doc.month.slice(0, 4);
  const named = doc.schedule.slice(0, MOST_EVENTS).map(({ title, from, to, due }) => {
    const days = [period(from, to, year), due && `법정기한 ${shortDay(due, year)}`];
    return `${title}(${days.filter(Boolean).join(', ')})`;
  });
  const others = doc.schedule.length - named.length;
  const text = named.join(', ') + (others > 0 ? ` 외 ${others}건` : '');
  return { mark: '□', label: '주요 일정', text: text || '해당 없음' };
}

import { CHANNEL_LABELS, GRADE_LABELS, OUTCOME_LABELS } from '#issues/vocabulary.js';
import { INSTANT, NUMBER, text } from '#people/export-list.js';
import type { Language } from '#people/vocabulary.js';
import { tableOf, type ColumnOf } from '#platform/table.js';
import type { OutlookResult, OutlookResults, UnforeseenIssue } from './outlook-results.js';
import { BASIS_LABELS, REASON_LABELS, RESULT_LABELS, SURPRISE_LABELS } from './vocabulary.js';

/** Of an issue that no report expected, what only a forecast has is missing. */
type Row = UnforeseenIssue | OutlookResult;
const foreseen = (row: Row): OutlookResult | null => ('rank' in row ? row : null);
const RESULTS = { ...RESULT_LABELS, ...SURPRISE_LABELS };

// prettier-ignore
const COLUMNS: ColumnOf<Row>[] = [
  { ko: '연번', en: 'Rank', ...NUMBER, of: (row) => foreseen(row)?.rank ?? null },
  { ko: '이슈번호', en: 'Number', ...text(12), of: ({ number }) => number },
  { ko: '이슈명', en: 'Title', ...text(50), of: ({ title }) => title },
  { ko: '채널', en: 'Channel', ...text(12), of: ({ channel }, language) => CHANNEL_LABELS[channel][language] },
  { ko: '중요도', en: 'Grade', ...text(10), of: ({ grade }, language) => grade && GRADE_LABELS[grade][language] },
  { ko: '예상 사유', en: 'Reason', ...text(16), of: (row, language) => { const kind = foreseen(row)?.reasonKind; return kind ? REASON_LABELS[kind][language] : null; } },
  { ko: '발생 가능성(%)', en: 'Probability (%)', ...NUMBER, of: (row) => { const share = foreseen(row)?.probability ?? null; return share === null ? null : Math.round(share * 100); } },
  { ko: '제안', en: 'Proposed', ...text(12), of: (row, language) => { const proposed = foreseen(row)?.proposed; return proposed ? RESULT_LABELS[proposed][language] : null; } },
  { ko: '근거', en: 'Grounds', ...text(24), of: (row, language) => { const basis = foreseen(row)?.basis; return basis ? BASIS_LABELS[basis][language] : null; } },
  { ko: '결과', en: 'Result', ...text(12), of: ({ result }, language) => result && RESULTS[result][language] },
  { ko: '사유', en: 'Because', ...text(40), of: ({ reason }) => reason },
  { ko: '확인자', en: 'Confirmed by', ...text(12), of: ({ decidedBy }) => decidedBy },
  { ko: '확인일시', en: 'Confirmed', ...INSTANT, of: ({ decidedAt }) => decidedAt },
  { ko: '처리결과', en: 'Outcome', ...text(22), of: ({ outcome }, language) => outcome && OUTCOME_LABELS[outcome][language] },
  { ko: '그 달 동향(건)', en: 'Signals of the month', ...NUMBER, of: ({ signals }) => signals },
  { ko: '전월 동향(건)', en: 'Of the month before', ...NUMBER, of: ({ before }) => before },
];

/** 전망·결과 of a month as a table: what was expected in its order, then what came besides. */
export function resultsTable({ entries, unforeseen }: OutlookResults, language: Language) {
  const rows: Row[] = [...entries, ...unforeseen];
  return { ...tableOf(COLUMNS, rows, language), about: rows.map(({ issueId }) => issueId) };
}

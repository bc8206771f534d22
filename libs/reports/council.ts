import { COUNCIL_WORDS } from '#config/council.js';
import { CHANNELS, OUTCOMES } from '#issues/vocabulary.js';
import { longDay } from '#platform/day-in-words.js';
import type { Block, Item, Outline, Table } from './blocks.js';
import type { CouncilCase, CouncilDocument } from './council-document.js';
import { coverageHeading, coverageItems, riskItems, withHorizon } from './details.js';
import { authorsOf } from './outline.js';
import { plainText } from './plain-text.js';
import {
  CHANNEL_WORDS,
  OFFICE,
  OUTCOME_WORDS,
  listMark,
  plainDay,
  shortMonth,
  titleWithYear,
} from './wording.js';

const MOST_RISKS = 3;

/** What was never asked of anybody, or not of the right one. */
const NOT_ASKED = ['planned', 'refused', 'cancelled'];

/** 의회 제출용 운영현황 of a period, in the order in which the office has submitted it (practice.md 0.3). */
export function councilOf(given: CouncilDocument): Outline {
  const doc = plainText(given);
  const { from, to, on, authors } = doc;
  return {
    title: '시정 리스크 관리 운영현황',
    byline: `(${longDay(on)}, ${OFFICE})`,
    office: OFFICE,
    preparedOn: on,
    head: {
      fields: [
        { label: '문서번호', value: '' },
        { label: '구분', value: '의회 제출용' },
        { label: '대상 기간', value: periodOf(from, to) },
        { label: '작성일', value: plainDay(on) },
      ],
      approvers: [],
      consulted: '',
    },
    lead: [],
    summary: [...background(), ...system(), ...standing(doc)],
    details: [{ kind: 'heading', text: 'Ⅳ. 시정 리스크 이슈 발굴·전파 사례' }, ...casesOf(doc)],
    detailsApart: doc.cases.length > 0,
    attachments: '끝.',
    authors: authorsOf({ authors }, OFFICE, on),
    annex: null,
  };
}

const periodOf = (from: string, to: string): string =>
  from === to ? shortMonth(from) : `${shortMonth(from)}~${shortMonth(to)}`;

const points = (texts: readonly string[]): Block => ({
  kind: 'items',
  items: texts.map((text) => ({ mark: '○', text })),
});

function background(): Block[] {
  return [{ kind: 'heading', text: 'Ⅰ. 리스크 관리 추진배경' }, points(COUNCIL_WORDS.background)];
}

function system(): Block[] {
  const { meaning, difference, system: how, stages } = COUNCIL_WORDS;
  const table: Table = {
    name: 'shares',
    caption: '리스크 관리 체계',
    columns: [
      { head: '단계', width: 20, align: 'center' },
      { head: '내용', width: 160, align: 'left' },
    ],
    rowHeader: 0,
    rows: stages.map((text, index) => [{ text: `${index + 1}단계` }, { text }]),
    note: null,
  };
  return [
    { kind: 'heading', text: 'Ⅱ. 리스크 의의 및 관리 체계' },
    {
      kind: 'items',
      items: [
        { mark: '○', label: '의의', text: meaning, items: [{ mark: '※', text: difference }] },
        { mark: '○', label: '관리 체계', text: how },
      ],
    },
    { kind: 'table', table },
  ];
}

function standing(doc: CouncilDocument): Block[] {
  const { from, to, found, byOutcome, requests, reports } = doc;
  const closed = OUTCOMES.flatMap((outcome) => {
    const count = byOutcome[outcome] ?? 0;
    return count > 0 ? [{ count, text: `${OUTCOME_WORDS[outcome]} ${count}` }] : [];
  });
  const open = found - closed.reduce((sum, { count }) => sum + count, 0);
  const kinds = [...(open > 0 ? [`관리 중 ${open}`] : []), ...closed.map(({ text }) => text)].join(', ');
  const items: Item[] = [
    { mark: '○', label: '기간', text: periodOf(from, to) },
    {
      mark: '○',
      label: '현황',
      text: COUNCIL_WORDS.work,
      items: [{ mark: '→', text: COUNCIL_WORDS.followUp }],
    },
    {
      mark: '○',
      label: '실적',
      text: `이슈 발굴 ${found}건, 월간 리포트 ${reports}회, 실·국 요청 ${requests.sent}건(회신 ${requests.answered}건)`,
    },
    ...(found > 0 ? [{ mark: '○', label: '처리', text: `${found}건 중 ${kinds}` }] : []),
  ];
  return [
    { kind: 'heading', text: 'Ⅲ. 리스크 관리 운영 현황' },
    { kind: 'items', items },
    ...(found > 0 ? [{ kind: 'table' as const, table: channelTable(doc) }] : []),
  ];
}

function channelTable({ found, byChannel }: CouncilDocument): Table {
  const columns = ['구분', '계', ...CHANNELS.map((channel) => CHANNEL_WORDS[channel])];
  const counts = [found, ...CHANNELS.map((channel) => byChannel[channel] ?? 0)];
  return {
    name: 'shares',
    caption: '발굴 경로별 이슈',
    columns: columns.map((head) => ({ head, width: 25, align: 'center' })),
    rowHeader: 0,
    rows: [[{ text: '발굴(건)' }, ...counts.map((count) => ({ text: String(count) }))]],
    note: null,
  };
}

function casesOf({ cases }: CouncilDocument): Block[] {
  if (cases.length === 0) return [points(['해당 없음'])];
  return cases.map((one, index) => ({
    kind: 'issue',
    mark: listMark(index + 1),
    title: titleWithYear(one.title, one.foundIn),
    tag: `[${CHANNEL_WORDS[one.channel]} · ${one.leadDepartment ?? '평가담당관'}]`,
    items: caseItems(one),
  }));
}

function caseItems({ summary, notes, coverage, risks, direction, requests, responses }: CouncilCase): Item[] {
  const asked = requests.filter(({ state }) => direction === 'self' || !NOT_ASKED.includes(state));
  return [
    {
      mark: '-',
      label: '주요내용',
      text: summary,
      items: notes.map((text) => ({ mark: '※', text })),
    },
    ...under(coverageHeading(coverage), coverageItems(coverage)),
    ...under('리 스 크', riskItems(risks, MOST_RISKS)),
    ...under(
      direction === 'self' ? '관리방향' : '요청사항',
      asked.map((request) => ({ mark: '-', text: withHorizon(request) })),
    ),
    ...responses.map(({ department, text }) => ({
      mark: '√',
      label: '부서대응',
      text: `${department} — ${text}`,
    })),
  ];
}

const under = (label: string, items: Item[]): Item[] =>
  items.length > 0 ? [{ mark: '-', label, items }] : [];

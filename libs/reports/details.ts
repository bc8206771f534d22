import { longDay } from '#platform/day-in-words.js';
import { REQUEST_LABELS } from '#actions/vocabulary.js';
import type { Block, Item } from './blocks.js';
import type { ReportDocument, ReportIssue, ToldIssue } from './document.js';
import { briefAlternatives } from './rules/brief-alternatives.js';
import {
  DIRECTION_WORDS,
  GRADE_WORDS,
  HORIZON_WORDS,
  MEASURE_WORDS,
  OUTCOME_WORDS,
  alternativeMark,
  listMark,
  monthWithin,
  reportDay,
  shortDay,
  titleWithYear,
} from './wording.js';

export const MOST_COVERAGE = 3;
const MOST_RISKS = 2;

/** Ⅲ. 이슈별 세부내용 and Ⅳ. 행정사항. */
export function detailsOf(doc: ReportDocument, coverage = MOST_COVERAGE): Block[] {
  const year = doc.month.slice(0, 4);
  const issues: Block[] = doc.issues.map((issue, index) => ({
    kind: 'issue',
    mark: listMark(index + 1),
    title: titleWithYear(issue.title, issue.expectedMonth),
    tag: `[${GRADE_WORDS[issue.grade]} · ${DIRECTION_WORDS[issue.direction]}]`,
    items: issueItems(issue, year, coverage),
  }));
  const none: Block = { kind: 'items', items: [{ mark: '○', text: '해당 없음' }] };
  return [
    { kind: 'heading', text: 'Ⅲ. 이슈별 세부내용' },
    ...(issues.length > 0 ? issues : [none]),
    { kind: 'heading', text: 'Ⅳ. 행정사항' },
    { kind: 'items', items: administrative(doc) },
  ];
}

/** In the order of the layout; what an issue does not have leaves no empty line. */
export function issueItems(issue: ToldIssue, year: string, coverage = MOST_COVERAGE): Item[] {
  const items: Item[] = [];
  if (issue.summary || issue.notes.length > 0) {
    items.push({
      mark: '-',
      label: '주요내용',
      text: issue.summary,
      items: issue.notes.map((text) => ({ mark: '※', text })),
    });
  }
  if (issue.coverage.length > 0) {
    const found = coverageItems(issue.coverage, coverage);
    items.push({ mark: '-', label: coverageHeading(issue.coverage), items: found });
  }
  if (issue.risks.length > 0) items.push({ mark: '-', label: '리 스 크', items: riskItems(issue.risks) });
  items.push(...(issue.direction === 'self' ? [managementItem(issue)] : requestItems(issue, year)));
  if (issue.alternatives.length > 0) items.push(alternativesItem(issue.alternatives));
  if (issue.outcome) items.push({ mark: '-', label: '처리결과', text: OUTCOME_WORDS[issue.outcome] });
  return [...items, ...responseItems(issue, year)];
}

/** 관련보도 for press, 관련동향 for anything else, both where both are: short enough for one line beside them. */
export function coverageHeading(coverage: ReportIssue['coverage']): string {
  const press = coverage.filter(({ channel }) => channel === 'press').length;
  if (press === coverage.length) return '관련보도';
  return press === 0 ? '관련동향' : '보도·동향';
}

/** The first of them, then how many more. */
export function coverageItems(coverage: ReportIssue['coverage'], most = MOST_COVERAGE): Item[] {
  const shown = coverage.slice(0, most).map(({ title, outlet, publishedOn, count }) => {
    const source = [publishedOn ? reportDay(publishedOn) : null, outlet].filter(Boolean).join(' ');
    const origin = [source, count !== null && count > 1 ? `${count.toLocaleString('en-US')}건` : null]
      .filter(Boolean)
      .join(', ');
    return { mark: '▶', text: origin ? `${title} (${origin})` : title };
  });
  const last = shown.at(-1);
  const others = coverage.length - shown.length;
  if (last && others > 0) last.text += ` 외 ${others}건`;
  return shown;
}

/** The first of them, then how many more. */
export function riskItems(risks: ReportIssue['risks'], most = MOST_RISKS): Item[] {
  const items = risks.slice(0, most).map(riskItem);
  const others = risks.length - items.length;
  const last = items.at(-1);
  if (last && others > 0) last.text += ` 외 ${others}건`;
  return items;
}

function riskItem({ text, footnote }: ReportIssue['risks'][number]): Item {
  if (!footnote) return { mark: '-', text };
  const marked = text.includes('*') ? text : `${text}*`;
  return { mark: '-', text: marked, items: [{ mark: '*', text: footnote.replace(/^\*\s*/, '') }] };
}

function requestItems(issue: ToldIssue, year: string): Item[] {
  const live = issue.requests.filter(({ state }) => state !== 'cancelled');
  if (live.length === 0) return [];
  const differ = live.some(({ state }) => state !== live[0]?.state);
  const items = live.map((request) => {
    const department = request.department === issue.leadDepartment ? null : request.department;
    return { mark: '-', text: requestLine({ ...request, department }, year, differ) };
  });
  return [{ mark: '-', label: '요청사항', items }];
}

/** What is asked, of whom and until when, and where it stands if that is to be said. */
export function requestLine(
  request: ReportIssue['requests'][number],
  year: string,
  standing: boolean,
): string {
  const due = request.dueOn ? `${shortDay(request.dueOn, year)}까지` : null;
  const state = standing ? REQUEST_LABELS[request.state].ko : null;
  const remarks = [request.department, due, state].filter(Boolean).join(', ');
  return `${withHorizon(request)}${remarks ? ` (${remarks})` : ''}`;
}

export function withHorizon({ horizon, text }: { horizon: 'short' | 'long' | null; text: string }): string {
  return horizon ? `(${HORIZON_WORDS[horizon]}) ${text}` : text;
}

/** Of an issue the office manages itself: nobody is asked, so the line says how it is watched. */
function managementItem(issue: ToldIssue): Item {
  const own = issue.requests.filter(({ state }) => state !== 'cancelled').map(withHorizon);
  if (own.length > 1)
    return { mark: '-', label: '관리방향', items: own.map((text) => ({ mark: '-', text })) };
  return { mark: '-', label: '관리방향', text: own[0] ?? '동향 관찰, 쟁점 확산 시 실·국 대응으로 전환' };
}

export function alternativesItem(all: ReportIssue['alternatives']): Item {
  const alternatives = briefAlternatives(all);
  const named = alternatives.map(({ horizon, text, chosen }, index) => {
    const what = horizon === 'none' ? text || '현행 유지(모니터링)' : withHorizon({ horizon, text });
    return `${alternativeMark(index + 1)} ${what}${chosen ? '(채택)' : ''}`;
  });
  const recommended = alternatives.flatMap((alternative, index) => {
    if (!alternative.recommended) return [];
    const reasons = [
      alternative.effect && `효과 : ${alternative.effect}`,
      alternative.cost && `예산 : ${alternative.cost}`,
      alternative.sideEffect && `부작용 : ${alternative.sideEffect}`,
    ].filter(Boolean);
    const why = reasons.length > 0 ? `(${reasons.join(' / ')})` : '';
    return [`→ 권고 ${alternativeMark(index + 1)}${why}`];
  });
  return { mark: '-', label: '간략대안', text: [...named, ...recommended].join(' ') };
}

function responseItems(issue: ToldIssue, year: string): Item[] {
  const asked = issue.direction === 'department' && issue.requests.some(({ state }) => state !== 'cancelled');
  if (issue.responses.length === 0)
    return asked && !issue.outcome ? [{ mark: '√', label: '부서대응', text: '회신 대기' }] : [];
  return issue.responses.map((response) => ({
    mark: '√',
    label: '부서대응',
    text: responseLine(response, year),
  }));
}

/** Who answered when and what, and how far it is. */
export function responseLine(
  { department, answeredOn, docNo, text, status, progress }: ReportIssue['responses'][number],
  year: string,
): string {
  const standing = [
    status ? MEASURE_WORDS[status] : null,
    progress === null ? null : `진도율 ${progress}%`,
  ].filter(Boolean);
  const answer = `${text}${standing.length > 0 ? `(${standing.join(', ')})` : ''}`;
  return `${department}, ${shortDay(answeredOn, year)} 회신${docNo ? `(${docNo})` : ''} — ${answer}`;
}

function administrative(doc: ReportDocument): Item[] {
  const items: Item[] = (doc.ownLines?.remarks ?? []).map((text) => ({ mark: '○', text }));
  const waiting = doc.issues.some(
    ({ direction, outcome, requests }) =>
      direction === 'department' &&
      !outcome &&
      requests.some(({ state }) => ['planned', 'delivered', 'acknowledged', 'returned'].includes(state)),
  );
  if (waiting) items.push({ mark: '○', text: '실·국 : 요청사항 조치계획 회신(기한 이슈별 표기)' });
  if (doc.next.on >= doc.preparedOn) {
    const month = monthWithin(doc.next.month, doc.month.slice(0, 4));
    items.push({ mark: '○', text: `다음 보고 : ${longDay(doc.next.on)} ${month} 예상 이슈` });
  }
  return items.length > 0 ? items : [{ mark: '○', text: '해당 없음' }];
}

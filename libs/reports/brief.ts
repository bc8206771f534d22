import type { Block, Item, Outline } from './blocks.js';
import type { BriefDocument, BriefIssue } from './brief-document.js';
import {
  alternativesItem,
  coverageHeading,
  coverageItems,
  requestLine,
  responseLine,
  riskItems,
} from './details.js';
import { fitsOnePage } from './hwpx.js';
import { authorsOf } from './outline.js';
import { plainText } from './plain-text.js';
import { briefPlans } from './rules/brief-plans.js';
import { inBrief } from './rules/in-brief.js';
import { longDay } from '#platform/day-in-words.js';
import { DIRECTION_WORDS, GRADE_WORDS, OFFICE, OUTCOME_WORDS, monthWithin, shortDay } from './wording.js';

/** On paper as the information disclosure law has it; the words of the security rules are for other papers. */
export const RESTRICTED = '열람 제한 · 비공개(정보공개법 제9조제1항제5호)';

/** How much is told: texts in characters, the others in number. What is longer or more is in the issue itself. */
interface Room {
  summary: number;
  text: number;
  phrase: number;
  notes: number;
  risks: number;
  requests: number;
  responses: number;
  plans: number;
}

/** The most first: a brief takes the first with which it has room on one page. */
const ROOMS: [Room, ...Room[]] = [
  { summary: 500, text: 250, phrase: 120, notes: 3, risks: 5, requests: 6, responses: 4, plans: 8 },
  { summary: 300, text: 130, phrase: 60, notes: 2, risks: 3, requests: 4, responses: 3, plans: 6 },
  { summary: 200, text: 90, phrase: 50, notes: 1, risks: 3, requests: 3, responses: 2, plans: 5 },
  { summary: 120, text: 60, phrase: 30, notes: 1, risks: 2, requests: 2, responses: 2, plans: 4 },
];

/** Of a closed issue nothing is to come any more. */
const nothing = ({ outcome }: BriefIssue): Item[] => [
  { mark: '○', text: outcome ? '해당 없음(종결)' : '등록 전' },
];

/** 현안보고: one issue on one page, as it stands at this moment (practice.md 2.4). */
export function briefOf(given: BriefDocument): Outline {
  const doc = plainText(given);
  const [least, ...more] = ROOMS.map((room) => told(doc, room)).toReversed();
  return more.toReversed().find(fitsOnePage) ?? least!;
}

function told(doc: BriefDocument, room: Room): Outline {
  const { on, time, confidential, issue } = doc;
  return {
    marking: confidential ? RESTRICTED : null,
    title: `[현안보고] ${issue.title}`,
    byline: `(${longDay(on)} ${time} 현재, ${OFFICE})`,
    office: OFFICE,
    preparedOn: on,
    head: { fields: fieldsOf(doc), approvers: [], consulted: '' },
    lead: [standing(doc)],
    summary: bodyOf(doc, room),
    details: [],
    detailsApart: false,
    attachments: '',
    authors: authorsOf({ authors: doc.authors }, OFFICE, on),
    annex: null,
  };
}

const gradeOf = ({ grade }: BriefIssue): string => (grade ? GRADE_WORDS[grade] : '평가 중');
const directionOf = ({ direction }: BriefIssue): string =>
  direction ? DIRECTION_WORDS[direction] : '결정 전';

/** The day where it is known, else the month. */
function expected({ issue, on }: BriefDocument): string | null {
  const year = on.slice(0, 4);
  if (issue.expectedOn) return shortDay(issue.expectedOn, year);
  return issue.expectedMonth && monthWithin(issue.expectedMonth, year);
}

function fieldsOf(doc: BriefDocument): Outline['head']['fields'] {
  const { issue, confidential } = doc;
  return [
    { label: '이슈번호', value: issue.number },
    { label: '중요도', value: gradeOf(issue) },
    { label: '예상 시기', value: expected(doc) ?? '미정' },
    { label: '대응방향', value: directionOf(issue) },
    { label: '공개여부', value: confidential ? '열람 제한' : '비공개(5)' },
  ];
}

/** What a superior wants to know first: when, how heavy, in whose hands. */
function standing(doc: BriefDocument): string {
  const { issue } = doc;
  if (issue.outcome) return `종결 : ${OUTCOME_WORDS[issue.outcome]}`;
  const when = expected(doc);
  const surfaces = when ? `${when} 쟁점화 예상` : '예상 시기 미정';
  const whose = issue.leadDepartment ? `${issue.leadDepartment} 주관` : '주관부서 미지정';
  const late = issue.requests.filter(({ overdue }) => overdue).length;
  const answers = late > 0 ? `, 회신기한 경과 ${late}건` : '';
  return `${surfaces}, 중요도 ${gradeOf(issue)}, ${whose}(${directionOf(issue)})${answers}`;
}

function bodyOf(doc: BriefDocument, room: Room): Block[] {
  const { issue } = doc;
  const risks = issue.risks.map(({ text, footnote }) => ({
    text: inBrief(text, room.text),
    footnote: footnote && inBrief(footnote, room.phrase),
  }));
  const sections: [string, Item[]][] = [
    ['현황', presentOf(doc, room)],
    ['문제점 및 예상 위험', riskItems(risks, room.risks).map((item) => ({ ...item, mark: '○' }))],
    ['대응 방향', responseOf(doc, room)],
    ['향후 계획', plansOf(doc, room)],
  ];
  return sections.map(([label, items]) => ({
    kind: 'items',
    items: [{ mark: '□', label }, ...(items.length > 0 ? items : nothing(issue))],
  }));
}

function presentOf({ issue, gradeReasons, signals }: BriefDocument, room: Room): Item[] {
  const notes = issue.notes
    .slice(0, room.notes)
    .map((text) => ({ mark: '※', text: inBrief(text, room.text) }));
  const reasons = gradeReasons.length > 0 ? `(${gradeReasons.join(', ')})` : '';
  const reason = issue.expectedReason
    ? [{ mark: '○', label: '예상 사유', text: inBrief(issue.expectedReason, room.text) }]
    : [];
  const count = `최근 4주 ${signals.recent}건(직전 4주 ${signals.before}건)`;
  const coverage = newestFirst(issue.coverage).map((one) => ({
    ...one,
    title: inBrief(one.title, room.phrase),
  }));
  return [
    { mark: '○', text: inBrief(issue.summary, room.summary), items: notes },
    { mark: '○', label: '중요도', text: `${gradeOf(issue)}${reasons}` },
    ...reason,
    ...(coverage.length > 0
      ? [{ mark: '○', label: coverageHeading(coverage), text: count, items: coverageItems(coverage) }]
      : []),
  ];
}

const newestFirst = (coverage: BriefIssue['coverage']): BriefIssue['coverage'] =>
  coverage.toSorted((a, b) => ((a.publishedOn ?? '') < (b.publishedOn ?? '') ? 1 : -1));

function responseOf({ issue, on }: BriefDocument, room: Room): Item[] {
  const helping = inBrief(issue.supportingDepartments.join('·'), room.text);
  const lead = `${issue.leadDepartment ?? '미지정'}${helping ? `(협조 ${helping})` : ''}`;
  const agenda = issue.agenda ? ', 부시장 주재 현안회의 상정' : '';
  const asked = issue.requests.map((one) =>
    requestLine({ ...one, text: inBrief(one.text, room.text) }, on.slice(0, 4), true),
  );
  const answers = issue.responses.map((one) =>
    responseLine({ ...one, text: inBrief(one.text, room.text) }, on.slice(0, 4)),
  );
  const alternatives = alternativesItem(
    issue.alternatives.map(({ text, effect, cost, sideEffect, ...one }) => ({
      ...one,
      text: inBrief(text, room.phrase),
      effect: effect && inBrief(effect, room.phrase),
      cost: cost && inBrief(cost, room.phrase),
      sideEffect: sideEffect && inBrief(sideEffect, room.phrase),
    })),
  );
  return [
    { mark: '○', text: `${directionOf(issue)}, 주관 ${lead}${agenda}` },
    ...listed('요청사항', asked, room.requests),
    ...listed('부서대응', answers, room.responses),
    ...(issue.alternatives.length > 0 ? [{ ...alternatives, mark: '○' }] : []),
  ];
}

function plansOf(doc: BriefDocument, room: Room): Item[] {
  const year = doc.on.slice(0, 4);
  const plans = briefPlans(doc).map(({ on, text }) => (on ? `${shortDay(on, year)} ${text}` : text));
  return lines(plans, room.plans).map((text) => ({ mark: '○', text }));
}

/** Under a label of its own; nothing where there is none. */
function listed(label: string, texts: string[], most: number): Item[] {
  if (texts.length === 0) return [];
  return [{ mark: '○', label, items: lines(texts, most).map((text) => ({ mark: '-', text })) }];
}

/** The first of them, the last of which says how many more there are. */
function lines(texts: string[], most: number): string[] {
  const others = texts.length - most;
  const shown = texts.slice(0, most);
  return others > 0 ? [...shown.slice(0, -1), `${shown.at(-1)} 외 ${others}건`] : shown;
}

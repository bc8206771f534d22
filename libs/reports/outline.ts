import { annexOf } from './annex.js';
import type { Block, Outline } from './blocks.js';
import { correctionOf } from './correction.js';
import { detailsOf, MOST_COVERAGE } from './details.js';
import type { ReportDocument, ReportSheet } from './document.js';
import { detailsFitOnePage } from './hwpx.js';
import { plainText } from './plain-text.js';
import { leadOf, summaryOf } from './summary.js';
import { longDay } from '#platform/day-in-words.js';
import { OFFICE, editionWord, fullMonth, plainDay } from './wording.js';

/** With more issues than this no size brings their details onto one page. */
const MOST_ON_TWO_PAGES = 8;

/** Two spaces, as official letters set behind 붙임 and before 끝. */
const WIDE = '\u00A0 ';

const APPROVERS = ['주무관', '팀장', '평가담당관', '정책기획관', '기획조정실장'];

/** The report as the ordered blocks that HTML and PDF both print. */
export function outlineOf(given: ReportDocument): Outline {
  const doc = inOrder(plainText(given));
  const all = outlineWith(doc, MOST_COVERAGE);
  if (doc.issues.length > MOST_ON_TWO_PAGES) return all;
  // Two pages are worth more than a second headline: what is left out is counted.
  return [all, ...[2, 1].map((coverage) => outlineWith(doc, coverage))].find(detailsFitOnePage) ?? all;
}

function outlineWith(doc: ReportDocument, coverage: number): Outline {
  const { sheet = {}, preparedOn } = doc;
  const office = sheet.office ?? OFFICE;
  const edition = editionWord(doc.edition, doc.draft);
  const annex = annexOf(doc);
  const byline = [longDay(preparedOn), office, ...(doc.edition > 1 || doc.draft ? [edition] : [])].join(', ');
  return {
    title: `${fullMonth(doc.month)} 예상 시정 리스크 이슈 보고`,
    byline: `(${byline})`,
    office,
    preparedOn,
    head: headOf(sheet, edition),
    lead: leadOf(doc),
    summary: [...correctionOf(doc), ...summaryOf(doc)],
    details: detailsOf(doc, coverage),
    detailsApart: doc.issues.length > 0,
    attachments: attachmentsOf(annex),
    authors: authorsOf(sheet, office, preparedOn),
    annex: bound(annex),
  };
}

interface Part {
  title: string;
  blocks: Block[];
}

/** `1. ` before each, unless there is only one. */
const nth = (parts: Part[], index: number): string => (parts.length > 1 ? `${index + 1}. ` : '');

function attachmentsOf(parts: Part[]): string {
  if (parts.length === 0) return '끝.';
  const named = parts.map(({ title }, index) => `${nth(parts, index)}${title} 1부.`);
  return ['붙임', ...named, '끝.'].join(WIDE);
}

/** All of it as one: the first part heads the page, the others follow. */
function bound(parts: Part[]): Outline['annex'] {
  const headed = (index: number): string => `붙임${WIDE}${nth(parts, index)}${parts[index]!.title}`;
  const [first, ...rest] = parts;
  if (!first) return null;
  const others = rest.flatMap(({ blocks }, index): Block[] => [
    { kind: 'heading', text: headed(index + 1) },
    ...blocks,
  ]);
  return { title: headed(0), blocks: [...first.blocks, ...others] };
}

/** By rank; the places printed are those of this copy, so an issue left out of it leaves no gap. */
function inOrder(doc: ReportDocument): ReportDocument {
  return { ...doc, issues: doc.issues.toSorted((a, b) => a.rank - b.rank) };
}

function headOf(sheet: ReportSheet, edition: string): Outline['head'] {
  return {
    fields: [
      { label: '문서번호', value: sheet.documentNo ?? '' },
      { label: '결재일자', value: sheet.approvedOn ? plainDay(sheet.approvedOn) : '' },
      { label: '공개여부', value: sheet.disclosure ?? '비공개(5)' },
      { label: '방침번호', value: sheet.policyNo ?? '' },
      { label: '구분', value: edition },
    ],
    approvers: sheet.approvers ?? APPROVERS,
    consulted: (sheet.consulted ?? []).join(', '),
  };
}

/** 작성자 and the day, at the foot of every paper. */
export function authorsOf(sheet: ReportSheet, office: string, preparedOn: string): string {
  const people = (sheet.authors ?? []).map(
    ({ position, name, phone }) => `${position} ${name}${phone ? `(${phone})` : ''}`,
  );
  return [`작성자 ${people.length > 0 ? people.join(' · ') : office}`, `작성일 ${plainDay(preparedOn)}`].join(
    ' / ',
  );
}

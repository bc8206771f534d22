import { ANNEX_TITLE, annexOf } from './annex.js';
import type { Outline } from './blocks.js';
import { detailsOf } from './details.js';
import type { ReportDocument, ReportSheet } from './document.js';
import { plainText } from './plain-text.js';
import { leadOf, summaryOf } from './summary.js';
import { longDay } from '#platform/day-in-words.js';
import { OFFICE, editionWord, fullMonth, plainDay } from './wording.js';

/** Two spaces, as official letters set behind 붙임 and before 끝. */
const WIDE = '\u00A0 ';

const APPROVERS = ['주무관', '팀장', '평가담당관', '정책기획관', '기획조정실장'];

/** The report as the ordered blocks that HTML and PDF both print. */
export function outlineOf(given: ReportDocument): Outline {
  const doc = inOrder(plainText(given));
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
    lead: [...leadOf(doc), ...(doc.correction ? [`※ 정정사항 : ${doc.correction}`] : [])],
    summary: summaryOf(doc),
    details: detailsOf(doc),
    detailsApart: doc.issues.length > 0,
    attachments: annex.length > 0 ? `붙임${WIDE}${ANNEX_TITLE} 1부.${WIDE}끝.` : '끝.',
    authors: authorsOf(sheet, office, preparedOn),
    annex: annex.length > 0 ? { title: `붙임${WIDE}${ANNEX_TITLE}`, blocks: annex } : null,
  };
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

function authorsOf(sheet: ReportSheet, office: string, preparedOn: string): string {
  const people = (sheet.authors ?? []).map(
    ({ position, name, phone }) => `${position} ${name}${phone ? `(${phone})` : ''}`,
  );
  return [`작성자 ${people.length > 0 ? people.join(' · ') : office}`, `작성일 ${plainDay(preparedOn)}`].join(
    ' / ',
  );
}

import { longDay } from '#platform/day-in-words.js';
import type { Block, Outline } from './blocks.js';
import { RESTRICTED } from './brief.js';
import { issueItems } from './details.js';
import { authorsOf } from './outline.js';
import { plainText } from './plain-text.js';
import type { RestrictedDocument } from './restricted-document.js';
import {
  DIRECTION_WORDS,
  fullMonth,
  gradeCounts,
  GRADE_WORDS,
  listMark,
  OFFICE,
  titleWithYear,
} from './wording.js';

/** 열람 제한 별책 of one reader: marked, named, and without any count or chart of the report. */
export function restrictedOf(given: RestrictedDocument): Outline {
  const doc = plainText(given);
  const { month, on, time, reader, issues } = doc;
  const told: Block[] = issues.map((issue, index) => ({
    kind: 'issue',
    mark: listMark(index + 1),
    title: `[${issue.number}] ${titleWithYear(issue.title, issue.expectedMonth)}`,
    tag: `[${GRADE_WORDS[issue.grade]} · ${DIRECTION_WORDS[issue.direction]}]`,
    items: issueItems(issue, month.slice(0, 4)),
  }));
  return {
    marking: RESTRICTED,
    title: `${fullMonth(month)} 예상 시정 리스크 이슈 보고 별책(열람 제한)`,
    byline: `(${longDay(on)} ${time} 현재, ${OFFICE})`,
    office: OFFICE,
    preparedOn: on,
    head: {
      fields: [
        { label: '구분', value: '별책(열람 제한)' },
        { label: '열람자', value: reader },
        { label: '공개여부', value: '비공개(5)' },
      ],
      approvers: [],
      consulted: '',
    },
    lead: [`열람 제한 이슈 ${issues.length}건(${gradeCounts(issues)}), 지정된 열람자 외 배부·복사 금지`],
    // Typst refuses a document whose headings skip a level, and issues are headings below a chapter.
    summary: [{ kind: 'heading', text: '이슈별 세부내용' }, ...told],
    details: [],
    detailsApart: false,
    attachments: '',
    authors: authorsOf({ authors: doc.authors }, OFFICE, on),
    annex: null,
  };
}

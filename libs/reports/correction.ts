import type { Grade } from '#issues/vocabulary.js';
import type { Block } from './blocks.js';
import type { ReportDocument } from './document.js';
import type { EditionChange } from './rules/edition-changes.js';
import { CHANGE_OF_EDITION_WORDS, GRADE_WORDS, monthWithin } from './wording.js';

// Page 1 is what a vice mayor reads: a long list is no correction but another report.
const SHOWN = 6;

/** 정정사항: what this edition says otherwise than the one before it; nothing of the first. */
export function correctionOf({ edition, changes, month }: ReportDocument): Block[] {
  if (edition < 2 || !changes) return [];
  const label = `정정사항(제${edition - 1}차 대비)`;
  if (changes.length === 0) {
    const text = '이슈·중요도·예상 시기·주관부서 변동 없음(세부내용 정정)';
    return [{ kind: 'items', items: [{ mark: '□', label, text }] }];
  }
  const items = changes.slice(0, SHOWN).map((change) => ({
    mark: '-',
    label: CHANGE_OF_EDITION_WORDS[change.kind],
    text: wordsOf(change, month.slice(0, 4)),
  }));
  const others = changes.length - items.length;
  if (others > 0) items.at(-1)!.text += ` 외 ${others}건`;
  return [{ kind: 'items', items: [{ mark: '□', label, items }] }];
}

function wordsOf({ kind, title, from, to }: EditionChange, year: string): string {
  const change = (of: (value: string) => string) => {
    const [was, is] = [from, to].map((value) => (value === null ? '미지정' : of(value)));
    return `${title}(${was} → ${is})`;
  };
  switch (kind) {
    case 'new':
      return `${title}(${GRADE_WORDS[to as Grade]})`;
    case 'gone':
      return title;
    case 'grade':
      return change((grade) => GRADE_WORDS[grade as Grade]);
    case 'month':
      return change((month) => monthWithin(month, year));
    case 'lead':
      return change((department) => department);
  }
}

import type { Direction, Grade } from '#issues/vocabulary.js';
import type { Block, Item } from './blocks.js';
import type { EditionChange, ReportDocument } from './document.js';
import type { ChangeOfIssue } from './vocabulary.js';
import { CHANGE_OF_EDITION_WORDS, DIRECTION_WORDS, GRADE_WORDS, monthWithin, shortDay } from './wording.js';

// Page 1 is what a vice mayor reads: a long list is no correction but another report.
const SHOWN = 6;
const TITLES = 3;

/** 정정사항: why there is this edition, and what it says otherwise than the one before it; nothing of the first. */
export function correctionOf({ edition, changes, month, ownLines }: ReportDocument): Block[] {
  if (edition < 2 || !changes) return [];
  const reason = ownLines?.correctionReason;
  const items = [
    ...(reason ? [{ mark: '-', label: '정정 사유', text: reason }] : []),
    ...(changes.length > 0 ? itemsOf(changes, month.slice(0, 4)) : [UNCHANGED]),
  ];
  return [{ kind: 'items', items: [{ mark: '□', label: `정정사항(제${edition - 1}차 대비)`, items }] }];
}

const UNCHANGED: Item = { mark: '-', text: '기재 내용 변동 없음(문서번호·작성일 제외)' };

function itemsOf(changes: readonly EditionChange[], year: string): Item[] {
  const told = changes.filter(({ kind, number }) => number !== null && kind !== 'text');
  const texts = changes.filter(({ kind }) => kind === 'text').map(({ title }) => title);
  const whole = changes.filter(({ number }) => number === null);
  const items = told.slice(0, SHOWN).map((change) => ({
    mark: '-',
    label: CHANGE_OF_EDITION_WORDS[change.kind],
    text: wordsOf(change, year),
  }));
  if (told.length > SHOWN) items.at(-1)!.text += ` 외 ${told.length - SHOWN}건`;
  if (texts.length > 0) {
    const more = texts.length > TITLES ? ` 외 ${texts.length - TITLES}건` : '';
    const text = texts.slice(0, TITLES).join(', ') + more;
    items.push({ mark: '-', label: CHANGE_OF_EDITION_WORDS.text, text });
  }
  if (whole.length > 0) {
    const text = whole.map(({ kind }) => CHANGE_OF_EDITION_WORDS[kind]).join(', ');
    items.push({ mark: '-', label: '그 밖의 내용', text });
  }
  return items;
}

function wordsOf({ kind, title, from, to }: EditionChange, year: string): string {
  const change = (of: (value: string) => string, none = '미지정') => {
    const [was, is] = [from, to].map((value) => (value === null ? none : of(value)));
    return `${was} → ${is}`;
  };
  switch (kind as ChangeOfIssue) {
    case 'new':
      return `${title}(${GRADE_WORDS[to as Grade]})`;
    case 'gone':
    case 'text':
      return title!;
    case 'title':
      return change((text) => text);
    case 'grade':
      return `${title}(${change((grade) => GRADE_WORDS[grade as Grade])})`;
    case 'direction':
      return `${title}(${change((direction) => DIRECTION_WORDS[direction as Direction])})`;
    case 'month':
      return `${title}(${change((month) => monthWithin(month, year))})`;
    case 'day':
      return `${title}(${change((day) => shortDay(day, year), '일자 미정')})`;
    case 'lead':
      return `${title}(${change((department) => department)})`;
  }
}

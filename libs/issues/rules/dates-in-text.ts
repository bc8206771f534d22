import { addDays, daysBetween, isDay, lastDayOf, type Holidays } from '#platform/calendar.js';
import { datesByName } from './dates-by-name.js';

/** A date of the future that a text names. */
export interface StatedDate {
  /** `YYYY-MM`. */
  month: string;
  /** `YYYY-MM-DD`, null where the text names only the month. */
  day: string | null;
  /** Something ends then (만료, 유예, 종료 …). */
  expires: boolean;
  /** The date as reports print it, with the words of the text. */
  phrase: string;
}

// 2026. 12. 31. · 2026-12-31 · 2026년 12월 31일 · '26. 12. 31. · '26. 12월 · 2026년 12월 · 2026. 3. ~ 2027. 2.
const WITH_YEAR =
  /(?:(20\d\d)|['‘’](\d\d))\s?[.년/-]\s?(1[0-2]|0?[1-9])(?:\s?[.월/-]\s?(3[01]|[12]\d|0?[1-9])(?![\d월])\s?[.일]?|\s?월|(?<=[~∼-]\s?['‘’\d. 년]{5,10})(?!\d))/gu;
// 내년 3월 · 올해 12월 31일 · 12월 31일 · 12월 말 · 12. 31.
const WITHOUT_YEAR =
  /(?:(내년|올해|금년)\s?|(?<![\d'‘’년]\s?|\d\.\s?))(1[0-2]|0?[1-9])(?:월(?:\s?(3[01]|[12]\d|0?[1-9])일)?|\.\s?(3[01]|[12]\d|0?[1-9])\.)/gu;
const EXPIRES = /만료|종료|끝나|일몰|유예|만기|도래|해지|기한|계약이? 끝/u;
const TAKES_PLACE =
  /예정|시행|개최|발표|선고|개통|마감|시작|부터|까지|착공|준공|완공|개장|개관|실시|심의|의결|공청회|파업|돌입|인상|결정|공고|재개|도입|열리|예고|전환|개막|철거|예상|전망|예보|앞두|앞둔|(?:에|를|을) ?대비|신고|집회|운집|개학|정점|폐지|폐쇄|중단|가동|입주|평가|조사|행사|축제|(?<=\S\s)계획(?!\s?(?:수립|작성|대비|대로|에 따[라른]))/u;
const GONE = /(지난|작년|전년|매년|해마다|동월|당시)\s?(해\s?)?$/u;
const WAS = /^\s?(?:\d{1,2}일)?(?:에|부터|까지)?\s?(?:이후|발생|기준|당시|대비|기록|말 기준|시행된|있었)/u;

/** What follows the cue when it has taken place already: 착공한 공사, 소진되어, 시행됐다. */
const TOOK_PLACE = /^(?:[한된](?!다)|했|됐|하였|되었|하던|되던)/u;
/** What is foreseen still lies ahead when that was said (예고된 파업, 예보됐다), unless it did not come (예정됐던 개통). */
const FORESEEN = /^(?:예정|예고|예보|예상|전망|계획)$/u;
const WAS_FORESEEN = /^(?:됐|되었|했|하였|하|되)던/u;
/** A verb in the past. */
const PAST =
  /(?<!(?:기로|[다라자]고)\s?)[았었였했됐났졌겼쳤](?:던|음|으|다|고|는데|지만)|(?:소진|완료|종료|마감)(?:된|되어|돼|됨)/u;
// 11월 초 is over on the 11th.
const PART_OF_MONTH = /^\s?(초순|상순|중순|초)/u;
const PART_ENDS: Readonly<Record<string, number>> = { 초: 10, 초순: 10, 상순: 10, 중순: 20 };
/** The second of two dates: what lasts until then ends. */
const RANGE_END = /\d\s?[.월일년]?\s?[~∼]\s?$/u;

const CUE_AFTER = 30;
const CUE_BEFORE = 10;
// Without a year, a date further ahead than this was more probably meant as the last one.
const REACH_DAYS = 300;
// With a year but no word that says what happens then, further ahead is a plan's horizon.
const PLAN_DAYS = 366;
// Without a year nor such a word: the months that the next reports speak of.
const NEXT_REPORTS_DAYS = 62;
// Without a year, further ahead than this the last time is nearer than the next.
const HALF_YEAR_DAYS = 183;

/**
 * The dates a plain text names from today (`YYYY-MM-DD`) on, nearest first. A date without a year counts only beside a word that
 * says something happens or ends then, or as a month of the next two, and means its next occurrence. `dates-by-name.ts` knows those
 * that have no figure (다음 달, 연말, 내년 초).
 */
export function datesIn(text: string, today: string, holidays: Holidays = {}): StatedDate[] {
  const found = [...withYear(text, today), ...withoutYear(text, today), ...named(text, today, holidays)];
  return found.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
}

function sortKey({ month, day }: StatedDate): string {
  return day ?? `${month}-99`;
}

function* withYear(text: string, today: string): Generator<StatedDate> {
  for (const match of text.matchAll(WITH_YEAR)) {
    const year = match[1] ?? `20${match[2]}`;
    const stated = state(`${year}-${two(match[3])}`, match[4], match, text, today);
    if (!stated) continue;
    const ahead = daysBetween(today, stated.day ?? `${stated.month}-01`);
    if (cueOf(text, match) || ahead <= PLAN_DAYS) yield stated;
  }
}

function* withoutYear(text: string, today: string): Generator<StatedDate> {
  for (const match of text.matchAll(WITHOUT_YEAR)) {
    const [, when, month, dayOfMonth, dottedDay] = match;
    if (GONE.test(text.slice(0, match.index)) || isPast(text, match)) continue;
    const cue = cueOf(text, match);
    const thisYear = Number(today.slice(0, 4));
    const years = when === '내년' ? [thisYear + 1] : when ? [thisYear] : [thisYear, thisYear + 1];
    for (const year of years) {
      const stated = state(`${year}-${two(month)}`, dayOfMonth ?? dottedDay, match, text, today);
      if (!stated || (!when && isOver(stated, text, match, today))) continue;
      const ahead = daysBetween(today, stated.day ?? `${stated.month}-01`);
      if (!when && ahead > HALF_YEAR_DAYS && !cue?.expires && AFTERWARDS.test(after(text, match))) break;
      const soon = ahead > 0 && ahead <= (when ? PLAN_DAYS : NEXT_REPORTS_DAYS);
      if (cue ? ahead <= REACH_DAYS || when : soon) yield stated;
      break;
    }
  }
}

/** What was meant for then, and did not come. */
const INTENDED =
  /예정이(?:었|던)|[하되]?려던|려(?:고)? 했|(?:예정|예고|예보|예상|전망|계획)(?:된\s|(?:됐|되었|했|하였)(?:으나|지만|는데)).{0,16}(?:취소|철회|연기|무산|불발|백지화)(?!.{0,4}(?:요구|촉구|우려|주장|가능|검토|여부|청원|않))/u;
/** "다음 주 보수 예정": when it is mended, and not when it comes up. */
const MENDED =
  /^[^,]{0,12}?(?:보수|수리|수정|교체|정비|보완|재인쇄)(?:를|을)?\s?(?:할\s?(?:예정|계획|수 있)|예정|계획|하기로|가능)/u;
/** "9월 예보된 태풍 이후 복구 지연": what came after it, and nothing that is still to come. */
const AFTERWARDS = /\S\s이후(?!.*(?:예정|예상|전망|우려|계획|대비))/u;

/** Without a year, what the clause says has taken place was of last time. */
function isPast(text: string, match: RegExpMatchArray): boolean {
  const clause = after(text, match);
  if (WAS.test(clause) || INTENDED.test(clause) || MENDED.test(clause)) return true;
  const cue = TAKES_PLACE.exec(clause);
  const behind = cue ? clause.slice(cue.index + cue[0].length) : '';
  if (cue && (FORESEEN.test(cue[0]) ? WAS_FORESEEN : TOOK_PLACE).test(behind)) return true;
  return PAST.test(clause.slice(0, cue?.index)) && !EXPIRES.test(clause);
}

/** A part of this month that is behind us. */
function isOver({ month }: StatedDate, text: string, match: RegExpMatchArray, today: string): boolean {
  const part = PART_OF_MONTH.exec(after(text, match));
  return !!part && month === today.slice(0, 7) && Number(today.slice(8)) > PART_ENDS[part[1]!]!;
}

/** What is said of a date, in the same clause. */
function after(text: string, match: RegExpMatchArray): string {
  const end = (match.index ?? 0) + match[0].length;
  return text.slice(end, end + CUE_AFTER).split(/[;!?]|\. /u)[0]!;
}

function named(text: string, today: string, holidays: Holidays): StatedDate[] {
  return datesByName(text, today, holidays).flatMap(({ month, day, match, sure }) => {
    const stated = state(month, day, match, text, today);
    return stated &&
      (sure || cueOf(text, match)) &&
      ![INTENDED, MENDED].some((no) => no.test(after(text, match)))
      ? [stated]
      : [];
  });
}

function state(
  month: string,
  dayOfMonth: string | undefined,
  match: RegExpMatchArray,
  text: string,
  today: string,
): StatedDate | null {
  const day = dayOfMonth ? `${month}-${two(dayOfMonth)}` : null;
  if (day ? !isDay(day) || day < today : lastDayOf(month) < addDays(today, 0)) return null;
  const cue = cueOf(text, match);
  const printed = day ? printDay(day) : `'${month.slice(2, 4)}. ${Number(month.slice(5))}월`;
  const phrase = cue ? `${printed}(본문 "${cue.quote}")` : `${printed}(본문)`;
  return { month, day, expires: cue?.expires ?? false, phrase };
}

/** What the words around a date say of it, and how far to quote them. */
function cueOf(text: string, match: RegExpMatchArray): { expires: boolean; quote: string } | null {
  const at = match.index ?? 0;
  const clause = after(text, match);
  if (RANGE_END.test(text.slice(0, at))) return { expires: true, quote: match[0].trim() };
  for (const [cue, expires] of [
    [EXPIRES, true],
    [TAKES_PLACE, false],
  ] as const) {
    const hit = cue.exec(clause);
    if (hit) return { expires, quote: (match[0] + clause.slice(0, hit.index + hit[0].length)).trim() };
  }
  const before = text.slice(Math.max(0, at - CUE_BEFORE), at);
  const hit = EXPIRES.exec(before);
  return hit ? { expires: true, quote: (before.slice(hit.index) + match[0]).trim() } : null;
}

/** `'26. 12. 31.`, as reports print a day. */
export function printDay(day: string): string {
  return `'${day.slice(2, 4)}. ${Number(day.slice(5, 7))}. ${Number(day.slice(8))}.`;
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

import { addMonths } from '#platform/calendar.js';

/** A date that a text names without its month's number. */
export interface NamedDate {
  /** `YYYY-MM`. */
  month: string;
  /** Day of the month, in digits. */
  day?: string;
  match: RegExpMatchArray;
  /** It is a date whatever stands beside it. */
  sure: boolean;
}

const MONTH = /(다음\s?달|내달|차월|익월|이달|이번\s?달)\s?(?:(3[01]|[12]\d|[1-9])일)?/gu;
// 내년 상반기 · 올 하반기 · 2분기 · 내년 초 · 연말 · 연초 · 연내 · 내년 봄
const PART =
  /(?:(내년|올해|금년|올)\s?)?(상반기|하반기|[1-4]분기|봄|여름|가을)|(?:내년|새해|이듬해)\s?(?:초|벽두|1월|부터)|연말|연내|올해 안|연초/gu;
const FIRST_MONTH: Readonly<Record<string, number>> = {
  상반기: 1,
  하반기: 7,
  '1분기': 1,
  '2분기': 4,
  '3분기': 7,
  '4분기': 10,
  봄: 3,
  여름: 6,
  가을: 9,
};
const GONE = /(지난|작년|전년|매년|해마다)\s?(해\s?)?$/u;

/** Months by name that lie in today's (`YYYY-MM-DD`) or later ones: of a part of the year its first, or its last while it runs. */
export function datesByName(text: string, today: string): NamedDate[] {
  const now = today.slice(0, 7);
  const months = [...text.matchAll(MONTH)].map((match): NamedDate => {
    const next = !match[1]!.startsWith('이');
    return { month: next ? addMonths(now, 1) : now, day: match[2], match, sure: next };
  });
  const parts = [...text.matchAll(PART)].flatMap((match): NamedDate[] => {
    if (GONE.test(text.slice(0, match.index))) return [];
    const month = match[2] ? ofPart(match[2], match[1], now) : ofYear(match[0], now);
    return month
      ? [{ month, match, sure: /^(?:연말|연내|내년\s?초)/u.test(match[0]) && month <= addMonths(now, 2) }]
      : [];
  });
  return [...months, ...parts];
}

/** Without a year a season is nothing dated: the calendar of occasions knows it better. */
function ofPart(part: string, when: string | undefined, now: string): string | null {
  const first = FIRST_MONTH[part]!;
  const length = part.endsWith('반기') ? 6 : 3;
  const season = !part.endsWith('기');
  if (season && when !== '내년') return null;
  const year = Number(now.slice(0, 4)) + (when === '내년' ? 1 : 0);
  const start = `${year}-${String(first).padStart(2, '0')}`;
  const last = addMonths(start, length - 1);
  if (last < now) return null;
  return start > now ? start : last;
}

function ofYear(said: string, now: string): string {
  const year = Number(now.slice(0, 4));
  if (/^(?:연말|연내|올해)/u.test(said)) return `${year}-12`;
  return `${now.endsWith('-01') && said === '연초' ? year : year + 1}-01`;
}

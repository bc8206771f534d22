import { addDays, addMonths, daysBetween, isDay, weekday, type Holidays } from '#platform/calendar.js';

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
// 오는 30일 · 30일까지
const COMING_DAY = /오는\s?(3[01]|[12]\d|[1-9])일|(?<![\d월.~∼-]\s?)(3[01]|[12]\d|[1-9])일까지/gu;
// 모레 · 3주 뒤
const DAYS_ON = /(?<![가-힣])(?:(모레|글피)|(\d{1,2})\s?(일|주)\s?(?:뒤|후)(?=[에\s,]))/gu;
const BY_WORD: Readonly<Record<string, number>> = { 모레: 2, 글피: 3 };
// 다음 주 · 이번 주 금요일
const WEEK = /(?<![가-힣])(다음\s?주|내주|이번\s?주|금주)(?:\s?([월화수목금토일])요일)?(?![가-힣])/gu;
// 크리스마스 · 내년 설 연휴
const DAY_OF_YEAR = new Map([
  ['크리스마스', '12-25'],
  ['성탄절', '12-25'],
  ['새해 첫날', '01-01'],
  ['신정', '01-01'],
  ['3·1절', '03-01'],
  ['삼일절', '03-01'],
  ['노동절', '05-01'],
  ['어린이날', '05-05'],
  ['현충일', '06-06'],
  ['광복절', '08-15'],
  ['개천절', '10-03'],
  ['한글날', '10-09'],
]);
const NAMED_DAY = new RegExp(`(?<![가-힣])(?:${[...DAY_OF_YEAR.keys()].join('|')})(?!날)`, 'gu');
const LUNAR = /(내년|올해|금년|올)\s?(설날|설|추석)(?=\s?(?:날|연휴|명절|대비|앞)|[^가-힣]|$)/gu;
// What is named far ahead of its day is named for another reason.
const DAYS_AHEAD = 62;
// 내년 상반기 · 올 하반기 · 2분기 · 내년 초 · 연말 · 연초 · 연내 · 내년 봄
const PART =
  /(?:(내년|올해|금년|올)\s?)?(상반기|하반기|[1-4]분기|봄|여름|가을)|(?:내년|새해|이듬해)\s?(?:초|벽두|1월|부터)|(?:내년|올해|금년|올)\s?말(?![가-힣])|연말(?!정산|\s정산)|연내|올해 안|연초/gu;
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
const GONE = /(지난|지난해|작년|전년|매년|해마다)\s?(해\s?)?$/u;

/** Days and months by name that lie in today's month (`YYYY-MM-DD`) or later ones: of a part of the year its first, or its last while it runs. */
export function datesByName(text: string, today: string, holidays: Holidays): NamedDate[] {
  const now = today.slice(0, 7);
  const months = [...text.matchAll(MONTH)].map((match): NamedDate => {
    const next = !match[1]!.startsWith('이');
    return { month: next ? addMonths(now, 1) : now, day: match[2], match, sure: next };
  });
  const parts = [...text.matchAll(PART)].flatMap((match): NamedDate[] => {
    if (GONE.test(text.slice(0, match.index))) return [];
    const month = match[2] ? ofPart(match[2], match[1], now) : ofYear(match[0], now);
    return month
      ? [
          {
            month,
            match,
            sure: /^(?:연말|연내|올|금년|내년\s?초)/u.test(match[0]) && month <= addMonths(now, 2),
          },
        ]
      : [];
  });
  return [...months, ...parts, ...daysByName(text, today, holidays)];
}

function daysByName(text: string, today: string, holidays: Holidays): NamedDate[] {
  const now = today.slice(0, 7);
  const coming = [...text.matchAll(COMING_DAY)].flatMap((match) => {
    const days = [now, addMonths(now, 1)].map(
      (month) => `${month}-${(match[1] ?? match[2])!.padStart(2, '0')}`,
    );
    return dated(
      days.find((day) => isDay(day) && day >= today),
      match,
    );
  });
  const ahead = [...text.matchAll(DAYS_ON)].flatMap((match) => {
    const days = match[1] ? BY_WORD[match[1]]! : Number(match[2]) * (match[3] === '주' ? 7 : 1);
    return dated(addDays(today, days), match);
  });
  const weeks = [...text.matchAll(WEEK)].flatMap((match) => {
    const monday = addDays(today, -((weekday(today) + 6) % 7) + (/^[이금]/u.test(match[1]!) ? 0 : 7));
    if (match[2]) return dated(addDays(monday, '월화수목금토일'.indexOf(match[2])), match);
    // Most of its working days.
    return [{ month: addDays(monday, 2).slice(0, 7), match, sure: true }];
  });
  const named = [...text.matchAll(NAMED_DAY)].flatMap((match) => {
    if (GONE.test(text.slice(0, match.index))) return [];
    const year = Number(today.slice(0, 4));
    const days = [year, year + 1].map((one) => `${one}-${DAY_OF_YEAR.get(match[0])!}`);
    const next = days.find((day) => day >= today)!;
    return daysBetween(today, next) <= DAYS_AHEAD ? dated(next, match) : [];
  });
  const lunar = [...text.matchAll(LUNAR)].flatMap((match) => {
    const year = Number(today.slice(0, 4)) + (match[1] === '내년' ? 1 : 0);
    const name = match[2] === '추석' ? '추석' : '설날';
    return dated(holidays[year]?.find((holiday) => holiday.name === name)?.date, match);
  });
  return [...coming, ...ahead, ...weeks, ...named, ...lunar];
}

const dated = (day: string | undefined, match: RegExpMatchArray): NamedDate[] =>
  day ? [{ month: day.slice(0, 7), day: String(Number(day.slice(8))), match, sure: true }] : [];

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
  if (/말$|^(?:연내|올)/u.test(said)) return `${said.startsWith('내년') ? year + 1 : year}-12`;
  return `${now.endsWith('-01') && said === '연초' ? year : year + 1}-01`;
}

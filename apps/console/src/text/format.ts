import { useLanguage, type Language } from './i18n.js';

const ZONE = 'Asia/Seoul';
const DAY_MS = 86_400_000;

/** Its parts as Seoul's calendar and clock have them. */
function partsOf(instant: string | Date) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hour12: false,
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const [year, month, day] = [of('year'), Number(of('month')), Number(of('day'))];
  return { year, month, day, time: `${of('hour')}:${of('minute')}`, weekday: of('weekday') };
}

const WEEKDAYS: Record<string, string> = {
  Mon: '월',
  Tue: '화',
  Wed: '수',
  Thu: '목',
  Fri: '금',
  Sat: '토',
  Sun: '일',
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Korean: 2026. 11. 25.(수); English: Wed 25 Nov 2026. Takes an instant or a day. */
export function formatDay(value: string, language: Language): string {
  const { year, month, day, weekday } = partsOf(value.length === 10 ? `${value}T00:00:00+09:00` : value);
  return language === 'ko'
    ? `${year}. ${month}. ${day}.(${WEEKDAYS[weekday]})`
    : `${weekday} ${day} ${MONTHS[month - 1]} ${year}`;
}

export function formatInstant(value: string, language: Language): string {
  return `${formatDay(value, language)} ${partsOf(value).time}`;
}

/** A deadline: 2026. 11. 25.(수) 18:00까지. */
export function formatDue(value: string, language: Language): string {
  const text = formatInstant(value, language);
  return language === 'ko' ? `${text}까지` : `by ${text}`;
}

/** 2026년 12월, Dec 2026. */
export function formatMonth(value: string, language: Language): string {
  const [year = '', month = ''] = value.split('-');
  return language === 'ko' ? `${year}년 ${Number(month)}월` : `${MONTHS[Number(month) - 1]} ${year}`;
}

/** How far away in words: 3일 전, in 2 days. */
export function formatDistance(value: string, language: Language, now = Date.now()): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const minutes = Math.round((Date.parse(value) - now) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 60 * 24) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / (60 * 24)), 'day');
}

/** The day in Seoul now, `2026-11-03`, moved by so many days. */
export function dayFromNow(days: number): string {
  const { year, month, day } = partsOf(new Date(Date.now() + days * DAY_MS));
  return [year, ...[month, day].map((one) => String(one).padStart(2, '0'))].join('-');
}

/** The month in Seoul now, `2026-11`, moved by so many months. */
export function monthFromNow(months: number): string {
  const { year, month } = partsOf(new Date());
  const count = Number(year) * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The same, in the language of the page. */
export function useFormat() {
  const language = useLanguage();
  return {
    day: (value: string) => formatDay(value, language),
    instant: (value: string) => formatInstant(value, language),
    due: (value: string) => formatDue(value, language),
    month: (value: string) => formatMonth(value, language),
    distance: (value: string) => formatDistance(value, language),
    count: (value: number) => value.toLocaleString(language),
  };
}

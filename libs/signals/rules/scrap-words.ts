import { KIND_WORDS, MAIN_NEWS, OUTLET_ENDINGS, OUTLETS } from '#config/outlets.js';

/** What a list says about an article besides its title. */
export interface Meta {
  outlet?: string;
  /** `YYYY-MM-DD`, or null for a day that does not exist. */
  day?: string | null;
  /** 게재면, e.g. A12면. */
  placement?: string;
  kind?: string;
}

const NAME = /^[가-힣A-Za-z0-9○◯]{1,12}$/u;
const ENDING = new RegExp(`(?:${OUTLET_ENDINGS.join('|')})$`, 'u');

/** The outlet a piece of a list names; null where it names none. */
export function outletIn(piece: string): string | null {
  const bare = piece.replace(/\s+/gu, '');
  const known = OUTLETS.get(bare);
  if (known) return known;
  const station = /^(KBS|MBC|SBS|JTBC|YTN|MBN|TV조선|채널A|EBS|TBS|CBS)([^:,]+)$/u.exec(piece.trim());
  if (station && piece.length <= 20 && /뉴스|데스크|라디오|시사/u.test(station[2]!)) return piece.trim();
  // A name nobody knows is one word: 광고비를 받은 조선일보 is a title.
  return !/\s/u.test(piece.trim()) && NAME.test(bare) && ENDING.test(bare) && bare.length > 2 ? bare : null;
}

const PAGE = /^(?:제?\s*)?([A-Z]{0,2})\s*-?\s*(\d{1,3})\s*(면)?(?:\s*(?:톱|머리|상단|하단))?$/u;

function pageIn(piece: string): Meta | null {
  const [, letter = '', number, word] = PAGE.exec(piece.trim()) ?? [];
  // A number alone is the row's.
  if (!number || (!letter && !word)) return null;
  const first = Number(number) === 1 && (letter === '' || letter === 'A');
  return { placement: `${letter}${Number(number)}면`, ...(first && { kind: 'front-page' }) };
}

/** `''` for a word that says nothing about the kind. */
export function kindIn(piece: string): string | null {
  const bare = piece.trim().replace(/\d{1,2}$/u, '');
  return KIND_WORDS.find(([, list]) => list.includes(bare) || list.includes(piece.trim()))?.[0] ?? null;
}

const DAY_MS = 86_400_000;
const WEEKDAY = String.raw`\s*(?:\(?[월화수목금토일]요?일?\)?)?`;
const FULL = new RegExp(
  String.raw`^['’]?(\d{4}|\d{2})\s*[.\-/년]\s*(\d{1,2})\s*[.\-/월]\s*(\d{1,2})\s*[.일]?${WEEKDAY}$`,
  'u',
);
const SHORT = new RegExp(String.raw`^(\d{1,2})\s*(?:[./\-]|월)\s*(\d{1,2})\s*[.일]?${WEEKDAY}$`, 'u');
const AGO = /^(\d{1,3})\s*(분|시간|일)\s*전$/u;

/** The day a piece of a list names, null for one that does not exist, undefined where it is no day. Without a year the last such day. */
export function dayIn(piece: string, today: string): string | null | undefined {
  // A time of day behind it says nothing here.
  const text = piece.trim().replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/u, '');
  const full = FULL.exec(text);
  if (full) return existing(full[1]!.length === 2 ? `20${full[1]}` : full[1]!, full[2]!, full[3]!);
  const short = SHORT.exec(text);
  if (short) return lastSuch(short[1]!, short[2]!, today);
  const ago = AGO.exec(text);
  if (ago) return daysBefore(today, ago[2] === '일' ? Number(ago[1]) : 0);
  if (text === '오늘') return today;
  return text === '어제' ? daysBefore(today, 1) : undefined;
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

function existing(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

/** Tomorrow's paper is there this evening; anything later was last year's. */
function lastSuch(month: string, day: string, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const found = existing(String(year), month, day);
  if (found && found > daysBefore(today, -1)) return existing(String(year - 1), month, day);
  return found ?? existing(String(year - 1), month, day);
}

/** What one piece says about an article; null where it says nothing. */
export function metaOf(piece: string, today: string): Meta | null {
  const text = piece.trim();
  if (!text) return {};
  const day = dayIn(text, today);
  if (day !== undefined) return { day };
  const page = pageIn(text);
  if (page) return page;
  const kind = kindIn(text);
  if (kind !== null) return kind ? { kind } : {};
  const outlet = outletIn(text);
  if (!outlet) return metaBeside(text, today);
  const main = MAIN_NEWS.some((programme) => outlet.replace(/\s+/gu, '').endsWith(programme));
  return { outlet, ...(main && { kind: 'broadcast-headline' }) };
}

const BESIDE = /^([^()]{1,40}?)\s*\(([^()]{1,20})\)$/u;

/** 경향신문(10면): both are understood. */
function metaBeside(text: string, today: string): Meta | null {
  const [, name, inside] = BESIDE.exec(text) ?? [];
  const metas = [name, inside].map((piece) => piece && metaOf(piece, today));
  return metas.every((meta) => !!meta) ? merged(metas) : null;
}

/** What stands in the column of outlets: any name there is one, and its page may stand beside it. */
export function outletCell(cell: string, today: string): Meta {
  if (!cell) return {};
  const [, name, inside] = BESIDE.exec(cell) ?? /^(\S+)[\s/·]+(\S+)$/u.exec(cell) ?? [];
  const beside = inside ? metaOf(inside, today) : null;
  if (!name || !beside || beside.outlet) return metaOf(cell, today) ?? { outlet: cell };
  return merged([metaOf(name, today) ?? { outlet: name }, beside]);
}

/** What comes first counts: a title's own mark before a column's. */
export function merged(list: readonly Meta[]): Meta {
  const all: Meta = {};
  for (const one of list)
    for (const [name, value] of Object.entries(one)) all[name as 'kind'] ??= value as string;
  const kinds = list.flatMap(({ kind }) => (kind ? [kind] : []));
  const weightiest = KIND_WORDS.map(([kind]) => kind).find((kind) => kinds.includes(kind));
  return { ...all, ...(weightiest && { kind: weightiest }) };
}

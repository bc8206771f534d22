import { dayIn, kindIn, merged, metaOf, outletIn, type Meta } from './scrap-words.js';

/** One line of a list, taken apart. */
export interface Line {
  title: string;
  url: string | null;
  meta: Meta;
  /** What it began with, e.g. □ or ▶. */
  marker: string;
}

const URL = /(?:https?:\/\/|www\.)[^\s<>"'）)\]]+/giu;
const MARKER =
  /^\s*(?:([○●◯◦•·▶▷►☞■□◆◇▲△❍❏ㅇ*✓✔➤→]+|[-–—](?=\s|[^\d-])|\(?\d{1,3}[.)](?=\s|[^\d.])|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦ]\.?|[가-하]\.(?=\s))\s*)/u;
const OPEN = /^\s*[[<(【〈《「]([^\]>)】〉》」]{1,40})[\]>)】〉》」]\s*/u;
const CLOSE = /\s*[[<(【〈《]([^[<(【〈《\]>)】〉》]{1,60})[\]>)】〉》]\s*\.?$/u;
const BETWEEN = /\s+[/|│∥]\s+|\s*[|│∥]\s*|\s+[-–—:]\s+|\s+\/|\/\s+|\t+/u;

/** Takes a line apart: its title, and what is said about it in brackets, in front, behind, between strokes. */
export function readLine(text: string, today: string): Line {
  const found = Array.from(text.matchAll(URL), ([url]) => url.replace(/[.,;]+$/u, ''));
  const bare = text.replace(URL, ' ').replaceAll(' ', ' ');
  const [whole = '', marker = ''] = MARKER.exec(bare) ?? [];
  const metas: Meta[] = [];
  let rest = bare.slice(whole.length).trim();
  rest = peel(rest, OPEN, today, metas);
  rest = peel(rest, CLOSE, today, metas);
  rest = fromParts(rest, today, metas);
  rest = fromHead(rest, today, metas);
  rest = fromTail(rest, today, metas);
  // 「조선일보」[단독] 제목 : what stood behind the outlet is in front now.
  rest = peel(rest, OPEN, today, metas);
  return { title: tidy(rest), url: addressOf(found[0]), meta: merged(metas), marker: marker.trim() };
}

const addressOf = (found: string | undefined): string | null =>
  found ? (found.startsWith('http') ? found : `https://${found}`) : null;

const tidy = (text: string): string =>
  text
    .replace(/^[\s,;:/|·-]+|[\s,;:/|·]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Brackets that speak of the article go; those that belong to its title stay. */
function peel(text: string, bracket: RegExp, today: string, metas: Meta[]): string {
  for (let rest = text; ;) {
    const found = bracket.exec(rest);
    const meta = found && bracketed(found[1]!, today);
    if (!meta) return rest;
    const left = rest.replace(bracket, bracket === CLOSE ? '' : ' ').trim();
    // [사설] alone is a heading, not an article without a title.
    if (!left && metas.length === 0 && kindIn(found[1]!) !== null) return rest;
    metas.push(meta);
    rest = left;
  }
}

/** `조선, 11.3. A12면`: half of it or more is understood, the reporter's name is not. */
function bracketed(inside: string, today: string): Meta | null {
  const whole = metaOf(inside, today);
  if (whole) return whole;
  const pieces = inside
    .split(/\s*[,;/|·]\s*/u)
    .flatMap((piece) => (metaOf(piece, today) ? [piece] : words(piece, today)));
  const known = pieces.flatMap((piece) => metaOf(piece, today) ?? []);
  return known.length > 0 &&
    known.length * 2 >= pieces.length &&
    known.some((meta) => Object.keys(meta).length)
    ? merged(known)
    : null;
}

/** Of `'26. 11. 3. A12면` the day is one piece. */
function words(piece: string, today: string): string[] {
  const parts = piece.split(/\s+/u).filter(Boolean);
  for (let n = Math.min(parts.length, 4); n > 1; n -= 1) {
    for (let from = 0; from + n <= parts.length; from += 1) {
      const joined = parts.slice(from, from + n).join(' ');
      if (dayIn(joined, today) !== undefined || outletIn(joined))
        return [...parts.slice(0, from), joined, ...parts.slice(from + n)];
    }
  }
  return parts;
}

/** 제목 / 한겨레 / 2026. 11. 3. : what is between strokes and understood is no title. */
function fromParts(text: string, today: string, metas: Meta[]): string {
  const parts = text.split(BETWEEN).filter((part) => part.trim());
  if (parts.length < 2) {
    const alone = bracketed(text, today);
    // A line of nothing but the outlet and the day belongs to the one beside it.
    if (!alone || !wholly(text, today)) return text;
    metas.push(alone);
    return '';
  }
  const left = parts.filter((part) => {
    const meta = wholly(part, today) ? bracketed(part, today) : null;
    if (meta) metas.push(meta);
    return !meta;
  });
  if (left.length === parts.length) return text;
  return left.join(' ');
}

const wholly = (part: string, today: string): boolean =>
  metaOf(part, today) !== null ||
  words(part, today).every((word) => metaOf(word.replace(/,$/u, ''), today) !== null);

// SBS 8뉴스: 제목. A station in letters is no word of a title, as 서울 경제 may be.
const PROGRAMME = /^((?:[A-Z]{3,4}|TV조선|채널A)\s[^\s,:]{2,10}(?:\s[^\s,:]{1,8})?)\s*:\s+(?=\S)/u;

/** 제목 조선일보 A12면: behind a title, too, an outlet counts only beside a day or page; a page by its letter says enough. */
function fromTail(text: string, today: string, metas: Meta[]): string {
  const parts = text.split(/\s+/u);
  const tail: Meta[] = [];
  while (tail.length < 4 && parts.length > 1) {
    // Of `'26. 11. 3.` the day is one piece; an outlet in front of it is another.
    const size = [3, 2, 1].find(
      (n) => n < parts.length && dayIn(parts.slice(-n).join(' '), today) !== undefined,
    );
    const piece = parts
      .slice(-(size ?? 1))
      .join(' ')
      .replace(/,$/u, '');
    const meta = metaOf(piece, today);
    if (!meta) break;
    tail.unshift(meta);
    parts.splice(-(size ?? 1));
  }
  const placed = tail.some(({ day, placement }) => day !== undefined || placement);
  const lettered = tail.some(({ placement }) => placement && /^[A-Z]/u.test(placement));
  if (!lettered && !(placed && tail.length > 1)) return text;
  metas.push(...tail);
  return parts.join(' ');
}

/** 11/3 조선일보 3면 제목; 연합뉴스, 제목: an outlet in front counts only with a sign behind it, or in full beside a day or page. */
function fromHead(text: string, today: string, metas: Meta[]): string {
  const said = /^([^\s,:]{2,12})\s*[:,]\s+(?=\S)/u.exec(text) ?? PROGRAMME.exec(text);
  if (said && said[1]!.length > 2 && outletIn(said[1]!) && !metas.some(({ outlet }) => outlet)) {
    metas.push(metaOf(said[1]!, today)!);
    return text.slice(said[0].length);
  }
  const parts = words(text, today);
  const head: Meta[] = [];
  while (head.length < 4 && parts.length > 1) {
    const meta = (parts[0]!.length > 2 || head.length > 0) && metaOf(parts[0]!.replace(/,$/u, ''), today);
    if (!meta) break;
    head.push(meta);
    parts.shift();
  }
  if (head.length < 2) return text;
  metas.push(...head);
  return parts.join(' ');
}

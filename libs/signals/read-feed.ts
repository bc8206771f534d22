import { parseFeed } from 'feedsmith';
import { DomUtils, parseDocument } from 'htmlparser2';
import { decode, encodingOf } from '#platform/encoding.js';
import type { FeedFault } from './vocabulary.js';

/** An article as a feed tells of it: never its body, which would need a licence. */
export interface FeedItem {
  title: string;
  url: string | null;
  /** The source's own id, the same each time the item comes. */
  externalId: string;
  publishedAt: Date | null;
  outlet: string | null;
}

export class UnreadableFeed extends Error {
  constructor(readonly fault: FeedFault) {
    super(fault);
  }
}

/**
 * The items of an RSS, RDF or Atom document, in its order, the first `most` of them. `address` is where it came from: relative
 * links start there, and ids that are no address themselves count within its host. @throws UnreadableFeed
 */
export async function readFeed(
  bytes: Buffer,
  { contentType = '', address, most }: { contentType?: string; address: string; most: number },
): Promise<FeedItem[]> {
  const text = (await decoded(bytes, contentType)).trim();
  refuseUnsafe(text);
  const found = parsed(text, most);
  return found.flatMap(({ title, link, id, date, outlet }) => {
    const shown = plainText(title).slice(0, 500).trim();
    const url = absolute(link, address) ?? (id && /^https?:/.test(id) ? absolute(id, address) : null);
    const externalId = identity(id ?? null, url, address);
    if (!shown || !externalId) return [];
    return [{ title: shown, url, externalId, publishedAt: instant(date), outlet: outletOf(outlet) }];
  });
}

const CHARSET = /charset\s*=\s*["']?([\w-]+)/i;
const DECLARED = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i;

const KOREAN = /^(euc-?kr|cp949|ms949|uhc|ks|windows-949|utf-?8$)/i;

/**
 * Bytes as text: UTF-8 or UTF-16 where they are that, whatever is declared, for Korean in EUC-KR hardly ever looks like it; else
 * what header or declaration say; else CP949, as it is in Korea.
 */
async function decoded(bytes: Buffer, contentType: string): Promise<string> {
  const head = bytes.subarray(0, 200).toString('latin1').trimStart();
  const said = CHARSET.exec(contentType)?.[1] ?? DECLARED.exec(head)?.[1] ?? 'utf-8';
  const encoding = await encodingOf(bytes);
  if (encoding === 'utf-8' || encoding === 'utf-16le') return decode(bytes, encoding);
  try {
    if (!KOREAN.test(said)) return new TextDecoder(said, { fatal: true }).decode(bytes);
  } catch {
    // Not that one.
  }
  if (encoding) return decode(bytes, encoding);
  throw new UnreadableFeed('malformed');
}

/** Entities of a document's own can grow without end; feeds need none. */
function refuseUnsafe(text: string): void {
  let rest = text;
  for (;;) {
    rest = rest.trimStart();
    const end = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : null;
    if (!end) break;
    const at = rest.indexOf(end);
    if (at < 0) throw new UnreadableFeed('malformed');
    rest = rest.slice(at + end.length);
  }
  if (/^<(!doctype\s+)?html\b/i.test(rest)) throw new UnreadableFeed('web-page');
  if (rest.startsWith('<!')) throw new UnreadableFeed('doctype');
  // What was cut off on the way would look like a feed that has fewer items.
  if (!/<\/([\w.-]+:)?(rss|feed|rdf)\s*>/i.test(text.slice(-1000))) throw new UnreadableFeed('malformed');
}

interface Raw {
  title?: string | undefined;
  link?: string | undefined;
  id?: string | undefined;
  date?: string | undefined;
  outlet?: string | undefined;
}

function parsed(text: string, maxItems: number): Raw[] {
  const result = parsedOrRefused(text, maxItems);
  switch (result.format) {
    case 'atom':
      return (result.feed.entries ?? []).map((entry) => ({
        title: entry.title?.value,
        link: (entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? entry.links?.[0])?.href,
        id: entry.id,
        date: entry.published ?? entry.updated,
        outlet: entry.source?.title?.value,
      }));
    case 'rss':
      return (result.feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.link,
        id: item.guid?.value,
        date: item.pubDate ?? item.dc?.dates?.[0],
        outlet: item.source?.title ?? item.dc?.publishers?.[0],
      }));
    case 'rdf':
      return (result.feed.items ?? []).map((item) => ({
        title: item.title,
        link: item.link,
        id: item.rdf?.about,
        date: item.dc?.dates?.[0],
        outlet: item.dc?.publishers?.[0],
      }));
    case 'json':
      throw new UnreadableFeed('malformed');
  }
}

function parsedOrRefused(text: string, maxItems: number) {
  try {
    return parseFeed(text, { maxItems });
  } catch {
    throw new UnreadableFeed('malformed');
  }
}

/** What remains of HTML when it is read, on one line. */
const plainText = (html = ''): string =>
  DomUtils.textContent(parseDocument(html))
    .toWellFormed()
    .replaceAll('\0', '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();

const outletOf = (outlet: string | undefined): string | null => plainText(outlet).slice(0, 100) || null;

function absolute(link: string | undefined, address: string): string | null {
  if (!link || !URL.canParse(link, address)) return null;
  const { href, protocol } = new URL(link, address);
  return /^https?:$/.test(protocol) && href.length <= 2000 ? href : null;
}

/** Addresses and URNs are the same everywhere; a bare number is one of its host's. */
function identity(id: string | null, url: string | null, address: string): string | null {
  const sound = id?.toWellFormed().replaceAll('\0', '').trim();
  if (!sound) return url;
  return /^[a-z][a-z\d+.-]*:\S/i.test(sound) ? sound : `${new URL(address).hostname}#${sound}`;
}

function instant(date: string | undefined): Date | null {
  const at = new Date(date ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

import { CRISIS, type CrisisPolicy } from '#config/crisis.js';
import { mentioned, plain } from './mention.js';
import { quoted } from './evidence.js';

export interface CrisisFinding {
  /** Likely a crisis: a person decides. */
  crisis: boolean;
  /** Why, or why not although something has happened; empty when nothing speaks of an event. */
  reasons: string[];
  /** Name of the department that would take it over; only for a crisis. */
  handOver?: string;
}

// "2명 매몰", "3명이 숨지고", "사망 1명"
const CASUALTIES =
  /\d{1,4}\s?명(?:이|을|은)?\s?(?:사망|숨|부상|다쳐|다침|매몰|실종|이송|중상|경상|고립|구조)|(?:사망|부상|중상|실종|매몰|확진)(?:자)?\s?\d{1,4}\s?명/u;

/**
 * Whether a text tells of something that has already happened and needs a response now (위기), or of a danger that is feared,
 * counted or prepared for (리스크). Read sentence by sentence: an event that is being responded to; or one that happened, with
 * casualties or as news of the hour, in a sentence without words of prevention; or a text that has nothing but the event. Titles of
 * signals count only where someone is responding, and only for an event of which the text speaks too (`config/crisis.ts`).
 */
export function classify(
  text: string,
  signals: readonly { title: string }[] = [],
  policy: CrisisPolicy = CRISIS,
): CrisisFinding {
  const own = sentences(text).map((sentence) => look(sentence, policy));
  const named = new Set(own.flatMap(({ events }) => events));
  if (named.size === 0) return { crisis: false, reasons: [] };
  const heard = signals
    .flatMap(({ title }) => sentences(title))
    .map((sentence) => look(sentence, policy))
    .filter(({ events }) => events.some((event) => named.has(event)));
  const reasons = [
    ...own.filter(isResponded).map((seen) => `진행 중: ${quoted(seen.events)}, ${quoted(seen.ongoing)}`),
    ...heard
      .filter(isResponded)
      .map((seen) => `동향에서 진행 중: ${quoted(seen.events)}, ${quoted(seen.ongoing)}`),
    ...own.filter(isNews).map((seen) => `이미 발생: ${quoted(seen.events)}${seen.casualties}`),
  ];
  if (reasons.length === 0 && own.some(hasHappened) && own.every(({ latent }) => latent.length === 0)) {
    reasons.push(`발생 사실만 기재: ${quoted([...named])}`);
  }
  if (reasons.length > 0) return { crisis: true, reasons, handOver: handOver(plain(text), policy) };
  const latent = [...new Set(own.flatMap((seen) => seen.latent))];
  return { crisis: false, reasons: latent.length > 0 ? [`잠재 위험으로 서술: ${quoted(latent)}`] : [] };
}

interface Seen {
  events: string[];
  happened: boolean;
  ongoing: string[];
  fresh: boolean;
  imagined: boolean;
  latent: string[];
  casualties: string;
}

function look(sentence: string, policy: CrisisPolicy): Seen {
  const casualties = CASUALTIES.exec(sentence)?.[0];
  return {
    events: mentioned(sentence, policy.events),
    happened: mentioned(sentence, policy.happened).length > 0 || casualties !== undefined,
    ongoing: mentioned(sentence, policy.ongoing),
    fresh: mentioned(sentence, policy.fresh).length > 0,
    imagined: mentioned(sentence, policy.imagined).length > 0,
    latent: mentioned(sentence, policy.latent),
    casualties: casualties ? `, ${casualties}` : '',
  };
}

function isResponded({ events, ongoing, imagined }: Seen): boolean {
  return events.length > 0 && ongoing.length > 0 && !imagined;
}

function hasHappened({ events, happened }: Seen): boolean {
  return events.length > 0 && happened;
}

function isNews(seen: Seen): boolean {
  return hasHappened(seen) && seen.latent.length === 0 && (seen.casualties !== '' || seen.fresh);
}

function sentences(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\n|[!?;…]|(?<=[가-힣])\.(?:\s|$)/u)
    .map(plain)
    .filter(Boolean);
}

function handOver(text: string, policy: CrisisPolicy): string {
  const found = policy.handOver.find(({ words }) => mentioned(text, words).length > 0);
  return found?.department ?? policy.handOverElse;
}

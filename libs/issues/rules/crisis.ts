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

// "2명 매몰", "작업자 3명이 추락해 숨지고", "주민 40명이 학교로 대피했다"; of victims long dead ("숨진 2명", "3명이 숨진 뒤") it says nothing.
const VICTIMS =
  /\d{1,4}\s?여?\s?명(?:이|을|은)?\s?(?:[^.,\d]{0,14}\s)?(?:사망(?!자|한|률|할)|숨(?:졌|져|지고|지며|짐)|부상|다(?:쳤|쳐|치고|침)|매몰|실종|이송(?!되는)|중상|경상|중경상|고립(?:돼|됐|되어)|구조(?!조정)|대피(?:했|하고|해|했다)|옮겨|갇혔|찔려|의식불명|의식을 잃)/u;
const DEAD = /(?:사망|부상|중상|실종|매몰|확진|사상)(?:자)?\s?\d{1,4}\s?여?\s?명/u;
// "차량 30대 고립", "2만 세대 단수": as many as can be counted have been hit.
const HIT =
  /\d[\d,.]*\s?(?:만|천|백)?\s?여?\s?(?:세대|가구|대|동|곳|채)(?:가|이|에|의)?\s?(?:[가-힣]{0,6}\s)?(?:침수|고립|단수|정전|매몰|전소|파손|전기 끊|전기가 끊)(?!\s?(?:방지|취약|예방|위험|안내|피해))/u;
// "침수 시", "불이 나면": a condition, nothing that is.
const CONDITION =
  /[가-힣]\s시(?=[\s,·]|$)|(?:하|되|나|오|생기|터지|끊기|무너지|넘어지|떨어지|으)면(?=[\s,])|[될할날질]\s때(?=[\s,마]|에)/u;
// Fear that made people act: "추가 붕괴 우려로 주민이 대피했다".
const MOTIVE = /(?:우려|가능성|대비)(?:로|해|하여|때문에|에 따라)(?=\s)/gu;
// A year by itself is not today's; with a month it may be the date of the report.
const OTHER_YEAR = /20\d\d년(?!\s?\d{1,2}월)/u;

/**
 * Whether a text tells of something that has already happened and needs a response now (위기), or of a danger that is feared,
 * counted or prepared for (리스크). What is imagined or long over is set aside sentence by sentence. Of the rest it takes: someone who
 * responds, and an event anywhere; or victims; or an event as news of the hour without words of prevention; or a text that
 * has nothing but the event. Titles of signals count only where someone is responding, and only for an event of which the text
 * speaks too (`config/crisis.ts`).
 */
export function classify(
  text: string,
  signals: readonly { title: string }[] = [],
  policy: CrisisPolicy = CRISIS,
): CrisisFinding {
  const all = sentences(text).map((sentence) => look(sentence, policy));
  const named = new Set(all.flatMap(({ events }) => events));
  const own = all.filter(({ unreal }) => !unreal);
  const heard = signals
    .flatMap(({ title }) => sentences(title))
    .map((sentence) => look(sentence, policy))
    .filter(({ unreal, events }) => !unreal && events.some((event) => named.has(event)));
  const events = [...new Set(own.flatMap((seen) => seen.events))];
  const responses = [...new Set(own.flatMap(({ ongoing }) => ongoing))];
  const reasons = [
    ...(events.length > 0 && responses.length > 0
      ? [`진행 중: ${quoted(events)}, ${quoted(responses)}`]
      : []),
    ...heard
      .filter(({ ongoing }) => ongoing.length > 0)
      .map((seen) => `동향에서 진행 중: ${quoted(seen.events)}, ${quoted(seen.ongoing)}`),
    ...own
      .filter(isNews)
      .map((seen) => `이미 발생: ${[quoted(seen.events), seen.victims].filter(Boolean).join(', ')}`),
  ];
  if (reasons.length === 0 && own.some(hasHappened) && all.every(({ latent }) => latent.length === 0)) {
    reasons.push(`발생 사실만 기재: ${quoted(events)}`);
  }
  if (reasons.length > 0) return { crisis: true, reasons, handOver: handOver(plain(text), policy) };
  const latent = [...new Set(all.flatMap((seen) => seen.latent))];
  const told = named.size > 0 && latent.length > 0;
  return { crisis: false, reasons: told ? [`잠재 위험으로 서술: ${quoted(latent)}`] : [] };
}

interface Seen {
  events: string[];
  happened: boolean;
  ongoing: string[];
  fresh: boolean;
  /** Imagined, or long over. */
  unreal: boolean;
  latent: string[];
  victims: string;
}

function look(sentence: string, policy: CrisisPolicy): Seen {
  const says = (words: readonly string[]) => mentioned(sentence, words).length > 0;
  const victims = (VICTIMS.exec(sentence) ?? DEAD.exec(sentence) ?? HIT.exec(sentence))?.[0] ?? '';
  const feared = sentence.replace(MOTIVE, '');
  const imagined = CONDITION.test(sentence) || mentioned(feared, policy.imagined).length > 0;
  return {
    events: mentioned(sentence, policy.events),
    happened: says(policy.happened) || victims !== '',
    ongoing: mentioned(sentence, policy.ongoing),
    fresh: says(policy.fresh),
    unreal: imagined || says(policy.remote) || OTHER_YEAR.test(sentence),
    latent: mentioned(sentence, policy.latent),
    victims,
  };
}

function hasHappened({ events, happened }: Seen): boolean {
  return events.length > 0 && happened;
}

/** Victims are an event by themselves. */
function isNews(seen: Seen): boolean {
  const told = seen.victims !== '' || (hasHappened(seen) && seen.fresh);
  return told && (seen.latent.length === 0 || (seen.victims !== '' && seen.fresh));
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

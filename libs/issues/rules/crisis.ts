import { CRISIS, type CrisisPolicy } from '#config/crisis.js';
import { addDays } from '#platform/calendar.js';
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

const SO_MANY = String.raw`(?:\d{1,4}|수십|수백|수천)\s?여?\s?명`;
// "2명 매몰", "작업자 3명이 추락해 숨지고", "주민 40명이 학교로 대피했다"; of victims long dead ("숨진 2명", "3명이 숨진 뒤") it says nothing.
const VICTIMS = new RegExp(
  String.raw`${SO_MANY}(?:이|을|은|의)?\s?(?:[^.,\d]{0,16}\s)?(?:사망(?!자|한|률|할)|숨(?:졌|져|지고|지며|짐)|부상|다(?:쳤|쳐|치고|침)|매몰|실종|이송(?!되는)|중상|경상|중경상|고립(?:돼|됐|되어)|구조(?!조정)|대피(?:했|하고|해|함|한 상태|$|(?=,))|옮(?:겨|겼|김)|갇혔|갇혀|찔[려러]|의식불명|의식을 잃|심정지|사상$|호흡곤란|(?:집단\s)?(?:구토|설사|복통|식중독)(?:\s의심)?(?:\s?증[세상]|\s호소|$|(?=,))|확진(?!\s?(?:이력|경험|된 (?:뒤|후|적)))|(?:자가\s?)?격리(?!\s?해제)|양성|병원 치료|치료를 받|입원|[가-힣]{0,6}에 (?:걸|감염)(?:린 것으로|된 것으로|렸|려|됐|돼))`,
  'u',
);
// "행인 중상", "작업자 5명 화상" at the end of what is said.
const HARMED =
  /[가-힣](?:객|민|생|원|명|인|자)\s(?:[가-힣\d]{1,5}\s){0,2}(?:사망|중상|부상|화상|중태|매몰|실종)(?=\s*[,·]|\s*$)/u;
// "차량 고립", "등산객 3명 고립" at the end of what is said; who lives alone (노인, 청년) is not meant.
const STRANDED = /(?:차량|[가-힣]객|주민|운전자)\s(?:[가-힣\d]{1,5}\s){0,3}고립(?=\s*[,·]|\s*$|\s속출)/u;
// "화재로 무인발급기 이용 불가", "폭설로 항공기 결항": what a disaster has brought to a stop, at the end of what is said.
const STOPPED =
  /(?:화재|폭발|정전|침수|붕괴|파열|폭설|대설|폭우|호우|지진|태풍|누출)(?:으?로)\s[^,.]{1,20}(?:불가|마비|결항|두절|통제|중단)(?=\s*$|\s*[,·])/u;
// "노후 수도관이 터져": what broke, and no demand.
const WORN =
  /노후(?:된|한|화된)?(?=\s[가-힣]{1,8}[이가]\s(?:터[져졌]|무너[져졌]|쓰러[져졌]|넘어[져졌]|꺼[져졌]|끊[겨겼]|내려앉))/gu;
const DEAD = /(?:사망|부상|중상|실종|매몰|확진|사상)(?:자)?\s?(?:\d{1,4}\s?여?\s?명|다수)/u;
// "차량 30대 고립", "2만 세대 단수": as many as can be counted have been hit.
const HIT =
  /\d[\d,.]*\s?(?:만|천|백)?\s?(?:\d{1,4}\s?천?)?\s?여?\s?(?:세대|가구|대|동|곳|채)(?:가|이|에|의)?\s?(?:[가-힣]{0,6}\s)?(?:침수|고립|단수|정전|매몰|전소|파손|(?:전기|수도|수돗물|가스|물|온수|난방)(?:\s?공급)?(?:가|이)? ?(?:끊|중단|나가))(?!\s?(?:방지|취약|예방|위험|안내|피해|우려))/u;
// "승객 대피", "매몰자 수색" at the end of what is said: someone responds.
const RESCUE =
  /[가-힣](?:객|민|생|원|명|인|자)(?:을|를|이|가)?\s(?:[가-힣]{1,6}\s)?(?:대피|수색|구조|격리|이송|탈출)(?=\s*[,·]|\s*$)/u;
// "정전 5시간째", "배수 작업 중": it goes on by the hour; what goes on by the month is a risk.
const UNDER_WAY =
  /\d{1,2}\s?(?:시간|분)(?:째|\s?넘게\s(?:갇|고립|정전|중단|멈))|작업\s?중(?=[이으,.·]|\s*$)|(?:이틀|사흘|나흘|닷새)째|[이가]\s갇힘(?=\s*[,.·]|\s*$)/u;
// "22일 저녁", "6시께": only news tells the time of day.
const CLOCK =
  /\d{1,2}일\s?(?:아침|낮|저녁|밤|심야)|(?:아침|저녁|밤|낮)\s?\d{1,2}시|\d{1,2}시(?:\s?\d{1,2}분)?\s?(?:께|경|쯤)/u;
// "침수 시", "불이 나면": a condition, nothing that is; "정부와 시" is the city, and "허가 시" ends in no particle.
const CONDITION =
  /(?:[가-힣](?<!와|과|은|는|및|부터|까지|에서|로|가|의|에)|(?<![가-힣])(?:[증추참평인휴]가|인?허가|[회협심합동논결건질문강]의|[초통경]과|과로))\s시(?=[\s,·]|$)|(?:하|되|나|오|생기|터지|끊기|무너지|넘어지|떨어지|으)면(?=[\s,])|[될할날질]\s때(?=[\s,마]|에)/u;
// Fear that made people act: "추가 붕괴 우려로 주민이 대피했다".
const MOTIVE = /(?:우려|가능성|대비)(?:로|해|하여|때문에|에 따라)(?=\s)/gu;
// When it will be over: what has to be restored has happened.
const RECOVERY =
  /(?:복구(?!비)|정상화|재개|진화|수습|해제)[^,]{0,16}(?:\d\s?(?:시간|분|일)|수\s?(?:시간|일)|며칠|오전|오후|자정|새벽|밤|저녁|내일|걸릴)[^,]{0,10}(?:전망|예상|예정)/gu;
// Who watches, what gives warning, and what the response lacks: neither the event nor the response.
const PRECAUTION =
  /[가-힣]+\s?(?:감시(?:원|인|대|인력|카메라)|감지기|경보기|진화대|조심기간|보험|공제)|(?:구조|수색|진화|복구|방제|배수)\s?작업(?:에 (?:한계|필요|부적합)|을? 위한|\s?(?:역량|능력|체계|인력|장비|매뉴얼))/gu;
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
  const all = together(sentences(text).map((sentence) => look(sentence, policy)));
  const named = new Set(all.flatMap(({ events }) => events));
  const own = all.filter(({ unreal }) => !unreal);
  const heard = signals
    .flatMap(({ title }) => sentences(title))
    .map((sentence) => look(sentence, policy))
    .filter(({ unreal, events }) => !unreal && events.some((event) => named.has(event)));
  const events = [...new Set(own.flatMap((seen) => seen.events))];
  const demanded = all.some(({ latent }) => latent.length > 0);
  const responses = [...new Set(own.flatMap(({ ongoing }) => ongoing))];
  const reasons = [
    ...(events.length > 0 && responses.length > 0
      ? [`진행 중: ${quoted(events)}, ${quoted(responses)}`]
      : []),
    ...heard
      .filter(({ ongoing }) => ongoing.length > 0)
      .map((seen) => `동향에서 진행 중: ${quoted(seen.events)}, ${quoted(seen.ongoing)}`),
    ...own
      .filter((seen) => isNews(seen, demanded))
      .map((seen) => `이미 발생: ${[quoted(seen.events), seen.victims].filter(Boolean).join(', ')}`),
  ];
  if (reasons.length === 0 && own.some(hasHappened) && !demanded) {
    reasons.push(`발생 사실만 기재: ${quoted(events)}`);
  }
  if (reasons.length > 0) return { crisis: true, reasons, handOver: handOver(plain(text), policy) };
  const latent = [...new Set(all.flatMap((seen) => seen.latent))];
  const told = named.size > 0 && latent.length > 0;
  return { crisis: false, reasons: told ? [`잠재 위험으로 서술: ${quoted(latent)}`] : [] };
}

/**
 * What a text that was changed, or an article of the last days, tells of a crisis beyond what a person has been asked about already
 * (`told`: the reasons given then); null where it tells nothing more. Of dangers that the text does not name articles say nothing.
 */
export function becameCrisis(
  text: string,
  signals: readonly { title: string; publishedOn: string | null }[],
  { told, today }: { told: readonly string[]; today: string },
  policy: CrisisPolicy = CRISIS,
): CrisisFinding | null {
  const found = classify(text, signals, policy);
  const named = new Set(sentences(text).flatMap((sentence) => look(sentence, policy).events));
  const since = addDays(today, -policy.newsDays);
  const heard = signals
    .filter(({ publishedOn: on }) => named.size > 0 && on !== null && on >= since && on <= today)
    .flatMap(({ title }) => sentences(title).map((sentence) => look(sentence, policy)))
    .filter((seen) => !seen.unreal && seen.latent.length === 0 && hasHappened(seen))
    .filter(({ events, victims }) => victims !== '' || events.some((event) => named.has(event)))
    .map(({ events, victims }) => `동향에서 발생: ${[quoted(events), victims].filter(Boolean).join(', ')}`);
  const reasons = [...new Set([...(found.crisis ? found.reasons : []), ...heard])];
  if (reasons.every((reason) => told.includes(reason))) return null;
  return { crisis: true, reasons, handOver: handOver(plain(text), policy) };
}

interface Seen {
  events: string[];
  /** Conveniences that have failed. */
  minor: string[];
  happened: boolean;
  ongoing: string[];
  fresh: boolean;
  /** Imagined, or long over. */
  unreal: boolean;
  latent: string[];
  victims: string;
}

/** What failed that people can do without is an event where the text tells of the hour, or of someone who responds. */
function together(all: readonly Seen[]): Seen[] {
  const now = all.some(({ unreal, fresh, ongoing }) => !unreal && (fresh || ongoing.length > 0));
  return all.map((seen) => (now ? { ...seen, events: [...seen.events, ...seen.minor] } : seen));
}

function look(said: string, policy: CrisisPolicy): Seen {
  const recovery = said.match(RECOVERY) ?? [];
  const sentence = said.replace(RECOVERY, ' ').replace(PRECAUTION, ' ').replace(WORN, ' ');
  const feared = isFeared(sentence, policy);
  const told = feared ? withoutFear(sentence, policy) : sentence;
  const now = lookAt(told || sentence, policy);
  const seen = { ...now, ongoing: [...now.ongoing, ...recovery] };
  const remote = mentioned(sentence, policy.remote).length > 0 || OTHER_YEAR.test(sentence);
  // "2명 부상, 추가 붕괴 우려": the fear takes nothing from those who are hurt already.
  const survives = seen.victims !== '' || seen.ongoing.length > 0;
  const imagined = CONDITION.test(sentence) || (feared && !(told && survives));
  return {
    ...seen,
    unreal: imagined || remote,
    latent: mentioned(sentence, policy.latent, policy.notLatent),
  };
}

const isFeared = (text: string, { imagined }: CrisisPolicy): boolean =>
  mentioned(text.replace(MOTIVE, ''), imagined).length > 0;

/** What stands before the first clause that is feared. */
function withoutFear(sentence: string, policy: CrisisPolicy): string {
  const clauses = sentence.split(/,\s|(?<=[으하되]며)\s/u);
  return clauses
    .slice(
      0,
      clauses.findIndex((clause) => isFeared(clause, policy)),
    )
    .join(', ');
}

function lookAt(text: string, policy: CrisisPolicy): Omit<Seen, 'unreal' | 'latent'> {
  const says = (words: readonly string[]) => mentioned(text, words).length > 0;
  const victims =
    (
      VICTIMS.exec(text) ??
      HARMED.exec(text) ??
      DEAD.exec(text) ??
      STRANDED.exec(text) ??
      HIT.exec(text)
    )?.[0] ?? '';
  const failed = failing(text, policy.services, policy);
  const minor = failing(text, policy.conveniences, policy);
  const whole = minor.filter((one) => ALL_OF_IT.test(one));
  const responding = [RESCUE, UNDER_WAY].flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  return {
    events: [...mentioned(text, policy.events, policy.notEvents), ...failed, ...whole],
    minor,
    happened:
      says(policy.happened) || STOPPED.test(text) || victims !== '' || failed.length + minor.length > 0,
    ongoing: [
      ...new Set([text, text.replace(OBJECT, '$1')].flatMap((one) => mentioned(one, policy.ongoing))),
      ...responding,
    ],
    fresh: says(policy.fresh) || CLOCK.test(text),
    victims,
  };
}

/** "살처분을 진행 중": what is done, with its particle. */
const OBJECT = /([가-힣]{2,})[을를이가](?=\s)/gu;
/** How far behind a service its failure stands, within what is said of it. */
const FAILS_WITHIN = /^[^,;·]{0,32}/u;
/** 공급 중단 with nothing behind it that says it is only announced or threatens. */
const CUT_OFF =
  /^(?:(?:\s?전면)?|[^,]{0,9}(?:전면|전 구간|양방향)\s?(?:운행\s?)?)\s?중단(?=\s*$|[,·]|으로|\s\d)/u;
const ALL_OF_IT = /전면|전체|완전/u;

/** Services that have failed, with the words that say so. */
function failing(text: string, services: readonly string[], { failures }: CrisisPolicy): string[] {
  return mentioned(text, services).flatMap((service) => {
    const found = text
      .split(service)
      .slice(1)
      .flatMap((rest) => {
        const [behind] = FAILS_WITHIN.exec(rest)!;
        const words = mentioned(behind, failures)[0] ?? CUT_OFF.exec(rest)?.[0].trim();
        return words ? [`${service} ${ALL_OF_IT.exec(behind) ? '전면 ' : ''}${words}`] : [];
      });
    return found.slice(0, 1);
  });
}

function hasHappened({ events, happened }: Seen): boolean {
  return events.length > 0 && happened;
}

/** Victims are an event by themselves; counted by the season beside a demand they are a reason for it. */
function isNews(seen: Seen, demanded: boolean): boolean {
  const told = seen.victims !== '' || (hasHappened(seen) && seen.fresh);
  if (!told) return false;
  if (seen.victims !== '' && seen.fresh) return true;
  return seen.latent.length === 0 && (seen.events.length > 0 || !demanded);
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

import type { CouncilSession, Trigger } from '#config/triggers.js';
import type { Channel } from '#issues/vocabulary.js';
import { includes, plain } from '#issues/rules/mention.js';
import { occurrences } from '#issues/rules/occurrences.js';
import { isDuplicate } from '#issues/rules/similarity.js';
import { addDays, addMonths, monthsBetween, type Holidays } from '#platform/calendar.js';
import { REASON_LABELS, REASON_KINDS, type ReasonKind } from '#reports/vocabulary.js';
import { signalTrend } from './probability.js';

export interface Reason {
  kind: ReasonKind;
  /** Without the name of its kind: `시의회 정례회`. Empty where the kind says all. */
  text: string;
}

export interface ReasonsInput {
  month: string;
  /** Title and summary. */
  text: string;
  channel: Channel;
  /** As the issue bears it: `일정: …`. */
  expectedReason: string | null;
  /** Public issues of the past that say the same, and when they surfaced. */
  precedents: readonly { number: string; month: string; score: number }[];
  recent: number;
  before: number;
}

interface Almanac {
  triggers: readonly Trigger[];
  sessions: readonly CouncilSession[];
  holidays: Holidays;
}

const YEARS_BACK = 3;

/**
 * Why an issue is expected in a month: first the reason it bears, then what the month itself brings of what its text speaks of,
 * the like in the same month of the last three years, and rising signals. Each kind once; where nothing is known, an officer's
 * judgement is what there is.
 */
export function reasonsOf(input: ReasonsInput, almanac: Almanac): Reason[] {
  const own = input.expectedReason === null ? null : borne(input.expectedReason);
  const others = [...occasions(input, almanac), ...anniversary(input), ...trend(input)].toSorted(
    (a, b) => REASON_KINDS.indexOf(a.kind) - REASON_KINDS.indexOf(b.kind),
  );
  const all = [...(own ? [own] : []), ...others];
  const once = all.filter(({ kind }, i) => all.findIndex((one) => one.kind === kind) === i);
  return once.length > 0 ? once : [{ kind: 'judgement', text: '' }];
}

/** `일정: …` apart; what bears no kind is what an officer judged. */
export function borne(reason: string): Reason {
  const kind = REASON_KINDS.find((one) => reason.startsWith(`${REASON_LABELS[one].ko}:`));
  if (!kind) return { kind: 'judgement', text: reason };
  return { kind, text: reason.slice(REASON_LABELS[kind].ko.length + 1).trim() };
}

/** Occasions of the month that the text speaks of; of the channel politics the sessions of the council. */
function occasions({ month, text, channel }: ReasonsInput, { triggers, ...almanac }: Almanac): Reason[] {
  const [first, last] = [`${month}-01`, addDays(`${addMonths(month, 1)}-01`, -1)];
  const said = plain(text);
  const meant = triggers.filter(({ keywords }) => keywords.some((word) => includes(said, word)));
  const council = channel === 'politics' ? triggers.filter(({ allPolitics }) => allPolitics) : [];
  return [...meant, ...council]
    .filter((trigger) =>
      occurrences(trigger, first, almanac).some(({ from, to }) => from <= last && to >= first),
    )
    .map(({ reason, title }) => ({ kind: reason, text: title }));
}

function anniversary({ month, precedents }: ReasonsInput): Reason[] {
  const years = precedents
    .filter(({ score, month: then }) => {
      const ago = monthsBetween(then, month);
      return isDuplicate(score) && ago > 0 && ago % 12 === 0 && ago <= 12 * YEARS_BACK;
    })
    .toSorted((a, b) => (a.month < b.month ? 1 : -1));
  const [newest] = years;
  if (!newest) return [];
  const when = `'${newest.month.slice(2, 4)}. ${Number(newest.month.slice(5))}월`;
  return [{ kind: 'anniversary', text: `${when} 유사 이슈 ${newest.number}` }];
}

function trend({ recent, before }: ReasonsInput): Reason[] {
  if (signalTrend(recent, before) !== 'rising') return [];
  return [{ kind: 'trend', text: `최근 4주 ${recent}건(직전 4주 ${before}건)` }];
}

/** A day or month and where it was read, before what was read: `'26. 12월(본문 "연말 위탁기간이 끝나")`. */
const READ_FROM = /^'\d{2}\. \d{1,2}(?:월|\. \d{1,2}\.)\((?:본문(?: "(.+)")?|(.+))\)$/u;

/** Said from the day of the text (다음 달 초): beside a date, and months later, it says something else. */
const RELATIVE =
  /(?<=^|\s)(?:(?:이번|다음|지난|오는)\s?(?:달|주|해)|[익금내차]월|내달|내년|올해|금년)\s?(?:초순?|중순?|하순|말)?(?:에|부터|까지|경|쯤)?(?=\s|$)/gu;

/** As it stands beside the month: in a few words, without the month again, relative days or remarks in brackets. */
export function briefly({ kind, text }: Reason): string {
  const read = READ_FROM.exec(text);
  const quoted = read?.[1]?.replaceAll(RELATIVE, ' ').replaceAll(/\s+/gu, ' ').trim();
  const rest = read ? (quoted ?? read[2] ?? '') : text.replace(/ 유사 이슈 .*$|\([^()]*\)$/u, '');
  const label = REASON_LABELS[kind].ko;
  return rest ? `${label}: ${rest}` : label;
}

/** The first reason that says more than its kind. */
export function mainReason(reasons: readonly Reason[]): Reason | undefined {
  return reasons.find((one) => briefly(one) !== REASON_LABELS[one.kind].ko) ?? reasons[0];
}

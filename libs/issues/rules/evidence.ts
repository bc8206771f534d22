import type { Channel, FactorName, Level } from '#issues/vocabulary.js';
import type { Ladder, ScoringPolicy } from '#config/scoring.js';
import { includes, mentioned, plain } from './mention.js';

export interface ScoreSignal {
  channel: Channel;
  /** A sub-kind of `config/channels.ts`; absent or unknown: the usual one of the channel. */
  kind?: string | null;
  title: string;
  outlet?: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn?: string | null;
  /** Complaints of the period, or articles of the same story. */
  count?: number | null;
  /** The count of the period compared with. */
  baseline?: number | null;
  tone?: 'critical' | 'neutral' | 'positive' | null;
}

export interface ScoreInput {
  title: string;
  summary: string;
  notes?: readonly string[];
  risks?: readonly string[];
  channel: Channel;
  /** The officer's own 1–5; read by `grade`, not by `score`. */
  impact?: number | null;
  likelihood?: number | null;
  /** `YYYY-MM`, and the day in it where known. */
  expectedMonth?: string | null;
  expectedOn?: string | null;
  /** `YYYY-MM-DD` in Seoul. */
  today: string;
  signals?: readonly ScoreSignal[];
  /** How many departments have to act. */
  departments?: number;
  /** Names of the districts concerned. */
  districts?: readonly string[];
  /** Levels an officer has set: they stand, and the machine's evidence is kept beside them. */
  confirmed?: Readonly<Partial<Record<FactorName, Level>>>;
}

/** One reason for a level: how high it points, and how high it may lift the factor without a person. */
export interface Finding {
  level: Level;
  upTo: Level;
  text: string;
}

/** A part of the text, by the name an officer knows it. */
export interface Passage {
  place: '제목' | '주요내용' | '리스크' | '동향' | '참고';
  text: string;
  /** No word in it points higher than this. */
  upTo: Level;
}

/** What every factor reads. */
export interface Reading {
  input: ScoreInput;
  passages: readonly Passage[];
  /** All passages in one, to see quickly which words occur at all. */
  whole: string;
  /** What the title is about is a trifle. */
  trifle: boolean;
  policy: ScoringPolicy;
}

/** The issue as the factors read it. */
export function read(input: ScoreInput, policy: ScoringPolicy): Reading {
  const passages = [
    passage('제목', input.title),
    passage('주요내용', input.summary),
    ...(input.risks ?? []).map((text) => passage('리스크', text)),
    ...(input.signals ?? []).map(({ title }) => passage('동향', title)),
    ...(input.notes ?? []).map((text) => passage('참고', text, policy.notesUpTo)),
  ];
  const whole = passages.map(({ text }) => text).join('\n');
  return { input, passages, whole, trifle: isTrifle(plain(input.title), policy), policy };
}

/** Korean says last what a title is about: 폭염 그늘막 `위치` 변경 요청. */
function isTrifle(title: string, { trifles }: ScoringPolicy): boolean {
  const said = title.split(' ');
  const about = said.findLast((word) => !trifles.asks.includes(word) || trifles.matters.includes(word));
  return trifles.matters.some((matter) => about?.endsWith(matter));
}

function passage(place: Passage['place'], text: string, upTo: Level = 5): Passage {
  return { place, text: plain(text), upTo };
}

/** What the words of a factor's list say, passage by passage. */
export function wordFindings(name: FactorName, { passages, whole, trifle, policy }: Reading): Finding[] {
  const { words, wordsUpTo, autoUpTo } = policy.factors[name];
  return words.flatMap((group) => {
    if (group.notOfTrifles && trifle) return [];
    const present = group.words.filter((word) => includes(whole, word));
    if (present.length === 0) return [];
    return passages.flatMap(({ place, text, upTo }) => {
      const found = mentioned(text, present, group.except);
      if (found.length === 0) return [];
      const level = lower(group.level, upTo);
      return { level, upTo: lower(wordsUpTo, autoUpTo), text: `${place} ${quoted(found)} 언급` };
    });
  });
}

/** A finding from figures, dates or signals, or none when the level says nothing. */
export function finding(name: FactorName, level: Level, text: string, { policy }: Reading): Finding[] {
  return level > 1 ? [{ level, upTo: policy.factors[name].autoUpTo, text }] : [];
}

/** The level a figure reaches on a ladder; 1 below its first rung. */
export function climb(ladder: Ladder, figure: number): Level {
  return ladder.reduce<Level>((level, rung) => (figure >= rung.atLeast ? rung.level : level), 1);
}

/** `'ㄱ'·'ㄴ'·'ㄷ' 외 1`. */
export function quoted(words: readonly string[]): string {
  const shown = words.slice(0, 3).map((word) => `'${word}'`);
  return shown.join('·') + (words.length > 3 ? ` 외 ${words.length - 3}` : '');
}

export function higher(a: Level, b: Level): Level {
  return a > b ? a : b;
}

export function lower(a: Level, b: Level): Level {
  return a < b ? a : b;
}

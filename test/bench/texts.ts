import { DUPLICATE, fingerprint, similarity, type Fingerprint } from '#issues/rules/similarity.js';
import type { NewIssue } from '#issues/new-issue.js';
import { DEPARTMENTS } from '#config/departments.js';
import {
  ACTIONS,
  ASPECTS,
  CLAIMS,
  DISTRICTS,
  EFFECTS,
  ENDINGS,
  GROUPS,
  LINKS,
  PLACES,
  SOURCES,
  TARGETS,
  TOPICS,
} from './words.js';

/** What departments are there for; not the few whose very words ask for a person. */
const MANDATES = DEPARTMENTS.flatMap(({ mandate }) =>
  mandate.flatMap(({ goal, indicators }) => [goal, ...indicators]),
).filter((phrase) => !/수사|불법|범죄|위법|부조리|비리|심판|실종|전역|산사태|화재|심정지/u.test(phrase));

/** Below the rule's own limit, so that no two wait for a person as likely duplicates. */
const DIFFERENT = DUPLICATE - 0.03;

/** The same numbers in every run: mulberry32. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)]!;

/** An issue as an officer writes it: moderate or low by the policy, with a lead and a request to it. */
export function writeIssue(random: () => number, departmentIds: readonly string[]): NewIssue {
  const one = (...from: (readonly string[])[]): string => from.map((list) => pick(list, random)).join(' ');
  return {
    title: one(DISTRICTS, PLACES, TOPICS, ASPECTS),
    summary:
      `${one(SOURCES, GROUPS)}, ${one(TOPICS, ASPECTS)} ${one(CLAIMS, ENDINGS)}. ` +
      `${one(MANDATES)} · ${one(MANDATES, LINKS, TARGETS, ACTIONS)}, ${one(PLACES, TARGETS, ACTIONS)}`,
    channel: pick(['complaint', 'politics', 'own'] as const, random),
    notes: [`${one(SOURCES)} 참고`],
    risks: [{ text: `${one(GROUPS, EFFECTS)}, ${one(EFFECTS)}`, footnote: null }],
    signals: [{ title: one(DISTRICTS, PLACES, TOPICS, ASPECTS), count: Math.floor(random() * 40) }],
    requests: [{ text: `${one(TARGETS, ACTIONS)} 및 ${one(TARGETS, ACTIONS)} 방안 제출`, horizon: 'short' }],
    // By the officer's grid every other one is moderate, and goes to its department.
    ...(random() < 0.5 && { impact: 2, likelihood: 3 }),
    leadDepartmentId: pick(departmentIds, random),
  };
}

/** Issues of which each is a matter of its own, also for the rule that looks for duplicates. */
export class Writer {
  private readonly random: () => number;
  private readonly prints: Fingerprint[] = [];
  private readonly saying = new Map<string, number[]>();

  constructor(
    seed: number,
    private readonly departmentIds: readonly string[],
  ) {
    this.random = dice(seed);
  }

  write(count: number): NewIssue[] {
    return Array.from({ length: count }, () => this.next());
  }

  private next(): NewIssue {
    for (;;) {
      const issue = writeIssue(this.random, this.departmentIds);
      const text = `${issue.title}. ${issue.summary}`;
      const print = fingerprint(text);
      const phrases = phrasesOf(text);
      if (this.alike(phrases).some((other) => similarity(print, this.prints[other]!) >= DIFFERENT)) continue;
      for (const phrase of phrases) {
        const list = this.saying.get(phrase) ?? [];
        list.push(this.prints.length);
        this.saying.set(phrase, list);
      }
      this.prints.push(print);
      return issue;
    }
  }

  /** Those that share several words: only they can be alike. */
  private alike(phrases: Set<string>): number[] {
    const shared = new Map<number, number>();
    for (const phrase of phrases) {
      for (const other of this.saying.get(phrase) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared].filter(([, count]) => count >= 2).map(([other]) => other);
  }
}

const phrasesOf = (text: string): Set<string> =>
  new Set(text.split(/[\s,.]+/).filter((word) => word.length > 2));

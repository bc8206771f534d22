import type { WarningRule } from '../../api/types.js';

export const RULE_FIELDS = [
  'name',
  'level',
  'scope',
  'words',
  'windowDays',
  'conditions',
  'need',
  'cooldownDays',
];

type Condition = WarningRule['conditions'][number];

/** Figures as they are typed. */
export interface ConditionDraft extends Pick<Condition, 'channel' | 'kind' | 'measure' | 'against'> {
  atLeast: string;
  times: string;
}

export interface RuleDraft extends Pick<WarningRule, 'name' | 'level' | 'scope'> {
  words: string;
  windowDays: string;
  need: string;
  cooldownDays: string;
  conditions: ConditionDraft[];
}

export const NEW_CONDITION: ConditionDraft = {
  channel: 'press',
  kind: null,
  measure: 'count',
  against: 'weeks',
  atLeast: '5',
  times: '2',
};

export function draftOf(rule: WarningRule | null): RuleDraft {
  return {
    name: rule?.name ?? '',
    level: rule?.level ?? 'watch',
    scope: rule?.scope ?? 'issue',
    words: rule?.words.join(', ') ?? '',
    windowDays: String(rule?.windowDays ?? 7),
    need: String(rule?.need ?? 1),
    cooldownDays: String(rule?.cooldownDays ?? 14),
    conditions: rule?.conditions.map((one) => ({
      channel: one.channel,
      kind: one.kind ?? null,
      measure: one.measure,
      against: one.against,
      atLeast: String(one.atLeast),
      times: String(one.times),
    })) ?? [NEW_CONDITION],
  };
}

/** What is no number is sent as it was written, so that the API says what is wrong with it. */
const number = (text: string): number | string =>
  text.trim() && Number.isFinite(Number(text)) ? Number(text) : text;

export function bodyOf(draft: RuleDraft) {
  return {
    name: draft.name,
    level: draft.level,
    scope: draft.scope,
    words: draft.words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    windowDays: number(draft.windowDays),
    need: number(draft.need),
    cooldownDays: number(draft.cooldownDays),
    conditions: draft.conditions.map((one) => ({
      ...one,
      atLeast: number(one.atLeast),
      times: number(one.times),
    })),
  };
}

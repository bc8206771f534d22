import type { Condition, WarningRule } from '#warnings/rules/early-warning.js';

const press: Condition = {
  channel: 'press',
  kind: null,
  measure: 'count',
  against: 'weeks',
  atLeast: 5,
  times: 2,
};
const council: Condition = { ...press, channel: 'politics', atLeast: 4 };
const complaints: Condition = {
  channel: 'complaint',
  kind: null,
  measure: 'count',
  against: 'own',
  atLeast: 30,
  times: 1.5,
};
const audit: Condition = { ...press, channel: 'audit', atLeast: 3 };
const each: Pick<WarningRule, 'scope' | 'words' | 'need' | 'cooldownDays'> = {
  scope: 'issue',
  words: [],
  need: 1,
  cooldownDays: 14,
};

/**
 * The rules that an installation begins with; officers change them there. Plausible defaults, held against a year of noise and the sample office: what they would have done in a
 * period is shown by their dry run. A quiet city stays quiet: see the spec beside `libs/warnings/rules`.
 */
export const EARLY_WARNING: readonly { rule: WarningRule; active: boolean }[] = [
  {
    active: true,
    rule: { ...each, name: '보도 급증', level: 'watch', windowDays: 7, conditions: [press] },
  },
  {
    active: true,
    rule: { ...each, name: '의회 지적 집중', level: 'watch', windowDays: 14, conditions: [council] },
  },
  {
    active: true,
    rule: { ...each, name: '민원 급증', level: 'watch', windowDays: 28, conditions: [complaints] },
  },
  {
    active: true,
    rule: { ...each, name: '감사 지적 반복', level: 'watch', windowDays: 28, conditions: [audit] },
  },
  {
    active: true,
    rule: {
      ...each,
      name: '여러 경로 동시 확산',
      level: 'alert',
      windowDays: 14,
      conditions: [
        { ...press, atLeast: 4 },
        { ...council, atLeast: 2 },
        { ...complaints, times: 1.3 },
        { ...audit, atLeast: 2 },
      ],
      need: 2,
      cooldownDays: 28,
    },
  },
  {
    active: true,
    rule: {
      ...each,
      name: '언론 집중 보도',
      level: 'alert',
      windowDays: 7,
      conditions: [
        { ...press, atLeast: 15, times: 3 },
        { ...press, measure: 'outlets', atLeast: 8, times: 3 },
      ],
      need: 2,
      cooldownDays: 28,
    },
  },
  {
    active: true,
    rule: {
      ...each,
      name: '미등록 보도 확산',
      level: 'watch',
      scope: 'cluster',
      windowDays: 3,
      conditions: [{ ...press, measure: 'outlets', atLeast: 6, times: 3 }],
    },
  },
  {
    active: false,
    rule: {
      ...each,
      name: '안전사고 키워드 급증(예시)',
      level: 'watch',
      scope: 'words',
      words: ['싱크홀', '지반침하', '붕괴', '감전', '화재'],
      windowDays: 7,
      conditions: [{ ...press, times: 3 }],
    },
  },
];

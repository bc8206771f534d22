import { CHANNEL_POLICY, type ChannelPolicy } from '#config/channels.js';
import { CHANNEL_LABELS } from '#issues/vocabulary.js';
import type { Label } from '#platform/labels.js';
import type { Condition, Reading, WarningRule } from './rules/early-warning.js';
import type { WarningScope } from './vocabulary.js';

type Language = 'ko' | 'en';
type What = Pick<Condition, 'channel' | 'measure'> & { kind?: string | null };
type Said = Omit<Condition, 'kind'> & What;
type SaidRule = Pick<WarningRule, 'scope' | 'windowDays' | 'need' | 'words' | 'cooldownDays'> & {
  conditions: Said[];
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** 언론(사설) 매체 수 */
function subject({ channel, kind, measure }: What, language: Language): string {
  const policy: ChannelPolicy | null = channel && CHANNEL_POLICY[channel];
  const name = channel ? CHANNEL_LABELS[channel][language] : language === 'ko' ? '전체 동향' : 'All signals';
  const sub = kind ? ` (${policy?.kinds[kind]?.[language] ?? kind})` : '';
  if (language === 'en') return `${name}${sub}${measure === 'outlets' ? ', outlets' : ''}`;
  return `${name}${sub.trim()}${measure === 'outlets' ? ' 매체' : ''}`;
}

const unit = (measure: Condition['measure']): string => (measure === 'outlets' ? '곳' : '건');

const OWN: Label = { ko: '비교 기준(전년 동기 등)', en: 'what they are compared with' };
const USUAL = {
  weeks: { ko: '직전 같은 기간 평균', en: 'the average of the same days before' },
  story: {
    ko: '직전 몇 주 보도 묶음 대부분이 미친 수준',
    en: 'what nearly all stories of the weeks before reached',
  },
} as const satisfies Record<string, Label>;

/** A condition as one says it: 언론 5건 이상이고 직전 같은 기간 평균의 2배 이상; a new story has no weeks before it. */
export function conditionText(condition: Said, language: Language, scope: WarningScope = 'issue'): string {
  const { measure, against, atLeast, times } = condition;
  const what = subject(condition, language);
  const usual = against === 'own' ? OWN[language] : USUAL[scope === 'cluster' ? 'story' : 'weeks'][language];
  if (language === 'en') return `${what}: at least ${atLeast} and ${times} times ${usual}`;
  return `${what} ${atLeast}${unit(measure)} 이상이고 ${usual}의 ${times}배 이상`;
}

/** A rule in one sentence. */
export function ruleText(rule: SaidRule, language: Language): string {
  const { scope, windowDays, conditions, need, words, cooldownDays } = rule;
  const ko = language === 'ko';
  const about = words.length ? (ko ? `'${words.join("', '")}' 관련, ` : `About ${words.join(', ')}: `) : '';
  const all = conditions.length;
  const how =
    all === 1
      ? ''
      : ko
        ? need === all
          ? '다음을 모두 만족: '
          : `다음 ${all}가지 중 ${need}가지 이상: `
        : `${need} of ${all}: `;
  const list = conditions.map((one) => conditionText(one, language, scope)).join(ko ? ' / ' : '; ');
  return ko
    ? `${about}최근 ${windowDays}일 동안 ${how}${list}. 한 번 알리면 ${cooldownDays}일 동안 다시 알리지 않음.`
    : `${about}Within ${windowDays} days, ${how}${list}. Silent for ${cooldownDays} days afterwards.`;
}

/** What was found: 언론 8건(11. 17.~11. 23.), 평소 1.5건 → 기준 5건 이상. */
export function readingText(reading: Reading, language: Language): string {
  const { measure, from, to, value, usual, threshold } = reading;
  const what = subject(reading, language);
  const days = `${short(from)}~${short(to)}`;
  if (language === 'en') {
    const known = usual === null ? 'nothing to compare with' : `usually ${round(usual)}`;
    return `${what}: ${round(value)} (${days}), ${known}${threshold === null ? '' : `, from ${round(threshold)}`}`;
  }
  const u = unit(measure);
  const known = usual === null ? '비교할 자료 없음' : `평소 ${round(usual)}${u}`;
  return `${what} ${round(value)}${u}(${days}), ${known}${threshold === null ? '' : `, 기준 ${round(threshold)}${u} 이상`}`;
}

const short = (day: string): string => `${Number(day.slice(5, 7))}. ${Number(day.slice(8))}.`;

import type { ScoringPolicy } from '#config/scoring.js';
import type { Level } from '#issues/vocabulary.js';
import {
  climb,
  finding,
  lower,
  quoted,
  wordFindings,
  type Finding,
  type Passage,
  type Reading,
} from './evidence.js';
import { includes, mentioned } from './mention.js';

// "사망 27명", "1명 숨지고"; bounded, so that no text makes it slow.
const DEATHS = /(?:사망|숨지|숨져|숨진)[^.\d]{0,8}(\d{1,4})\s?명|(\d{1,4})\s?명(?:이|의)?\s?(?:사망|숨)/gu;
const PEOPLE =
  /(?:(\d{1,4})\s?만\s?)?(\d[\d,]{0,9}(?:\.\d)?)\s?(백만|만|천|백)?\s?여?\s?(명|가구|세대|(?:개\s?)?(?:단지|학교)|대(?=의? ?(?:차량|통행))|인(?![가-힣])|을?\s?넘)/gu;
const RECORDS = /(?:정보|계정|데이터)[^\d]{0,12}(\d[\d,]{0,9}(?:\.\d)?)\s?(백만|만|천|백)?\s?여?\s?건/gu;
const TIMES: Readonly<Record<string, number>> = { 백만: 1_000_000, 만: 10_000, 천: 1_000, 백: 100 };
const MONEY =
  /(?:(\d[\d,.]{0,9})\s?조\s?)?(?:(\d[\d,.]{0,9})\s?억\s?)?(?:(\d[\d,.]{0,9})\s?(천만|백만|만)\s?)?원/gu;

/** Safety: words of harm, and deaths counted in the text. */
export function safety(reading: Reading): Finding[] {
  const { autoUpTo } = reading.policy.factors.safety;
  const deaths = reading.passages.flatMap((passage) =>
    figures(passage.text, '명', DEATHS).map((match) => {
      const many = Number(match[1] ?? match[2]) >= 2;
      return {
        level: lower(many ? 5 : 4, passage.upTo),
        upTo: autoUpTo,
        text: `${passage.place} '${match[0].trim()}': ${many ? '다수 사상·사망 이력' : '사망 사례'}`,
      };
    }),
  );
  return [...deaths, ...wordFindings('safety', reading)];
}

/** Vulnerable groups: how many are named where it counts, and whether livelihood, care or survival is at stake. */
export function vulnerable(reading: Reading): Finding[] {
  const { groups, hardship, survival } = reading.policy.vulnerable;
  const named = (passages: readonly Passage[]) =>
    groups.flatMap((group) => {
      const present = group.words.filter((word) => includes(reading.whole, word));
      const words = passages.flatMap(({ text }) => mentioned(text, present));
      return words.length > 0 ? [{ name: group.name, words: [...new Set(words)] }] : [];
    });
  const said = (list: readonly string[]) => [...new Set(direct.flatMap(({ text }) => mentioned(text, list)))];
  const direct = reading.passages.filter(({ place }) => place !== '참고');
  const affected = named(direct);
  if (affected.length === 0) {
    const aside = named(reading.passages);
    return aside.flatMap((group) => finding('vulnerable', 2, `참고에 ${group.name} 언급(간접)`, reading));
  }
  const names = affected.map((group) => group.name).join('·');
  const harm = said(hardship);
  const life = said(survival);
  return [
    ...affected.flatMap((group) =>
      finding('vulnerable', 3, `${group.name} 직접 영향(${quoted(group.words)})`, reading),
    ),
    ...finding('vulnerable', affected.length > 1 ? 4 : 1, `여러 집단 영향: ${names}`, reading),
    ...finding('vulnerable', harm.length > 0 ? 4 : 1, `${names}의 생계·돌봄: ${quoted(harm)} 언급`, reading),
    ...finding('vulnerable', life.length > 0 ? 5 : 1, `${names}의 생존: ${quoted(life)} 언급`, reading),
  ];
}

/** Reach: districts named or given, numbers of people, complaints against their baseline, words. */
export function reach(reading: Reading): Finding[] {
  const { policy, passages } = reading;
  const districts = districtsOf(reading);
  const people = passages.flatMap(({ place, text }) =>
    figures(text, '', PEOPLE).flatMap((match) => {
      const level = climb(policy.reach.people, headcount(match, policy.reach.units));
      return finding('reach', level, `${place} '${match[0].trim()}'`, reading);
    }),
  );
  const shown = `${districts.slice(0, 3).join('·')}${districts.length > 3 ? ' 등' : ''}`;
  return [
    ...records(reading),
    ...finding(
      'reach',
      climb(policy.reach.districts, districts.length),
      `자치구 ${districts.length}곳(${shown})`,
      reading,
    ),
    ...people,
    ...complaints(reading),
    ...wordFindings('reach', reading),
  ];
}

/** Records of persons count as the persons. */
function records(reading: Reading): Finding[] {
  return reading.passages.flatMap(({ place, text }) =>
    figures(text, '건', RECORDS).flatMap(([said, digits, times]) => {
      const level = climb(reading.policy.reach.people, number(digits) * (times ? TIMES[times]! : 1));
      return finding('reach', level, `${place} '${said.trim()}'`, reading);
    }),
  );
}

function districtsOf({ input, whole, policy }: Reading): string[] {
  const named = mentioned(whole, policy.reach.districtNames);
  return [...new Set([...(input.districts ?? []), ...named])];
}

function headcount(match: RegExpMatchArray, units: ScoringPolicy['reach']['units']): number {
  const times = TIMES[match[3] ?? ''] ?? 1;
  const each = units.find(({ unit }) => match[4]?.endsWith(unit))?.people ?? 1;
  return (number(match[1]) * 10_000 + number(match[2]) * times) * each;
}

function complaints(reading: Reading): Finding[] {
  const { surge, complaints: ladder } = reading.policy.reach;
  return (reading.input.signals ?? []).flatMap((signal) => {
    if (signal.channel !== 'complaint' || !signal.count) return [];
    const { count, baseline } = signal;
    const risen = baseline != null && count >= surge.minimum && count >= baseline * surge.ratio;
    const compared = baseline == null ? '' : `, 기준 ${baseline.toLocaleString('ko-KR')}건`;
    const text = `민원 ${count.toLocaleString('ko-KR')}건${compared}${risen ? ': 급증' : ''}`;
    return [
      ...finding('reach', climb(ladder, count), text, reading),
      ...finding('reach', risen ? surge.level : 1, text, reading),
    ];
  });
}

/** Budget: amounts of money near a word of finance, in 억원, and words. */
export function budget(reading: Reading): Finding[] {
  const { amount, cues, within } = reading.policy.budget;
  const amounts = reading.passages.flatMap(({ place, text, upTo }) =>
    figures(text, '원', MONEY).flatMap((match) => {
      const around = text.slice(Math.max(0, match.index - within), match.index + match[0].length + within);
      const cue = cues.find((word) => includes(around, word));
      const level: Level = cue ? lower(climb(amount, eok(match)), upTo) : 1;
      return finding('budget', level, `${place} '${match[0].trim()}'(${cue})`, reading);
    }),
  );
  return [...amounts, ...wordFindings('budget', reading)];
}

/** An amount in 억원 (100 million won); 0 for a bare 원. */
function eok(match: RegExpMatchArray): number {
  const small = { 천만: 0.1, 백만: 0.01, 만: 0.0001 }[match[4] ?? ''] ?? 0;
  return number(match[1]) * 10_000 + number(match[2]) + number(match[3]) * small;
}

/** All matches, asking first whether there is anything to match: most passages have none. */
function figures(text: string, unit: string, pattern: RegExp): RegExpExecArray[] {
  return /\d/.test(text) && text.includes(unit) ? [...text.matchAll(pattern)] : [];
}

function number(digits: string | undefined): number {
  const value = Number((digits ?? '0').replaceAll(',', ''));
  return Number.isFinite(value) ? value : 0;
}

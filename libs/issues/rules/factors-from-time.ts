import { addDays, daysBetween, isDay, monthsBetween } from '#platform/calendar.js';
import { climb, finding, wordFindings, type Finding, type Reading } from './evidence.js';

// "지난 10년간", "3년째", "5년 연속": years that have been; plans ("향후 5년간") do not count.
const YEARS =
  /(?:지난|최근|벌써)\s?(\d{1,2})\s?년|(?<!향후\s?|앞으로\s?|다음\s?)(\d{1,2})\s?년(?:째|간| ?연속|이 넘| ?이상)/gu;

/** Persistence: years spoken of, days between the first and the last signal, words. */
export function persistence(reading: Reading): Finding[] {
  const { years, span } = reading.policy.persistence;
  const spoken = reading.passages.flatMap(({ place, text }) =>
    (text.includes('년') ? [...text.matchAll(YEARS)] : []).flatMap((match) => {
      const level = climb(years, Number(match[1] ?? match[2]));
      return finding('persistence', level, `${place} '${match[0].trim()}'`, reading);
    }),
  );
  const days = (reading.input.signals ?? [])
    .map((signal) => signal.publishedOn)
    .filter((day): day is string => day != null && isDay(day))
    .toSorted();
  const length = days.length > 1 ? daysBetween(days[0]!, days.at(-1)!) : 0;
  return [
    ...spoken,
    ...finding('persistence', climb(span, length), `동향이 ${length}일에 걸쳐 이어짐`, reading),
    ...wordFindings('persistence', reading),
  ];
}

/** Imminence: months from today to the expected month; what is under way by its signals; words of urgency. */
export function imminence(reading: Reading): Finding[] {
  const { expectedMonth, expectedOn, today } = reading.input;
  const now = [...underWay(reading), ...wordFindings('imminence', reading)];
  if (!expectedMonth) return now;
  const ahead = monthsBetween(addDays(today, 0).slice(0, 7), expectedMonth);
  const rung = reading.policy.imminence.find(({ within }) => ahead >= 0 && ahead <= within);
  if (!rung) return now;
  const level = expectedOn && rung.dated ? rung.dated : rung.level;
  const when = ahead === 0 ? '이번 달' : ahead === 1 ? '다음 달' : `${ahead}개월 뒤`;
  const text = `예상 시기 ${expectedOn ?? expectedMonth}: ${when}${expectedOn ? ', 날짜 확정' : ''}`;
  return [...finding('imminence', level, text, reading), ...now];
}

function underWay(reading: Reading): Finding[] {
  const { days, level } = reading.policy.underWay;
  const { today, signals = [] } = reading.input;
  const newest = signals
    .flatMap(({ publishedOn: on, tone }) =>
      on && isDay(on) && on <= today && tone !== 'positive' ? [on] : [],
    )
    .toSorted()
    .at(-1);
  if (!newest || daysBetween(newest, today) > days) return [];
  return finding('imminence', level, `최근 동향 ${newest}: 진행 중`, reading);
}

/** Difficulty of control: how many departments have to act, and others named whose consent is needed. */
export function controllability(reading: Reading): Finding[] {
  const involved = reading.input.departments ?? 0;
  const level = climb(reading.policy.controllability.departments, involved);
  return [
    ...finding('controllability', level, `관련 부서 ${involved}곳: 협의 필요`, reading),
    ...wordFindings('controllability', reading),
  ];
}

import type { Language } from '#people/vocabulary.js';
import { longDay } from '#platform/day-in-words.js';
import type { ExpectedIssue } from './expected.js';

const WORDS = {
  ko: {
    head: (month: string, count: number) => `□ ${month} 예상 이슈로 이미 파악한 사항 : ${count}건`,
    none: (month: string) => `□ ${month} 예상 이슈로 파악한 사항이 없습니다.`,
    when: '예상 시기',
    foot: '※ 위 이슈는 다시 제출하지 않으셔도 되며, 시기·내용이 다르면 회신 화면에서 바로잡을 수 있음',
  },
  en: {
    head: (month: string, count: number) => `□ Expected of ${month} already: ${count}`,
    none: (month: string) => `□ Nothing is expected of your department in ${month} so far.`,
    when: 'When',
    foot: '※ These need not be reported again; where one is not so, say it with your answer.',
  },
};

/** What a department is told with the question: what is known of it already, so that nobody writes it twice. */
export function expectedText(issues: ExpectedIssue[], month: string, language: Language): string {
  const words = WORDS[language];
  const named = monthIn(month, language);
  if (!issues.length) return words.none(named);
  const lines = issues.flatMap(({ number, title, expectedMonth, expectedOn, reason }, n) => {
    const day = expectedOn && (language === 'ko' ? longDay(expectedOn) : expectedOn);
    const when = [day ?? monthIn(expectedMonth, language), reason].filter(Boolean).join(', ');
    return [`  ${n + 1}. ${title} [${number}]`, `     - ${words.when} : ${when}`];
  });
  return [words.head(named, issues.length), ...lines, '', words.foot].join('\n');
}

const monthIn = (month: string, language: Language): string =>
  language === 'ko' ? `${month.slice(0, 4)}년 ${Number(month.slice(5))}월` : month;

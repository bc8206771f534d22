import type { Horizon } from '#issues/vocabulary.js';
import { HORIZON_LABELS } from '#issues/vocabulary.js';
import { longDay } from '#platform/day-in-words.js';

export interface LetterFacts {
  department: string;
  title: string;
  summary: string;
  risks: readonly string[];
  requests: readonly { text: string; horizon: Horizon | null; relatedBody: string | null }[];
  /** The earliest deadline among them, day and time in Seoul. */
  due: { day: string; time: string } | null;
}

// The marks of each level of an official letter (항목 구분).
const SYLLABLES = '가나다라마바사아자차카타파하';
const STEP = '  ';

/**
 * 공문 초안: the text that the office pastes into the e-approval system, where the formal act stays. Levels are marked 1. 가. 1) as
 * letters are, each one step further in, and it ends with 끝.
 */
export function letterOf({ department, title, summary, risks, requests, due }: LetterFacts): {
  to: string;
  title: string;
  body: string;
} {
  const items: [label: string, content: string | string[]][] = [
    ['이슈명', title],
    ['주요내용', oneLine(summary)],
    ...(risks.length ? [['예상되는 리스크', risks.map(oneLine)] as [string, string[]]] : []),
    ['요청사항', requests.map(requestLine)],
    ...(due ? [['회신기한', `${longDay(due.day)} ${due.time}까지`] as [string, string]] : []),
  ];
  const lines = [
    '1. 귀 부서의 협조에 감사드립니다.',
    '2. 시정 리스크 이슈와 관련하여 아래와 같이 조치계획 제출을 요청드리니 기한 내 회신하여 주시기 바랍니다.',
    ...items.flatMap(([label, content], i) => {
      const head = `${STEP}${SYLLABLES[i]}. ${label}`;
      if (typeof content === 'string') return [`${head}: ${content}`];
      return [head, ...content.map((one, n) => `${STEP}${STEP}${n + 1}) ${one}`)];
    }),
  ];
  return {
    to: department,
    title: `「${title}」 관련 조치계획 제출 요청`,
    body: `${lines.join('\n')}${STEP}끝.`,
  };
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ').trim();

const requestLine = ({ text, horizon, relatedBody }: LetterFacts['requests'][number]): string =>
  [horizon && `(${HORIZON_LABELS[horizon].ko})`, oneLine(text), relatedBody && `[관련 기관: ${relatedBody}]`]
    .filter(Boolean)
    .join(' ');

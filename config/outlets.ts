import { NATIONAL_OUTLETS } from './channels.js';
import { words } from './words.js';

/** How scrap lists shorten outlets; inside brackets and columns only, since 서울, 한국 and 세계 are words too. */
const SHORT = {
  조선: '조선일보',
  중앙: '중앙일보',
  동아: '동아일보',
  경향: '경향신문',
  한국: '한국일보',
  국민: '국민일보',
  세계: '세계일보',
  서울: '서울신문',
  문화: '문화일보',
  내일: '내일신문',
  매경: '매일경제',
  한경: '한국경제',
  서경: '서울경제',
  헤경: '헤럴드경제',
  헤럴드: '헤럴드경제',
  파뉴: '파이낸셜뉴스',
  머투: '머니투데이',
  아경: '아시아경제',
  연합: '연합뉴스',
  오마이: '오마이뉴스',
  노컷: '노컷뉴스',
  시민: '시민일보',
  아시아투데이: '아시아투데이',
} as const;

/** Every way an outlet may be written in a list, without spaces, with its name. */
export const OUTLETS: ReadonlyMap<string, string> = new Map([
  ...NATIONAL_OUTLETS.map((name) => [name, name] as const),
  ...Object.entries(SHORT),
]);

/** What a name ends in that is an outlet's though nobody listed it. */
export const OUTLET_ENDINGS = words(
  '일보, 신문, 뉴스, 방송, 경제, 타임스, 타임즈, 투데이, 저널, 데일리, 통신, 헤럴드, TV, 미디어, 비즈, 프레시안',
);

/** Programmes that make a report a headline of the broadcast. */
export const MAIN_NEWS = words(
  '뉴스9, 9시뉴스, 8뉴스, 8시뉴스, 뉴스데스크, 뉴스룸, 메인뉴스, 주요뉴스, 뉴스A, 뉴스7',
);

/** Words of a list for a kind of `config/channels.ts`, the weightiest first; an empty kind is only taken off the title. */
export const KIND_WORDS: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ['front-page', words('1면, 1면톱, 1면 톱, 톱, 머리기사')],
  ['editorial', words('사설')],
  ['series', words('기획, 연속, 시리즈, 특집, 탐사, 심층, 기획특집')],
  ['broadcast-headline', words('주요뉴스, 메인뉴스')],
  ['exclusive', words('단독')],
  ['local', words('지역, 인터넷, 온라인')],
  ['', words('속보, 종합, 종합2보, 상보')],
];

import fc from 'fast-check';
import { linesOf, readScrap, type ScrapRow } from './scrap.js';

const TODAY = '2026-11-04';
const read = (text: string): ScrapRow[] => readScrap(linesOf(text), TODAY);
const one = (line: string): Partial<ScrapRow> => {
  const rows = read(line);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

it.each<[string, Partial<ScrapRow>]>([
  ['[○○일보] 한강버스 또 멈췄다 (3면)', { title: '한강버스 또 멈췄다', outlet: '○○일보', placement: '3면' }],
  [
    '○ 한강버스 또 멈췄다 (조선, 11.3. A12면)',
    { title: '한강버스 또 멈췄다', outlet: '조선일보', publishedOn: '2026-11-03', placement: 'A12면' },
  ],
  [
    '▶ 한강버스 또 멈췄다 / 한겨레 / 2026. 11. 3. / https://news.example/1?a=1',
    {
      title: '한강버스 또 멈췄다',
      outlet: '한겨레',
      publishedOn: '2026-11-03',
      url: 'https://news.example/1?a=1',
    },
  ],
  ['- 한강버스 또 멈췄다(한겨레 5면)', { title: '한강버스 또 멈췄다', outlet: '한겨레', placement: '5면' }],
  ['한강버스 또 멈췄다 - 연합뉴스', { title: '한강버스 또 멈췄다', outlet: '연합뉴스' }],
  ['한강버스 또 멈췄다 | 서울신문', { title: '한강버스 또 멈췄다', outlet: '서울신문' }],
  ['한강버스 또 멈췄다 <경향>', { title: '한강버스 또 멈췄다', outlet: '경향신문' }],
  ['1. 한강버스 또 멈췄다 (중앙 A1, 사설)', { outlet: '중앙일보', placement: 'A1면', kind: 'front-page' }],
  [
    '[단독] 한강버스 또 멈췄다 (세계)',
    { title: '한강버스 또 멈췄다', outlet: '세계일보', kind: 'exclusive' },
  ],
  ['[한국일보][사설] 안전이 먼저다', { title: '안전이 먼저다', outlet: '한국일보', kind: 'editorial' }],
  ['(조선) 한강버스 또 멈췄다', { title: '한강버스 또 멈췄다', outlet: '조선일보' }],
  [
    'SBS 8뉴스: 한강버스 또 멈췄다',
    { title: '한강버스 또 멈췄다', outlet: 'SBS 8뉴스', kind: 'broadcast-headline' },
  ],
  ['KBS 뉴스9 : 서울 첫 한파주의보', { title: '서울 첫 한파주의보', outlet: 'KBS 뉴스9' }],
  ['TV조선 뉴스현장: 한강버스 또 멈췄다', { title: '한강버스 또 멈췄다', outlet: 'TV조선 뉴스현장' }],
  ['서울 경제: 위기인가 기회인가', { title: '서울 경제: 위기인가 기회인가', outlet: null }],
  ['연합뉴스 : 한강버스 또 멈췄다', { title: '한강버스 또 멈췄다', outlet: '연합뉴스' }],
  [
    '11/3 조선일보 3면 한강버스 또 멈췄다',
    { title: '한강버스 또 멈췄다', outlet: '조선일보', publishedOn: '2026-11-03', placement: '3면' },
  ],
  ["한강버스 또 멈췄다 ('26. 11. 3. ○○일보)", { outlet: '○○일보', publishedOn: '2026-11-03' }],
  ['① 한강버스 또 멈췄다 [KBS 뉴스9]', { outlet: 'KBS 뉴스9', kind: 'broadcast-headline' }],
  [
    'ㅇ 한강버스, 석 달 만에 또 멈춰 (동아 1면 톱)',
    { outlet: '동아일보', placement: '1면', kind: 'front-page' },
  ],
  ['• 한강버스 또 멈췄다 (국민, 12면, 김○○ 기자)', { outlet: '국민일보', placement: '12면' }],
  [
    '한강버스 또 멈췄다 https://news.example/2',
    { title: '한강버스 또 멈췄다', url: 'https://news.example/2' },
  ],
  [
    '한강버스 또 멈췄다 (www.news.example/3)',
    { title: '한강버스 또 멈췄다', url: 'https://www.news.example/3' },
  ],
  ['한강버스 또 멈췄다 / 뉴시스 / 12월 30일', { publishedOn: '2025-12-30' }],
  ['한강버스 또 멈췄다 / 뉴시스 / 13. 45.', { wrongDay: true, publishedOn: null }],
  [
    '한강버스 또 멈췄다 조선일보 A12면',
    { title: '한강버스 또 멈췄다', outlet: '조선일보', placement: 'A12면' },
  ],
  ['한강버스 또 멈췄다 A12면', { title: '한강버스 또 멈췄다', placement: 'A12면' }],
  [
    '한강버스 또 멈췄다 한겨레 11.3.',
    { title: '한강버스 또 멈췄다', outlet: '한겨레', publishedOn: '2026-11-03' },
  ],
  ["한강버스 또 멈췄다 한겨레 '26. 11. 3.", { title: '한강버스 또 멈췄다', publishedOn: '2026-11-03' }],
  ['광고비를 받은 조선일보 https://news.example/4', { title: '광고비를 받은 조선일보', outlet: null }],
  // What looks like an outlet and is a word of the title stays there.
  [
    '서울 지하철 3호선 지연…"한국 경제 손실" (매경)',
    { title: '서울 지하철 3호선 지연…"한국 경제 손실"', outlet: '매일경제' },
  ],
  [
    '[서울시] 시민 안전 (3중 대책) 발표 (문화)',
    { title: '[서울시] 시민 안전 (3중 대책) 발표', outlet: '문화일보' },
  ],
  ['노원구 주민 "세계 최고" 되나 - 헤럴드', { title: '노원구 주민 "세계 최고" 되나', outlet: '헤럴드경제' }],
])('reads %s', (line, wanted) => {
  expect(one(line)).toMatchObject(wanted);
});

it('reads a morning as it is mailed round: a dated head, headings, notes, page numbers', () => {
  const rows = read(`2026. 11. 3.(화) 조간 언론 스크랩
총 5건

□ 교통
○ 한강버스 또 멈췄다 (조선, A12면)
○ 지하철 요금 150원 오른다 (한겨레 1면)
   https://news.example/fare
※ 관련 부서 확인 중
■ 복지
 - 어린이집 5년새 1,800곳 폐원 / 경향 / 11. 2.
<사설>
[중앙] 한강버스, 안전이 먼저다
- 1 -
끝.`);
  expect(rows).toMatchObject([
    { title: '한강버스 또 멈췄다', section: '교통', publishedOn: '2026-11-03', placement: 'A12면' },
    { section: '교통', kind: 'front-page', url: 'https://news.example/fare' },
    { title: '어린이집 5년새 1,800곳 폐원', section: '복지', outlet: '경향신문', publishedOn: '2026-11-02' },
    { section: '사설', outlet: '중앙일보', kind: 'editorial' },
  ]);
  expect(rows).toHaveLength(4);
});

it('reads what was copied from a portal: outlet and time on lines of their own', () => {
  expect(
    read(`한강버스 잠실 선착장 인근서 강바닥에 걸려 멈춰
연합뉴스 | 3시간 전
지하철 요금 또 오른다…서울시 내년 150원 인상
뉴시스
1일 전`),
  ).toMatchObject([{ outlet: '연합뉴스', publishedOn: '2026-11-04' }, { outlet: '뉴시스' }]);
});

it('reads cells copied from a spreadsheet, by its headings in any order', () => {
  const rows = read(
    [
      ['연번', '매체', '제목', '면', '보도일', '링크'],
      ['1', '조선일보', '[단독] 한강버스 또 멈췄다', '12', '2026-11-03', 'https://news.example/1'],
      ['2', '○○방송', '지하철 요금 150원 오른다', '', '11.3.', ''],
      ['3', '동네소식지', '보도블록 교체 여전', 'A1', '13.45.', 'news'],
    ]
      .map((cells) => cells.join('\t'))
      .join('\n'),
  );
  expect(rows).toMatchObject([
    { title: '한강버스 또 멈췄다', kind: 'exclusive', placement: '12면', url: 'https://news.example/1' },
    { outlet: '○○방송', publishedOn: '2026-11-03', placement: null },
    { outlet: '동네소식지', kind: 'front-page', wrongDay: true, url: null },
  ]);
});

it('reads headings spaced and bracketed as offices write them, the page beside the outlet', () => {
  const rows = read(`연번\t게재일\t제 목\t매체(면)\t비고
1\t11.3(화)\t따릉이 앱 또 먹통…출근길 시민 불편\t경향신문(10면)\t비판
2\t11.3(화)\t예산 삭감\t동네소식지(1면)\t
복지\t\t\t\t
3\t11.2(월)\t[사설] 서울시 예산 '쪽지' 안 된다\t중앙 34면\t
합계 3건\t\t\t\t`);
  expect(rows).toMatchObject([
    { title: '따릉이 앱 또 먹통…출근길 시민 불편', outlet: '경향신문', placement: '10면', section: null },
    { title: '예산 삭감', outlet: '동네소식지', placement: '1면', kind: 'front-page' },
    { outlet: '중앙일보', placement: '34면', kind: 'editorial', publishedOn: '2026-11-02', section: '복지' },
  ]);
  expect(rows).toHaveLength(3);
});

it('reads the page beside an outlet where no headings say so, too', () => {
  expect(read('1\t한강버스 또 멈췄다\t경향신문(10면)')).toMatchObject([
    { title: '한강버스 또 멈췄다', outlet: '경향신문', placement: '10면', section: null },
  ]);
});

it('takes a title alone in its column for one, however short, and the name above the headings for none', () => {
  expect(
    read('금일 주요 기사 모음 (11. 3.)\n구분\t제목\t매체\n\t예산 삭감\t\n\t한강버스 또 멈췄다\t한겨레'),
  ).toMatchObject([
    { title: '예산 삭감', publishedOn: '2026-11-03' },
    { title: '한강버스 또 멈췄다', outlet: '한겨레' },
  ]);
});

it('reads cells without headings by what is in them', () => {
  expect(
    read('1\t한겨레\t한강버스 또 멈췄다\t5면\t2026.11.3\n2\t경향\t지하철 요금 오른다\t1면\t2026.11.3'),
  ).toMatchObject([
    { title: '한강버스 또 멈췄다', outlet: '한겨레', placement: '5면', publishedOn: '2026-11-03' },
    { title: '지하철 요금 오른다', outlet: '경향신문', kind: 'front-page' },
  ]);
});

it('finds no article in nothing, and reads anything without failing', () => {
  expect(read(' \n\n---\n□ 교통\n끝.')).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 20 }), (lines) => {
      for (const row of read(lines.join('\n'))) expect(typeof row.title).toBe('string');
    }),
  );
});

it('reads a line of any length in no time', () => {
  const since = performance.now();
  read(`${'['.repeat(5000)}${' / '.repeat(20_000)}${'(가 '.repeat(20_000)}${'11. '.repeat(10_000)}`);
  expect(performance.now() - since).toBeLessThan(2000);
});

it.each([['오늘의 신문 스크랩'], ['주요 언론보도 현황'], ['언론 모니터링 자료'], ['조간 클리핑']])(
  'does not take the name of the list for an article: %s',
  (name) => {
    expect(read(`${name}\n한강버스 또 멈췄다 (한겨레)`)).toMatchObject([{ title: '한강버스 또 멈췄다' }]);
  },
);

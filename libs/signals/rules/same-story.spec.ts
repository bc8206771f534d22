import fc from 'fast-check';
import { similarity } from '#issues/rules/similarity.js';
import { STORIES } from './headlines.js';
import { headline, placesIn, sameStory, together, type Told } from './same-story.js';

interface Line extends Told {
  title: string;
  story: number;
}

const told = (title: string, more: Partial<Told> = {}): Told => ({
  channel: 'press',
  day: '2026-11-03',
  places: placesIn(title),
  ...more,
});
const LINES: Line[] = STORIES.flatMap(({ headlines }, story) =>
  headlines.map((title) => ({ ...told(title), title, story })),
);
const scores = new Map<string, number>();
/** Computed once a pair: the properties below ask again and again. */
function alike(a: string, b: string): number {
  const pair = `${a}\n${b}`;
  const known = scores.get(pair) ?? similarity(headline(a), headline(b));
  scores.set(pair, known);
  return known;
}

/** The links within a list, as it would be found one after the other. */
function linksIn(lines: readonly Line[]): [string, string][] {
  return lines.flatMap((a, i) =>
    lines
      .slice(0, i)
      .filter((b) => sameStory(alike(a.title, b.title), a, b))
      .map((b): [string, string] => [a.title, b.title]),
  );
}

const groupsOf = (lines: readonly Line[]): string[] =>
  together(linksIn(lines))
    .map((group) => group.toSorted().join('\n'))
    .toSorted();

it('tells the stories of a morning apart: almost every story whole, almost none with a line of another', () => {
  const storyOf = new Map(LINES.map(({ title, story }) => [title, story]));
  const groups = together(linksIn(LINES));
  const pairs = (list: string[][]): string[] =>
    list.flatMap((group) =>
      group.flatMap((a, i) => group.slice(0, i).map((b) => [a, b].toSorted().join('\n'))),
    );
  const found = pairs(groups);
  const wanted = new Set(pairs(STORIES.map(({ headlines }) => [...headlines])));
  const right = found.filter((pair) => wanted.has(pair)).length;
  const f1 = (2 * right) / (found.length + wanted.size);
  expect(
    groups.flatMap((group) => (new Set(group.map((title) => storyOf.get(title))).size > 1 ? [group] : [])),
  ).toEqual([]);
  expect(f1).toBeGreaterThanOrEqual(0.95);
});

it('asks nothing about the order in which signals come', () => {
  const wanted = groupsOf(LINES);
  fc.assert(
    fc.property(fc.shuffledSubarray(LINES, { minLength: LINES.length }), (lines) => {
      expect(groupsOf(lines)).toEqual(wanted);
    }),
    { numRuns: 20 },
  );
});

it('is the same for two signals either way round', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LINES), fc.constantFrom(...LINES), (a, b) => {
      expect(alike(a.title, b.title)).toBe(alike(b.title, a.title));
      expect(sameStory(alike(a.title, b.title), a, b)).toBe(sameStory(alike(b.title, a.title), b, a));
    }),
  );
});

it('brings together whatever is linked, in any order of the links', () => {
  const link = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  );
  fc.assert(
    fc.property(fc.array(link), (links) => {
      const groups = together(links);
      expect(together(links.toReversed().map(([a, b]) => [b, a] as const))).toEqual(groups);
      for (const [a, b] of links)
        expect(a === b || groups.some((group) => group.includes(a) && group.includes(b))).toBe(true);
    }),
  );
});

it.each([
  ['[단독] 한강버스 또 멈췄다', '한강버스 또 멈췄다'],
  ['[속보][단독] 한강버스 또 멈췄다(종합2보)', '한강버스 또 멈췄다'],
  ['<사설> 한강버스, 안전이 먼저다', '한강버스, 안전이 먼저다'],
  ['[단독]', '[단독]'],
])('reads %s as %s', (title, bare) => {
  expect(headline(title)).toBe(bare);
});

it('keeps apart what is headed alike and happened elsewhere, on another day, or came through another channel', () => {
  const near = told('강남구 아파트 화재');
  expect(sameStory(0.9, near, told('마포구 아파트 화재'))).toBe(false);
  expect(sameStory(0.9, near, told('강남 아파트 불'))).toBe(true);
  expect(sameStory(0.9, near, told('아파트 화재'))).toBe(true);
  expect(sameStory(0.9, near, told('강남구 아파트 화재', { day: '2026-11-07' }))).toBe(false);
  expect(sameStory(0.9, near, told('강남구 아파트 화재', { channel: 'audit' }))).toBe(false);
  const complaint = told('따릉이 고장', { channel: 'complaint' });
  expect(sameStory(1, complaint, complaint)).toBe(false);
});

it('asks for less where both name one line or district, and does not mix committees', () => {
  const first = told('9호선 또 멈췄다…신호장애에 출근길 혼란');
  const second = told('9호선 급행 출근길 멈춰 승객 불편');
  expect(sameStory(0.45, first, second)).toBe(true);
  expect(sameStory(0.45, told('급행열차 멈춰'), second)).toBe(false);
  expect(sameStory(0.3, first, second)).toBe(false);
  const traffic = '교통위원회 업무보고';
  const climate = '환경위원회 업무보고';
  expect(sameStory(similarity(traffic, climate), told(traffic), told(climate))).toBe(false);
});

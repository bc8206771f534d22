import { inBrief } from './in-brief.js';

it('leaves a text that has room as it is', () => {
  expect(inBrief('비상수송대책 초안 마련', 20)).toBe('비상수송대책 초안 마련');
});

it('ends another with a whole word, and says that it goes on', () => {
  expect(inBrief('비상수송대책 초안 마련, 시내버스 증편 협의', 15)).toBe('비상수송대책 초안 마련…');
});

it('cuts what has no words where it has to, between characters', () => {
  expect(inBrief('가'.repeat(20), 10)).toBe(`${'가'.repeat(9)}…`);
  expect(Array.from(inBrief('😀'.repeat(20), 10))).toHaveLength(10);
});

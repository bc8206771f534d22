import { longDay } from '#platform/day-in-words.js';
import {
  alternativeMark,
  editionWord,
  gradeCounts,
  listMark,
  monthWithin,
  period,
  reportDay,
  shortDay,
  titleWithYear,
} from './wording.js';

it('prints a day in one way only, whatever its distance', () => {
  expect(reportDay('2019-07-24')).toBe("'19. 7. 24.");
  expect(longDay('2026-11-25')).toBe('2026. 11. 25.(수)');
  expect(shortDay('2026-12-23', '2026')).toBe('12. 23.');
  expect(shortDay('2027-03-15', '2026')).toBe("'27. 3. 15.");
  expect(period('2026-11-15', '2027-03-15', '2026')).toBe("11. 15.~'27. 3. 15.");
  expect(period('2026-12-16', '2026-12-16', '2026')).toBe('12. 16.');
  expect(monthWithin('2027-01', '2026')).toBe("'27. 1월");
});

it('numbers up to fifteen with circles, then with a bracket', () => {
  expect([1, 2, 15, 16, 27].map(listMark)).toEqual(['①', '②', '⑮', '16)', '27)']);
  expect([1, 3, 26].map(alternativeMark)).toEqual(['ⓐ', 'ⓒ', 'ⓩ']);
});

it('puts the year the issue is expected in behind its title, once', () => {
  expect(titleWithYear('풍수해 대비 철저', '2020-06')).toBe("풍수해 대비 철저 ('20)");
  expect(titleWithYear("풍수해 대비 철저 ('20)", '2020-06')).toBe("풍수해 대비 철저 ('20)");
});

it('calls an edition 확정본, its correction 정정본, and what is not confirmed 초안', () => {
  expect([editionWord(1), editionWord(2), editionWord(3, true)]).toEqual([
    '확정본(제1차)',
    '정정본(제2차)',
    '초안',
  ]);
});

it('counts by grade, heaviest first, leaving out what there is none of', () => {
  expect(gradeCounts([{ grade: 'moderate' }, { grade: 'critical' }, { grade: 'moderate' }])).toBe(
    '매우 높음 1, 보통 2',
  );
});

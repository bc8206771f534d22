import { BREAK, breakable } from './linebreak.js';

const shown = (text: string) => breakable(text).replaceAll('\u00A0', '_').replaceAll(BREAK, '|');

it('keeps a date on one line', () => {
  expect(shown("('26. 11. 20. 한강일보) 외 6건")).toBe("('26._11._20. 한강일보) 외_6건");
  expect(shown('12. 1.까지')).toBe('12._1.까지');
  expect(shown("'27. 1월 예상")).toBe("'27._1월 예상");
});

it('leaves short words whole and opens long ones behind marks and before brackets', () => {
  expect(shown('실·국 대응')).toBe('실·국 대응');
  expect(shown('도시교통실·노동민생정책관(협조)')).toBe('도시교통실·|노동민생정책관|(협조)');
  expect(shown('금액은12,345,678원입니다')).toBe('금액은12,345,678원입니다');
});

it('keeps an alternative beside its mark', () => {
  expect(shown('ⓐ 증편 ⓑ 현행 유지')).toBe('ⓐ_증편 ⓑ_현행 유지');
});

it('keeps a colon behind its label', () => {
  expect(shown('효과 : 유지 / 예산 : 12억원')).toBe('효과_: 유지 / 예산_: 12억원');
});

it('changes nothing that is read', () => {
  const text = "도시교통실(노동민생정책관·대변인), '26. 11. 24. 회신 — 초안 마련(추진 중)";
  expect(breakable(text).replaceAll(BREAK, '').replaceAll('\u00A0', ' ')).toBe(text);
});

import { meter, trendChart } from './charts.js';

const chart = trendChart([
  { month: '2025-12', registered: 4, closed: 0 },
  { month: '2026-01', registered: 8, closed: 6 },
]);

it('says all its figures in words for who cannot see them', () => {
  expect(chart.description).toBe("'25. 12월 등록 4건, 종결 0건; 1월 등록 8건, 종결 6건");
  expect(chart.svg).toContain(`<desc id="trend-desc">${chart.description}</desc>`);
});

it('tells the two kinds of bars apart by pattern and writes the figure on each', () => {
  expect(chart.svg.match(/url\(#hatch\)/g)).toHaveLength(2);
  expect([...chart.svg.matchAll(/text-anchor="middle">([^<]+)</g)].map((found) => found[1])).toEqual(
    expect.arrayContaining(['4', '0', '8', '6', "'25. 12월", '1월']),
  );
});

it('keeps a bar within its frame', () => {
  expect(meter(7)).toContain('width="100" height="6" fill="#1f2a44"');
  expect(meter(-1)).toContain('width="0" height="6" fill="#1f2a44"');
});

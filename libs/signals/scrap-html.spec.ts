import { isHtml, linesOfHtml } from './scrap-html.js';
import { readScrap } from './rules/scrap.js';

const read = (html: string) => readScrap(linesOfHtml(html), '2026-11-04');

it('reads a table of a page with its links', () => {
  const html = `<html><head><title>스크랩</title><style>td{}</style></head><body><table>
    <tr><th>매체</th><th>제목</th><th>게재일</th></tr>
    <tr><td>조선일보</td><td><a href="https://news.example/1"><b>한강버스</b> 또 멈췄다</a></td><td>2026.11.3</td></tr>
    <tr><td><p>한겨레</p></td><td><p>지하철 요금<br>150원 오른다</p></td><td></td></tr>
  </table><script>alert(1)</script></body></html>`;
  expect(isHtml(html)).toBe(true);
  expect(read(html)).toMatchObject([
    {
      title: '한강버스 또 멈췄다',
      outlet: '조선일보',
      url: 'https://news.example/1',
      publishedOn: '2026-11-03',
    },
    { title: '지하철 요금 150원 오른다', outlet: '한겨레', publishedOn: null },
  ]);
});

it('reads lists and paragraphs, and follows no address that is not of the web', () => {
  const rows =
    read(`<h3>교통</h3><ul><li><a href="https://news.example/1">한강버스 또 멈췄다</a> (조선 3면)</li>
    <li><a href="javascript:alert(1)">지하철 요금 오른다</a> - 한겨레</li></ul><p>○ 보도블록 교체 여전 (경향)</p>`);
  expect(rows).toMatchObject([
    { title: '한강버스 또 멈췄다', outlet: '조선일보', section: '교통', url: 'https://news.example/1' },
    { title: '지하철 요금 오른다', outlet: '한겨레', url: null },
    { title: '보도블록 교체 여전', outlet: '경향신문' },
  ]);
});

it('is not drowned by a page nested without end', () => {
  expect(read(`${'<div><table><tr><td>'.repeat(20_000)}한강버스 또 멈췄다`)).toHaveLength(1);
});

it('takes plain text for plain text', () => {
  expect(isHtml('한강버스 <경향> 3 < 5 [조선]')).toBe(false);
});

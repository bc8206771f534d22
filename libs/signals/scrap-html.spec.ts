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

it('reads a table as it is printed: an outlet over two rows, a title over all columns, a link that is only called one', () => {
  const rows = read(`<p>언론동향</p><table border=1><tr><td colspan=4>2026년 11월 3일(화) 주요 보도</td></tr>
    <tr><th>매체명</th><th>보도일시</th><th>기사제목</th><th>URL</th></tr>
    <tr><td rowspan=2>MBC</td><td>2026-11-03 07:10</td><td><b>한강버스</b> 또 고장</td><td><a href="https://news.example/1">링크</a></td></tr>
    <tr><td>2026-11-03 07:15</td><td>시의회, 한강버스 예산 전액 삭감 예고</td><td><a href="https://news.example/2">링크</a></td></tr>
    <tr><td colspan=4>복지 분야 주요 언론보도</td></tr>
    <tr><td>JTBC</td><td></td><td>돌봄 공백</td><td></td></tr></table>`);
  expect(rows).toMatchObject([
    { title: '한강버스 또 고장', outlet: 'MBC', publishedOn: '2026-11-03', url: 'https://news.example/1' },
    { title: '시의회, 한강버스 예산 전액 삭감 예고', outlet: 'MBC', url: 'https://news.example/2' },
    { title: '돌봄 공백', outlet: 'JTBC', publishedOn: '2026-11-03', section: '복지 분야 주요 언론보도' },
  ]);
  expect(rows).toHaveLength(3);
});

it('keeps columns in their places under cells over rows and columns, and says nothing twice', () => {
  const html = `<table><tr><td rowspan=3>가</td><td colspan=2 rowspan=2>나</td><td>1</td></tr><tr><td>2</td></tr><tr></tr><tr><td>다</td></tr></table>`;
  expect(linesOfHtml(html).map((cells) => cells.map(({ text }) => text))).toEqual([
    ['가', '나', '', '1'],
    ['가', '나', '', '2'],
    ['다', '', ''],
  ]);
});

it('is not drowned by cells that claim to reach over everything', () => {
  const wide = '<td rowspan=65534 colspan=1000>가</td>'.repeat(2000);
  const since = performance.now();
  linesOfHtml(`<table><tr>${wide}</tr>${'<tr><td>나'.repeat(20_000)}</table>`);
  expect(performance.now() - since).toBeLessThan(2000);
});

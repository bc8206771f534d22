import { crowdedReport, decemberReport, emptyReport } from './fixture.js';
import { renderHtml } from './html.js';
import { outlineOf } from './outline.js';

const WORDS =
  /^(title|text|label|summary|number|department|leadDepartment|outlet|footnote|effect|cost|sideEffect)$/;
const MORE_WORDS = /^(docNo|expectedReason|documentNo|office|disclosure|policyNo|position|name|phone)$/;
const ATTACK = `<script>alert(1)</script>"><img src=x onerror='alert(2)'>&amp;`;

const CHANGE = { kind: 'gone', number: '2026-0001', title: '제설 대비', from: 'high', to: null } as const;

/** The document with an attack in every field that holds words, lists included. */
function hostile(value: unknown, key = ''): unknown {
  if (Array.isArray(value))
    return value.map((entry) => hostile(entry, typeof entry === 'string' ? 'text' : key));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, hostile(entry, name)]));
  }
  return typeof value === 'string' && (WORDS.test(key) || MORE_WORDS.test(key)) ? value + ATTACK : value;
}

it('escapes every field', () => {
  const attacked = hostile(decemberReport({ edition: 2, changes: [CHANGE], previous: null })) as ReturnType<
    typeof decemberReport
  >;
  const html = renderHtml(outlineOf(attacked));
  expect(html.split('&lt;script&gt;').length).toBeGreaterThan(60);
  expect(html).not.toMatch(/<script|<img|&amp;amp;quot/);
  expect(html.match(/onerror/g)?.length).toBe(html.match(/onerror=&#39;alert/g)?.length);
  const tags = new Set(html.match(/<[a-z][a-z0-9]*/g));
  expect(tags).toEqual(new Set(renderHtml(outlineOf(decemberReport())).match(/<[a-z][a-z0-9]*/g)));
});

it('loads nothing from anywhere', () => {
  const html = renderHtml(outlineOf(decemberReport())).replaceAll('http://www.w3.org/2000/svg', '');
  expect(html).not.toMatch(/https?:|url\((?!#)|@import|<link|\ssrc=/);
  expect(html).toContain("default-src 'none'");
});

it('is built of headings in order and of tables whose cells are named', () => {
  const html = renderHtml(outlineOf(decemberReport()));
  expect(html).toContain('<html lang="ko">');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect([...html.matchAll(/<h([123])/g)].map((found) => found[1]).join('')).toBe('122233332222');
  const headers = [...html.matchAll(/<th[^e]([^>]*)>/g)].map((found) => found[1]);
  expect(headers.every((attributes) => attributes?.includes('scope='))).toBe(true);
  expect(html.match(/<caption>/g)).toHaveLength(html.match(/<table/g)?.length ?? 0);
  expect(html).toMatch(/<svg [^>]*role="img" aria-labelledby="trend-title trend-desc"/);
});

it('takes a month without issues and one with far too many', () => {
  expect(renderHtml(outlineOf(emptyReport()))).toContain('해당 없음');
  expect(renderHtml(outlineOf(crowdedReport(40)))).toContain('40)');
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outline } from './blocks.js';
import { crowdedReport, decemberReport, emptyReport, fullReport } from './fixture.js';
import { renderHtml } from './html.js';
import { outlineOf } from './outline.js';
import { TypesettingFailed, renderPdf } from './pdf.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
const withPoppler = hasPoppler ? describe : describe.skip;

/** Pages as the document's own metadata count them. */
const pages = (pdf: Buffer) => Number(/<xmpTPg:NPages>(\d+)</.exec(pdf.toString('latin1'))?.[1]);
const bare = (text: string) => text.replaceAll(/[\s\u200B\u00A0]/g, '');

function textOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'haechi-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), pdf);
    return spawnSync('pdftotext', ['-raw', join(folder, 'report.pdf'), '-']).stdout.toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const NOT_WORDS = new Set(['kind', 'name', 'align', 'svg', 'description', 'preparedOn', 'caption', 'office']);

/** Every string of the outline that is meant to be read on paper; a chart's words are for who cannot see it. */
function words(value: unknown, key = ''): string[] {
  if (key === 'chart') return [];
  if (typeof value === 'string') return NOT_WORDS.has(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => words(entry, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, entry]) => words(entry, name));
}

const missing = (outline: Outline, text: string) =>
  words(outline).filter((word) => !bare(text).includes(bare(word)));

it('sets four issues on two pages, the annex behind them', async () => {
  const report = decemberReport();
  expect(pages(await renderPdf(outlineOf(report)))).toBe(4);
  const { figures } = emptyReport();
  expect(pages(await renderPdf(outlineOf({ ...report, figures })))).toBe(3);
  expect(pages(await renderPdf(outlineOf({ ...fullReport(), figures })))).toBe(3);
});

it('is the same bytes for the same document, with the date of the document', async () => {
  const [first, second] = await Promise.all([
    renderPdf(outlineOf(decemberReport())),
    renderPdf(outlineOf(decemberReport())),
  ]);
  expect(first.equals(second)).toBe(true);
  expect(first.toString('latin1')).toContain('<xmp:CreateDate>2026-11-25T00:00:00Z');
});

it('is tagged for screen readers (PDF/UA-1) and embeds its fonts', async () => {
  const pdf = (await renderPdf(outlineOf(decemberReport()))).toString('latin1');
  expect(pdf).toContain('<pdfuaid:part>1<');
  expect(pdf).toContain('/MarkInfo');
  expect(pdf).toMatch(/[A-Z]{6}\+PretendardGOV-Bold/);
});

it('sets one page for a month without issues and as many as it takes for fifteen', async () => {
  expect(pages(await renderPdf(outlineOf(emptyReport())))).toBe(1);
  expect(pages(await renderPdf(outlineOf(crowdedReport(15))))).toBeGreaterThan(4);
});

it('says what failed when the typesetter does', async () => {
  const failing = renderPdf(outlineOf(decemberReport({ preparedOn: '2026-13-45' })));
  await expect(failing).rejects.toThrow(TypesettingFailed);
  await expect(failing).rejects.toThrow(/the typesetter failed: .*month/s);
});

withPoppler('read back by pdftotext', () => {
  it('says the same in PDF and HTML', async () => {
    const report = decemberReport();
    const outline = outlineOf(report);
    const html = renderHtml(outlineOf(report))
      .replaceAll(/<style>[^]*<\/style>|<[^>]+>/g, '')
      .replaceAll('&#39;', "'");
    expect(missing(outline, html.replaceAll('&quot;', '"'))).toEqual([]);
    const text = textOf(await renderPdf(outlineOf(report)));
    expect(missing(outline, text)).toEqual([]);
    expect(text).toContain('(2026. 11. 25.(수), 기획조정실 평가담당관)');
    expect(bare(text.split('\f')[2] ?? '')).toMatch(/^붙임1\.이슈별평가내역.*붙임2\.10월·11월예상이슈결과/);
  });

  it('leaves no page nearly empty: the details go on behind a long summary, the last lines stay with who wrote them', async () => {
    const read = textOf(await renderPdf(outlineOf(crowdedReport(40)))).split('\f');
    const on = (text: string) => read.filter((page) => page.includes(text));
    expect(on('Ⅲ. 이슈별 세부내용')[0]).toMatch(/○ \(37번\)/);
    expect(bare(on('작성일')[0]!)).toContain(bare('다음 보고 :'));
  });

  it('prints markup as text, and □ for what its fonts do not have', async () => {
    const [issue] = decemberReport().issues;
    if (!issue) throw new Error('the fixture has issues');
    const title = '#pagebreak() *강조* $x$ 요금 😀 오류 대비';
    const summary = `${'가'.repeat(300)} ${'w'.repeat(300)} #read("/etc/passwd")`;
    const text = bare(
      textOf(await renderPdf(outlineOf(decemberReport({ issues: [{ ...issue, title, summary }] })))),
    );
    expect(text).toContain(bare('#pagebreak() *강조* $x$ 요금 □ 오류 대비'));
    expect(text).toContain(bare(summary));
  });
});

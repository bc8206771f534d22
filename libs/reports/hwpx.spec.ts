import { unzipSync } from 'fflate';
import { readByKordoc, readByRhwp } from '../../test/support/hwpx-readers.js';
import { crowdedReport, decemberReport, emptyReport, fullReport } from './fixture.js';
import { renderHwpx } from './hwpx.js';
import { outlineOf } from './outline.js';

const partOf = (file: Buffer, name: string): string => Buffer.from(unzipSync(file)[name] ?? []).toString();

it('sets four issues on two pages and the annex behind them, one page without issues, many over many', async () => {
  const four = readByRhwp(await renderHwpx(outlineOf(decemberReport()))).pages;
  expect(four[1]).toMatch(/^Ⅲ\..*작성일/s);
  expect(four[2]).toMatch(/^붙임/);
  const full = readByRhwp(await renderHwpx(outlineOf(fullReport()))).pages;
  expect([full[1], full[2]]).toEqual([
    expect.stringMatching(/^Ⅲ\..*작성일/s),
    expect.stringMatching(/^붙임/),
  ]);
  expect(readByRhwp(await renderHwpx(outlineOf(emptyReport()))).pages).toHaveLength(1);
  const { pages } = readByRhwp(await renderHwpx(outlineOf(crowdedReport(40))));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.every((page) => page.trim() !== '')).toBe(true);
});

it('keeps what heads a table of the annex, and its note, on its page, and the last lines with who wrote them', async () => {
  for (const count of [4, 9, 15, 40]) {
    const file = await renderHwpx(outlineOf(crowdedReport(count)));
    const pages = readByRhwp(file).pages.map((page) => page.replaceAll(/\s+/g, ''));
    for (const [label, last] of [
      ['□영향도·발생가능성분포', '6이상순으로짙음'],
      ['□11월예상이슈결과', '전월보고에없던이슈'],
    ] as const)
      expect([count, pages.findLast((page) => page.includes(label))]).toEqual([
        count,
        expect.stringContaining(last),
      ]);
  }
  const file = await renderHwpx(outlineOf(crowdedReport(40)));
  const keeping = new Set(
    [
      ...partOf(file, 'Contents/header.xml').matchAll(
        /<hh:paraPr id="(\d+)"(?:(?!<\/hh:paraPr>).)*keepWithNext="1"/gs,
      ),
    ].map(([, id]) => id),
  );
  const [, last] = /paraPrIDRef="(\d+)"[^>]*>(?:(?!<hp:p ).)*다음 보고/s.exec(
    partOf(file, 'Contents/section0.xml'),
  )!;
  expect(keeping.has(last)).toBe(true);
});

it('is the same bytes for the same document, whatever the day and the zone', async () => {
  const first = await renderHwpx(outlineOf(decemberReport()));
  const zone = process.env.TZ;
  process.env.TZ = 'America/Los_Angeles';
  const second = await renderHwpx(outlineOf(decemberReport()));
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(second.equals(first)).toBe(true);
  expect(partOf(first, 'Contents/content.hpf')).toContain(
    '"CreatedDate" content="text">2026-11-25T00:00:00Z<',
  );
});

it('is a package that says what it is in its first, uncompressed file', async () => {
  const file = await renderHwpx(outlineOf(decemberReport()));
  expect(file.toString('latin1', 30, 57)).toBe('mimetypeapplication/hwp+zip');
  const parts = Object.keys(unzipSync(file));
  const contents = partOf(file, 'Contents/content.hpf');
  const listed = [...contents.matchAll(/href="([^"]+)"/g)].map(([, name]) => name);
  expect(parts).toEqual(expect.arrayContaining(listed));
  for (const [, image] of partOf(file, 'Contents/section0.xml').matchAll(/binaryItemIDRef="([^"]+)"/g))
    expect(contents).toContain(`id="${image}"`);
});

it('refers only to looks that it lists, and writes whole numbers, which is all that readers take', async () => {
  const file = await renderHwpx(outlineOf(crowdedReport(40)));
  const head = partOf(file, 'Contents/header.xml');
  const body = partOf(file, 'Contents/section0.xml');
  const listed = (name: string) => Number(new RegExp(`<hh:${name} itemCnt="(\\d+)"`).exec(head)?.[1]);
  const most = (name: string) =>
    Math.max(...[...(head + body).matchAll(new RegExp(`${name}="(\\d+)"`, 'g'))].map(([, id]) => Number(id)));
  expect(most('paraPrIDRef')).toBe(listed('paraProperties') - 1);
  expect(most('borderFillIDRef')).toBe(listed('borderFills'));
  expect(most('tabPrIDRef')).toBe(listed('tabProperties') - 1);
  expect((head + body).match(/"-?\d+\.\d+"(?!\?| \?| encoding| secCnt)/g)).toBeNull();
});

it('keeps words whole, headings with what follows and rows on one page; long tables repeat their head', async () => {
  const file = await renderHwpx(outlineOf(crowdedReport(40)));
  const head = partOf(file, 'Contents/header.xml');
  expect(head).not.toContain('breakNonLatinWord="KEEP_WORD"');
  const keeping = new Set(
    [...head.matchAll(/<hh:paraPr id="(\d+)"(?:(?!<\/hh:paraPr>).)*keepWithNext="1"/gs)].map(([, id]) => id),
  );
  const body = partOf(file, 'Contents/section0.xml');
  const headings = [...body.matchAll(/<hp:p id="0" paraPrIDRef="(\d+)" styleIDRef="3"/g)];
  expect(headings).toHaveLength(40);
  expect(headings.every(([, id]) => keeping.has(id))).toBe(true);
  const [issues] = [...body.matchAll(/<hp:tbl [^>]*rowCnt="41"[^>]*>.*?treatAsChar="(\d)"/gs)];
  expect(issues?.[0]).toContain('pageBreak="TABLE" repeatHeader="1"');
  expect(issues?.[1]).toBe('0');
});

it('prints markup as text', async () => {
  const [issue] = decemberReport().issues;
  const title = '<hp:t>강조</hp:t> & "인용" ]]> 대비';
  const file = await renderHwpx(outlineOf(decemberReport({ issues: [{ ...issue!, title }] })));
  expect(readByRhwp(file).text).toContain(title);
  expect((await readByKordoc(file)).replaceAll('\\', '')).toContain(title);
});

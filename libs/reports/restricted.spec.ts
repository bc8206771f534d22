import { unzipSync } from 'fflate';
import { readByRhwp } from '../../test/support/hwpx-readers.js';
import { canReadPdf, pagesOfPdf } from '../../test/support/read-pdf.js';
import { RESTRICTED } from './brief.js';
import { volumeOf } from './fixture-papers.js';
import { RENDER } from './formats.js';
import { restrictedOf } from './restricted.js';

const outline = restrictedOf(volumeOf(12));
const bare = (text: string): string => text.replaceAll(/[\s\u200B]/g, '');

describe('a restricted volume of several pages says on each of them who may read it', () => {
  it('as PDF, where there is something to read it', async () => {
    const file = await RENDER.pdf(outline);
    expect(file.toString('latin1', 0, 5)).toBe('%PDF-');
    const pages = canReadPdf ? pagesOfPdf(file) : [];
    expect(pages.filter((page) => !bare(page).startsWith(bare(RESTRICTED)))).toEqual([]);
  });

  it('as HWPX, in a header of the section and nowhere else', async () => {
    const file = await RENDER.hwpx(outline);
    expect(readByRhwp(file).pages.length).toBeGreaterThan(2);
    const section = Buffer.from(unzipSync(file)['Contents/section0.xml']!).toString();
    const [header] = /<hp:header [^>]*applyPageType="BOTH">.*?<\/hp:header>/s.exec(section) ?? [];
    expect(header).toContain(RESTRICTED);
    expect(section.split(RESTRICTED)).toHaveLength(2);
  });

  it('as HTML on paper, and as XLSX on paper', async () => {
    expect((await RENDER.html(outline)).toString()).toContain(`@top-right { content: "${RESTRICTED}";`);
    const sheets = Object.entries(unzipSync(await RENDER.xlsx(outline))).filter(([name]) =>
      /worksheets\/sheet\d+\.xml$/.test(name),
    );
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, xml] of sheets)
      expect(Buffer.from(xml).toString()).toContain(`<oddHeader>&amp;R${RESTRICTED}`);
  });
});

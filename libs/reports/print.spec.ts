import { readFileSync } from 'node:fs';
import { inBrowser, launchChromium } from '../../test/support/browser.js';
import { decemberReport, fullReport } from './fixture.js';
import { renderHtml } from './html.js';
import { outlineOf } from './outline.js';
import { renderPdf } from './pdf.js';

const pages = (pdf: Buffer): number =>
  Number(/\/Type \/Pages[^>]*\/Count (\d+)/s.exec(pdf.toString('latin1'))?.[1]);
const pagesOfOurs = (pdf: Buffer): number =>
  Number(/<xmpTPg:NPages>(\d+)</.exec(pdf.toString('latin1'))?.[1]);

/** As an office has it that has the font: elsewhere letters are of another width. */
const FONTS = (['Regular', 'Bold'] as const)
  .map((weight) => {
    const font = readFileSync(new URL(`./fonts/PretendardGOV-${weight}.otf`, import.meta.url)).toString(
      'base64',
    );
    return `@font-face { font-family: 'Pretendard GOV'; font-weight: ${weight === 'Bold' ? 700 : 400}; src: url(data:font/otf;base64,${font}); }`;
  })
  .join('\n');

inBrowser('the page, printed', () => {
  it('takes no more paper than the PDF', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      for (const report of [decemberReport(), fullReport()]) {
        const outline = outlineOf(report);
        // Its own policy would keep out the font that stands in here.
        const html = renderHtml(outline)
          .replace(/<meta http-equiv[^>]*>/, '')
          .replace('<style>', `<style>${FONTS}`);
        await page.setContent(html);
        await page.evaluate('document.fonts.ready');
        const printed = await page.pdf({ preferCSSPageSize: true });
        expect(pages(printed)).toBe(pagesOfOurs(await renderPdf(outline)));
      }
    } finally {
      await browser.close();
    }
  });
});

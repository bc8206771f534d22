import { fileURLToPath } from 'node:url';

const FONTS = ['Regular', 'Bold'].map((weight) =>
  fileURLToPath(new URL(`./fonts/PretendardGOV-${weight}.otf`, import.meta.url)),
);

export interface Picture {
  png: Buffer;
  /** In pixels. */
  width: number;
  height: number;
}

/** A drawing of charts.ts for what shows no SVG: the same picture, `scale` pixels to each of its units. */
export async function pictureOf(svg: string, scale: number): Promise<Picture> {
  // Loaded by the first who wants one: most processes never draw.
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Pretendard GOV' },
  }).render();
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height };
}

import { breakable } from '../linebreak.js';
import type { Picture } from '../picture.js';
import type { Line } from './nodes.js';
import type { Border, Para } from './styles.js';

/** How one part of the report is set: its body size in points, the spacing of its lines in percent, its width. */
export interface Setting {
  size: number;
  spacing: number;
  /** Share of the usual gaps around headings and issues. */
  gap: number;
  width: number;
  /** Charts, drawn before: by their SVG. */
  pictures: ReadonlyMap<string, Picture>;
}

export const NAVY = '#1B3A6B';
export const TINT = '#EEF2F8';
export const THICK: Border = ['0.6', NAVY];
export const THIN: Border = ['0.12', NAVY];
export const RULE: Border = ['0.12', '#8A94A6'];

/** Blanks that keep dates together stay, marks where a long word may break are not known to readers. */
export const kept = (text: string): string => breakable(text).replaceAll('\u200B', '');

interface Look {
  size?: number;
  bold?: boolean;
  sans?: boolean;
  color?: string;
  para?: Para;
}

/** One paragraph; in the body's size unless told. */
export function textLine(at: Setting, text: string, look: Look = {}): Line {
  const { size = at.size, bold, sans, color, para = {} } = look;
  return {
    kind: 'line',
    para: { spacing: at.spacing, ...para },
    runs: [{ char: { size, bold, sans, color }, text: kept(text) }],
  };
}

export function pictureFor({ pictures }: Setting, svg: string): Picture {
  const picture = pictures.get(svg);
  if (!picture) throw new Error('a chart was not drawn');
  return picture;
}

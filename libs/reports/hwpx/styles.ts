/** Paragraph of HWPX; lengths in HWPUNIT (1/7200 inch). */
export interface Para {
  align?: 'LEFT' | 'CENTER' | 'RIGHT';
  left?: number;
  /** How far the first line stands before the others. */
  hang?: number;
  before?: number;
  after?: number;
  /** In percent of the size. */
  spacing?: number;
  /** Stays on the page of what follows. */
  keep?: boolean;
  tab?: Tab;
}

export interface Tab {
  at: number;
  type: 'LEFT' | 'RIGHT';
}

export interface Char {
  /** In points. */
  size: number;
  bold?: boolean;
  color?: string;
  /** 함초롬돋움, not 함초롬바탕. */
  sans?: boolean;
}

/** Borders and ground of a cell; a side that is left out has none. */
export interface Box {
  top?: Border;
  bottom?: Border;
  left?: Border;
  right?: Border;
  ground?: string;
}

export type Border = [width: '0.12' | '0.4' | '0.6', color: string];

/** 장평 and 자간 in percent: a little narrower than drawn, as offices set their reports. */
export const CONDENSED = { ratio: 95, spacing: -4 };

const FONTS = ['함초롬바탕', '함초롬돋움'];
const SCRIPTS = ['HANGUL', 'LATIN', 'HANJA', 'JAPANESE', 'OTHER', 'SYMBOL', 'USER'];
const UNITS = 'http://www.hancom.co.kr/hwpml/2016/HwpUnitChar';

/** Looks are listed once in the head of the document and referred to by number; this hands out the numbers. */
export class Styles {
  private readonly boxes = new Places<Box>();
  private readonly paras = new Places<Para>();
  private readonly chars = new Places<Char>();
  private readonly tabs = new Places<Tab>();

  constructor(body: Char) {
    this.box({});
    this.para({});
    this.char(body);
  }

  box(box: Box): number {
    return this.boxes.of(box) + 1;
  }

  para(para: Para): number {
    if (para.tab) this.tabs.of(para.tab);
    return this.paras.of(para);
  }

  char(char: Char): number {
    return this.chars.of(char);
  }

  /** Contents/header.xml */
  xml(): string {
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>',
      '<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" version="1.4" secCnt="1">',
      '<hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>',
      counted('fontfaces', SCRIPTS.map(fontface)),
      counted('borderFills', this.boxes.values.map(borderFill)),
      counted('charProperties', this.chars.values.map(charPr)),
      counted('tabProperties', [
        '<hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/>',
        ...this.tabs.values.map(tabPr),
      ]),
      counted('numberings', [NUMBERING]),
      counted(
        'paraProperties',
        this.paras.values.map((para, id) => this.paraPr(para, id)),
      ),
      counted('styles', STYLES),
      '</hh:refList><hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument>',
      '<hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption></hh:head>',
    ].join('\n');
  }

  private paraPr(para: Para, id: number): string {
    const { align = 'LEFT', left = 0, hang = 0, before = 0, after = 0, spacing = 160, keep, tab } = para;
    // Without the newer unit a reader takes margins for twice as many halves.
    const margins = (n: number) =>
      `<hh:margin><hc:intent value="${-hang * n}" unit="HWPUNIT"/><hc:left value="${left * n}" unit="HWPUNIT"/><hc:right value="0" unit="HWPUNIT"/><hc:prev value="${before * n}" unit="HWPUNIT"/><hc:next value="${after * n}" unit="HWPUNIT"/></hh:margin><hh:lineSpacing type="PERCENT" value="${spacing}" unit="HWPUNIT"/>`;
    return [
      `<hh:paraPr id="${id}" tabPrIDRef="${tab ? this.tabs.of(tab) + 1 : 0}" condense="0" fontLineHeight="0" snapToGrid="0" suppressLineNumbers="0" checked="0">`,
      `<hh:align horizontal="${align}" vertical="BASELINE"/><hh:heading type="NONE" idRef="0" level="0"/>`,
      // Measured in the word processor, and against its name: BREAK_WORD breaks Hangul between words, KEEP_WORD anywhere.
      `<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="BREAK_WORD" widowOrphan="1" keepWithNext="${keep ? 1 : 0}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/>`,
      '<hh:autoSpacing eAsianEng="0" eAsianNum="0"/>',
      inUnits(margins),
      '<hh:border borderFillIDRef="1" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" ignoreMargin="0"/></hh:paraPr>',
    ].join('');
  }
}

/** Values in the order they were first asked for; the same one always has the same place. */
class Places<T> {
  private readonly places = new Map<string, number>();
  readonly values: T[] = [];

  of(value: T): number {
    const key = JSON.stringify(value);
    const place = this.places.get(key) ?? this.values.push(value) - 1;
    this.places.set(key, place);
    return place;
  }
}

const counted = (name: string, entries: string[]): string =>
  `<hh:${name} itemCnt="${entries.length}">${entries.join('\n')}</hh:${name}>`;

const inUnits = (xml: (factor: number) => string): string =>
  `<hp:switch><hp:case hp:required-namespace="${UNITS}">${xml(1)}</hp:case><hp:default>${xml(2)}</hp:default></hp:switch>`;

function fontface(lang: string): string {
  const fonts = FONTS.map((face, id) => `<hh:font id="${id}" face="${face}" type="TTF" isEmbedded="0"/>`);
  return `<hh:fontface lang="${lang}" fontCnt="${fonts.length}">${fonts.join('')}</hh:fontface>`;
}

const side = (name: string, border?: Border) =>
  `<hh:${name}Border type="${border ? 'SOLID' : 'NONE'}" width="${border?.[0] ?? '0.1'} mm" color="${border?.[1] ?? '#000000'}"/>`;

function borderFill({ top, bottom, left, right, ground }: Box, index: number): string {
  const fill = ground
    ? `<hc:fillBrush><hc:winBrush faceColor="${ground}" hatchColor="#999999" alpha="0"/></hc:fillBrush>`
    : '';
  return `<hh:borderFill id="${index + 1}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0"><hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>${side('left', left)}${side('right', right)}${side('top', top)}${side('bottom', bottom)}<hh:diagonal type="NONE" width="0.1 mm" color="#000000"/>${fill}</hh:borderFill>`;
}

const each = (name: string, value: number) =>
  `<hh:${name} ${SCRIPTS.map((script) => `${script.toLowerCase()}="${value}"`).join(' ')}/>`;

function charPr({ size, bold, color = '#000000', sans }: Char, id: number): string {
  return `<hh:charPr id="${id}" height="${Math.round(size * 100)}" textColor="${color}" shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="1">${each('fontRef', sans ? 1 : 0)}${each('ratio', CONDENSED.ratio)}${each('spacing', CONDENSED.spacing)}${each('relSz', 100)}${each('offset', 0)}${bold ? '<hh:bold/>' : ''}</hh:charPr>`;
}

function tabPr({ at, type }: Tab, index: number): string {
  const item = (n: number) => `<hh:tabItem pos="${at * n}" type="${type}" leader="NONE" unit="HWPUNIT"/>`;
  return `<hh:tabPr id="${index + 1}" autoTabLeft="0" autoTabRight="0">${inUnits(item)}</hh:tabPr>`;
}

const NUMBERING = `<hh:numbering id="1" start="0">${[1, 2, 3, 4, 5, 6, 7]
  .map(
    (level) =>
      `<hh:paraHead start="1" level="${level}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" textOffsetType="PERCENT" textOffset="50" numFormat="DIGIT" charPrIDRef="4294967295" checkable="0">^${level}.</hh:paraHead>`,
  )
  .join('')}</hh:numbering>`;

const STYLES = ['바탕글', '개요 1', '개요 2', '개요 3'].map(
  (name, id) =>
    `<hh:style id="${id}" type="PARA" name="${name}" engName="${id ? `Outline ${id}` : 'Normal'}" paraPrIDRef="0" charPrIDRef="0" nextStyleIDRef="0" langID="1042" lockForm="0"/>`,
);

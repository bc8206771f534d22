import { imageHeight, rowHeights, tabWidth } from './measure.js';
import { BODY, PAGE, type Grid, type GridCell, type Image, type Line, type Node, type Run } from './nodes.js';
import type { Styles } from './styles.js';

/** Contents/section0.xml: the nodes written down, with the looks and the pictures that they need. */
export class Section {
  readonly pictures: Uint8Array[] = [];
  private last = 0;

  constructor(private readonly styles: Styles) {}

  /** The header, where there is one, stands on every page. */
  xml(nodes: Node[], header: Line | null): string {
    const [first, ...others] = nodes.map((node) => this.paragraph(node));
    const opened = first?.replace(/<hp:run /, `${this.settings(header)}<hp:run `) ?? '';
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<hs:sec xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core">
${[opened, ...others].join('\n')}
</hs:sec>`;
  }

  /** Tables and pictures stand in a paragraph of their own. */
  private paragraph(node: Node): string {
    if (node.kind === 'line') return this.line(node);
    const flows = node.kind === 'grid' && sum(rowHeights(node)) > BODY.height / 2;
    const inside = node.kind === 'grid' ? this.table(node, flows) : this.image(node);
    // The paragraph of a table that goes on over pages keeps a line of its own: as low as can be.
    const char = this.styles.char({ size: flows ? 1 : 10 });
    const { around = {}, newPage = false } = node.kind === 'grid' ? node : {};
    const para = this.styles.para({ spacing: 100, ...around });
    return `<hp:p id="0" paraPrIDRef="${para}" styleIDRef="0" pageBreak="${newPage ? 1 : 0}" columnBreak="0" merged="0"><hp:run charPrIDRef="${char}">${inside}<hp:t/></hp:run></hp:p>`;
  }

  private line(line: Line): string {
    const { para, runs, level, newPage } = line;
    const tab = `<hp:tab width="${tabWidth(line)}" leader="0" type="${para.tab?.type === 'RIGHT' ? 2 : 1}"/>`;
    const parts = runs.map((run) => this.run(run, tab));
    return `<hp:p id="0" paraPrIDRef="${this.styles.para(para)}" styleIDRef="${level ?? 0}" pageBreak="${newPage ? 1 : 0}" columnBreak="0" merged="0">${parts.join('')}</hp:p>`;
  }

  private run({ char, text, image }: Run, tab: string): string {
    return `<hp:run charPrIDRef="${this.styles.char(char)}"><hp:t>${written(text, tab)}</hp:t>${image ? this.image(image) : ''}</hp:run>`;
  }

  private table(grid: Grid, flows: boolean): string {
    const { widths, rows, heads, inset } = grid;
    const heights = rowHeights(grid);
    const edge = `left="${inset.x}" right="${inset.x}" top="${inset.y}" bottom="${inset.y}"`;
    const body = rows.map((row, y) => {
      const cells = row.map((cell, x) =>
        this.cell(cell, { x, y, head: y < heads, width: widths[x] ?? 0, height: heights[y] ?? 0, edge }),
      );
      return `<hp:tr>${cells.join('')}</hp:tr>`;
    });
    return [
      // The word processor's own name for whole rows on each page; CELL would divide what stands in them.
      `<hp:tbl id="${this.next()}" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="TABLE" repeatHeader="${heads > 0 ? 1 : 0}" rowCnt="${rows.length}" colCnt="${widths.length}" cellSpacing="0" borderFillIDRef="1" noAdjust="0">`,
      place(sum(widths), sum(heights), !flows),
      `<hp:inMargin ${edge}/>`,
      ...body,
      '</hp:tbl>',
    ].join('');
  }

  private cell(
    { nodes, box, top }: GridCell,
    at: { x: number; y: number; head: boolean; width: number; height: number; edge: string },
  ): string {
    const inside = nodes.map((node) => this.paragraph(node)).join('');
    return `<hp:tc name="" header="${at.head ? 1 : 0}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="${this.styles.box(box)}"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="${top ? 'TOP' : 'CENTER'}" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">${inside}</hp:subList><hp:cellAddr colAddr="${at.x}" rowAddr="${at.y}"/><hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="${at.width}" height="${at.height}"/><hp:cellMargin ${at.edge}/></hp:tc>`;
  }

  private image(image: Image): string {
    const { picture, width, alt } = image;
    const height = imageHeight(image);
    const [w, h] = [picture.width * 75, picture.height * 75];
    const known = this.pictures.findIndex((png) => picture.png.equals(png));
    const place1 = known >= 0 ? known + 1 : this.pictures.push(picture.png);
    const id = this.next();
    return [
      `<hp:pic id="${id}" zOrder="0" numberingType="PICTURE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" href="" groupLevel="0" instid="${id}" reverse="0">`,
      `<hp:offset x="0" y="0"/><hp:orgSz width="${width}" height="${height}"/><hp:curSz width="${width}" height="${height}"/><hp:flip horizontal="0" vertical="0"/><hp:rotationInfo angle="0" centerX="${Math.round(width / 2)}" centerY="${Math.round(height / 2)}" rotateimage="1"/>`,
      `<hp:renderingInfo>${['trans', 'sca', 'rot'].map((name) => `<hc:${name}Matrix e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"/>`).join('')}</hp:renderingInfo>`,
      `<hc:img binaryItemIDRef="image${place1}" bright="0" contrast="0" effect="REAL_PIC" alpha="0"/>`,
      `<hp:imgRect><hc:pt0 x="0" y="0"/><hc:pt1 x="${width}" y="0"/><hc:pt2 x="${width}" y="${height}"/><hc:pt3 x="0" y="${height}"/></hp:imgRect>`,
      `<hp:imgClip left="0" right="${w}" top="0" bottom="${h}"/><hp:inMargin left="0" right="0" top="0" bottom="0"/><hp:imgDim dimwidth="${w}" dimheight="${h}"/><hp:effects/>`,
      place(width, height, true),
      `<hp:shapeComment>${written(alt)}</hp:shapeComment></hp:pic>`,
    ].join('');
  }

  private settings(header: Line | null): string {
    const half = Math.round(PAGE.top / 2);
    return [
      `<hp:run charPrIDRef="0"><hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="1" memoShapeIDRef="0" textVerticalWidthHead="0" masterPageCnt="0">`,
      '<hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/><hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>',
      '<hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/>',
      '<hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/>',
      `<hp:pagePr landscape="WIDELY" width="${PAGE.width}" height="${PAGE.height}" gutterType="LEFT_ONLY"><hp:margin header="${half}" footer="${half}" gutter="0" left="${PAGE.side}" right="${PAGE.side}" top="${PAGE.top - half}" bottom="${PAGE.top - half}"/></hp:pagePr>`,
      note('footNotePr', '<hp:placement place="EACH_COLUMN" beneathText="0"/>'),
      note('endNotePr', '<hp:placement place="END_OF_DOCUMENT" beneathText="0"/>'),
      '</hp:secPr><hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl>',
      '<hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl>',
      header ? this.header(header, half) : '',
      '</hp:run>',
    ].join('');
  }

  private header(line: Line, height: number): string {
    return `<hp:ctrl><hp:header id="${this.next()}" applyPageType="BOTH"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0" linkListNextIDRef="0" textWidth="${BODY.width}" textHeight="${height}" hasTextRef="0" hasNumRef="0">${this.line(line)}</hp:subList></hp:header></hp:ctrl>`;
  }

  private next(): number {
    return (this.last += 1);
  }
}

function note(name: string, placement: string): string {
  return `<hp:${name}><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/><hp:noteLine length="-1" type="SOLID" width="0.12 mm" color="#000000"/><hp:noteSpacing betweenNotes="283" belowLine="567" aboveLine="850"/><hp:numbering type="CONTINUOUS" newNum="1"/>${placement}</hp:${name}>`;
}

function place(width: number, height: number, inLine: boolean): string {
  return `<hp:sz width="${width}" widthRelTo="ABSOLUTE" height="${height}" heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="${inLine ? 1 : 0}" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/><hp:outMargin left="0" right="0" top="0" bottom="0"/>`;
}

const sum = (lengths: number[]): number => lengths.reduce((all, length) => all + length, 0);

function written(text: string, tab = ''): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\t', tab)
    .replaceAll('\n', '<hp:lineBreak/>')
    .replaceAll('\u00A0', '<hp:nbSpace/>');
}

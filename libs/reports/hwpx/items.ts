import type { Item } from '../blocks.js';
import { widthOf } from './measure.js';
import { pt, type Line, type Node, type Run } from './nodes.js';
import { kept, type Setting } from './setting.js';
import type { Para, Tab } from './styles.js';

/** What stands before the first of some items in its line, and how far all of them are moved in. */
interface Lead {
  runs: Run[];
  width: number;
}

/** Room for the label of an item, its mark included; in ems. */
const LABEL = 6.4;

/** Items in the hierarchy □ ○ - ※, each moved in under what it hangs under; `labelled` ones of an issue side by side. */
export function itemLines(at: Setting, items: readonly Item[], labelled = false): Node[] {
  return under(at, items, { labelled, lead: { runs: [], width: 0 } });
}

function under(
  at: Setting,
  items: readonly Item[],
  { labelled, lead }: { labelled: boolean; lead: Lead },
): Node[] {
  return items.flatMap((item, index) => {
    const own = index === 0 ? lead : { ...lead, runs: [] };
    return labelled && item.label !== undefined && item.mark !== '□'
      ? besideLabel(at, item, own)
      : inTurn(at, item, own);
  });
}

/** What is labelled stands beside its label, the first of what hangs under it too. */
function besideLabel(at: Setting, item: Item, lead: Lead): Node[] {
  const { label = '', text, items = [] } = item;
  const width = pt(at.size * LABEL);
  const fits = widthOf(label, pt(at.size)) < width - pt(at.size * 1.9);
  const name: Run = { char: { size: at.size, bold: true }, text: `${kept(label)} : ${fits ? '\t' : ''}` };
  const runs = [...lead.runs, markOf(at, item), name];
  if (!text) return under(at, items, { labelled: false, lead: { runs, width } });
  return [
    lineOf(at, [...runs, { char: { size: at.size }, text: kept(text) }], { hang: width, tab: stopAt(width) }),
    ...under(at, items, { labelled: false, lead: { runs: [], width } }),
  ];
}

function inTurn(at: Setting, item: Item, lead: Lead): Node[] {
  const { mark, label, text = '', items = [] } = item;
  const { size } = at;
  const square = mark === '□';
  const hang = pt(size * (mark === '-' || mark === '*' ? 0.9 : 1.4));
  const left = lead.width + (mark === '○' ? pt(size * 0.8) : 0);
  const name = label === undefined ? '' : `${kept(label)}${text || items.length > 0 ? ' : ' : ''}`;
  const said = [
    { char: { size, bold: true }, text: name },
    { char: { size }, text: kept(text) },
  ];
  const place: Para =
    lead.runs.length > 0 ? { hang: lead.width + hang, tab: stopAt(lead.width) } : { left, hang };
  const runs = [...lead.runs, markOf(at, item), ...said.filter((run) => run.text !== '')];
  return [
    lineOf(at, runs, {
      ...place,
      before: square ? pt(size * 0.45) : 0,
      keep: (square && !text) || undefined,
    }),
    ...under(at, items, { labelled: false, lead: { runs: [], width: left + hang } }),
  ];
}

const markOf = ({ size }: Setting, { mark }: Item): Run => ({
  char: { size, bold: mark === '□' || undefined },
  text: `${mark} `,
});

const lineOf = ({ spacing }: Setting, runs: Run[], para: Para): Line => ({
  kind: 'line',
  para: { spacing, ...para },
  runs,
});

const stopAt = (at: number): Tab => ({ at, type: 'LEFT' });

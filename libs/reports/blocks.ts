/** What a paper is made of. All formats print these and nothing else, so they cannot say different things. */
export interface Outline {
  /** Above all else, where not everybody may read it. */
  marking?: string | null;
  title: string;
  /** Day, office and edition, as printed under the title. */
  byline: string;
  office: string;
  preparedOn: string;
  /** Without approvers nobody signs it. */
  head: { fields: Field[]; approvers: string[]; consulted: string };
  lead: string[];
  /** Page 1: all a vice mayor reads. */
  summary: Block[];
  details: Block[];
  /** Details begin on page 2; not so where all has room on one page, as in a month without issues. */
  detailsApart: boolean;
  /** Empty where nothing is attached to it. */
  attachments: string;
  authors: string;
  /** On a page of its own behind the report; none while there is nothing to count. */
  annex: { title: string; blocks: Block[] } | null;
}

export interface Field {
  label: string;
  value: string;
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'issue'; mark: string; title: string; tag: string; items: Item[] }
  | { kind: 'items'; items: Item[] }
  | { kind: 'table'; table: Table }
  | { kind: 'chart'; chart: Chart }
  | { kind: 'beside'; blocks: [Block[], Block[]] };

/** A line of the hierarchy □ ○ - ※ with what hangs under it. */
export interface Item {
  mark: string;
  label?: string;
  text?: string;
  items?: Item[];
}

export interface Table {
  /** Which look it takes. */
  name: 'issues' | 'grid' | 'shares';
  caption: string;
  columns: { head: string; width: number; align: 'left' | 'center' | 'right' }[];
  /** The cell that names its row. */
  rowHeader: number;
  rows: Cell[][];
  /** Printed under the table. */
  note: string | null;
}

export interface Cell {
  text: string;
  /** A second, smaller line. */
  note?: string;
  strong?: boolean;
  /** Depth of shading, 0–3. */
  shade?: number;
  /** Length of a bar, 0–1; the text says the same. */
  meter?: number;
}

export interface Chart {
  title: string;
  /** All its figures in words, for who cannot see it. */
  description: string;
  svg: string;
}

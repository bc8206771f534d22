import { Problem } from '#platform/problem.js';
import type { Bytes } from './bytes.js';

/** Numbers of sectors from here on mean something else: the end, a free one, a part of the table itself. */
const LAST_SECTOR = 0xfffffffa;
const ENTRY = 128;
const MOST_ENTRIES = 20_000;

interface Entry {
  name: string;
  isStream: boolean;
  start: number;
  size: number;
}

/** What lies in a compound file (MS-CFB), as far as telling documents apart needs it. */
export class CompoundFile {
  entries: Entry[] = [];
  private table: Buffer = Buffer.alloc(0);
  private smallTable: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly bytes: Bytes,
    private readonly header: Buffer,
    private readonly sector: number,
  ) {}

  /** @throws Problem `file.broken` for one whose parts do not hang together */
  static async open(bytes: Bytes): Promise<CompoundFile> {
    const header = await bytes.at(0, 512);
    const shift = header.length === 512 ? header.readUInt16LE(30) : 0;
    if (shift !== 9 && shift !== 12) throw new Problem('file.broken');
    const file = new CompoundFile(bytes, header, 1 << shift);
    file.table = await file.readTable();
    file.smallTable = await file.chain(header.readUInt32LE(60));
    file.entries = entriesIn(await file.chain(header.readUInt32LE(48), MOST_ENTRIES * ENTRY));
    return file;
  }

  /** The beginning of a stream. Short ones lie together in the root's. */
  async read({ start, size }: Entry, most: number): Promise<Buffer> {
    const length = Math.min(size, most);
    if (size >= this.header.readUInt32LE(56)) return (await this.chain(start, length)).subarray(0, length);
    const root = await this.chain(this.entries[0]!.start);
    const unit = 1 << this.header.readUInt16LE(32);
    const parts: Buffer[] = [];
    for (let at = start, left = length; left > 0; left -= unit) {
      parts.push(root.subarray(at * unit, at * unit + Math.min(unit, left)));
      at = next(this.smallTable, at);
      if (at >= LAST_SECTOR) break;
    }
    return Buffer.concat(parts);
  }

  /** Which sector follows which: its own sectors are listed in the header and, in large files, in sectors of lists. */
  private async readTable(): Promise<Buffer> {
    const lists = [this.header.subarray(76)];
    const mostLists = this.bytes.size / this.sector;
    for (
      let at = this.header.readUInt32LE(68);
      at < LAST_SECTOR;
      at = lists.at(-1)!.readUInt32LE(this.sector - 4)
    ) {
      if (lists.length > mostLists) throw new Problem('file.broken');
      lists.push(await this.sectorAt(at));
    }
    const places = lists.flatMap((list, n) => numbersIn(n ? list.subarray(0, -4) : list));
    const count = this.header.readUInt32LE(44);
    if (count > mostLists || places.length < count) throw new Problem('file.broken');
    return Buffer.concat(await Promise.all(places.slice(0, count).map((place) => this.sectorAt(place))));
  }

  private async chain(start: number, most = Infinity): Promise<Buffer> {
    const parts: Buffer[] = [];
    // A ring would never end.
    const longest = this.table.length / 4;
    for (let at = start; at < LAST_SECTOR && parts.length * this.sector < most; at = next(this.table, at)) {
      if (parts.length > longest) throw new Problem('file.broken');
      parts.push(await this.sectorAt(at));
    }
    return Buffer.concat(parts);
  }

  private async sectorAt(number: number): Promise<Buffer> {
    const part = await this.bytes.at((number + 1) * this.sector, this.sector);
    if (!part.length) throw new Problem('file.broken');
    // The last of a file may be cut short.
    return part.length === this.sector ? part : Buffer.concat([part], this.sector);
  }
}

function next(table: Buffer, at: number): number {
  if (at * 4 + 4 > table.length) throw new Problem('file.broken');
  return table.readUInt32LE(at * 4);
}

const numbersIn = (list: Buffer): number[] =>
  Array.from({ length: list.length / 4 }, (_, n) => list.readUInt32LE(n * 4)).filter(
    (one) => one < LAST_SECTOR,
  );

function entriesIn(directory: Buffer): Entry[] {
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, n) =>
    directory.subarray(n * ENTRY, (n + 1) * ENTRY),
  );
  if (entries[0]?.[66] !== 5) throw new Problem('file.broken');
  return entries.map((one) => ({
    name: one.toString('utf16le', 0, Math.max(0, Math.min(one.readUInt16LE(64), 64) - 2)),
    isStream: one[66] === 2,
    start: one.readUInt32LE(116),
    size: one.readUInt32LE(120),
  }));
}

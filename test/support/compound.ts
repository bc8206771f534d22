const SECTOR = 512;
const SMALL = 64;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const FREE = 0xffffffff;
/** Shorter streams lie together in the root's. */
const CUTOFF = 4096;

const padded = (bytes: Buffer, unit: number): Buffer =>
  Buffer.concat([bytes], Math.ceil(bytes.length / unit) * unit);

/** Sector numbers one after the other, from `first` on. */
const run = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => (n === count - 1 ? END : first + n + 1));

const numbers = (list: number[], fill: number): Buffer => {
  const bytes = Buffer.alloc(Math.ceil((list.length * 4) / SECTOR) * SECTOR);
  for (let at = 0; at < bytes.length / 4; at += 1) bytes.writeUInt32LE(list[at] ?? fill, at * 4);
  return bytes;
};

/** A compound file (MS-CFB, version 3) with these streams in its root: the container of HWP and of old office documents. */
export function compound(streams: Record<string, Buffer>): Buffer {
  const all = Object.entries(streams);
  const small = all.filter(([, bytes]) => bytes.length < CUTOFF);
  const large = all.filter(([, bytes]) => bytes.length >= CUTOFF);
  const smallTable: number[] = [];
  const places = new Map<string, number>();
  for (const [name, bytes] of small) {
    places.set(name, smallTable.length);
    smallTable.push(...run(smallTable.length, Math.ceil(bytes.length / SMALL)));
  }
  const inRoot = padded(Buffer.concat(small.map(([, bytes]) => padded(bytes, SMALL))), SECTOR);
  const table: number[] = [TABLE];
  const body: Buffer[] = [];
  const put = (bytes: Buffer): number => {
    const first = table.length;
    const whole = padded(bytes, SECTOR);
    table.push(...run(first, whole.length / SECTOR));
    body.push(whole);
    return first;
  };
  const miniTable = put(numbers(smallTable, FREE));
  const root = put(inRoot);
  for (const [name, bytes] of large) places.set(name, put(bytes));
  const entries = [
    entry(
      'Root Entry',
      5,
      root,
      small.reduce((sum, [, { length }]) => sum + length, 0),
    ),
  ];
  for (const [name, bytes] of all) entries.push(entry(name, 2, places.get(name)!, bytes.length));
  const directory = put(Buffer.concat(entries));
  const header = Buffer.alloc(SECTOR);
  header.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  for (const [value, at] of [
    [0x3e, 24],
    [3, 26],
    [0xfffe, 28],
    [9, 30],
    [6, 32],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [value, at] of [
    [1, 44],
    [directory, 48],
    [CUTOFF, 56],
    [miniTable, 60],
    [1, 64],
    [END, 68],
  ] as const)
    header.writeUInt32LE(value, at);
  for (let at = 76; at < SECTOR; at += 4) header.writeUInt32LE(at === 76 ? 0 : FREE, at);
  if (table.length > SECTOR / 4) throw new Error('Too large for one sector of the table');
  return Buffer.concat([header, numbers(table, FREE), ...body]);
}

function entry(name: string, kind: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = kind;
  for (const at of [68, 72, 76]) bytes.writeUInt32LE(FREE, at);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

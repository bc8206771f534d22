/** Bytes of one chunk: the number of the next, then slots by their distance from the one before. */
const CHUNK = 32;
const LINK = 4;
/** Chunks of one block. A new block is added where one is full: nothing is ever copied. */
const BLOCK = 1 << 15;

/**
 * For each of a fixed number of keys, the slots that have it, in rising order. A byte or two each, outside of the heap: many
 * millions of them fit where an array of numbers would take eight times as much.
 */
export class PostingLists {
  private readonly blocks: Uint8Array[] = [];
  private chunks = 0;
  /** Of each key: how many slots; the last one; first and last chunk, from 1; bytes used of the last. */
  private readonly counts: Uint32Array;
  private readonly last: Int32Array;
  private readonly head: Uint32Array;
  private readonly tail: Uint32Array;
  private readonly used: Uint8Array;

  constructor(keys: number) {
    this.counts = new Uint32Array(keys);
    this.last = new Int32Array(keys).fill(-1);
    this.head = new Uint32Array(keys);
    this.tail = new Uint32Array(keys);
    this.used = new Uint8Array(keys).fill(CHUNK);
  }

  /** How many slots have a key. */
  count(key: number): number {
    return this.counts[key]!;
  }

  /** Bytes held for the lists. */
  get bytes(): number {
    return this.blocks.length * BLOCK * CHUNK + this.counts.length * 17;
  }

  /** Notes that a slot, greater than all before it, has a key. */
  append(key: number, slot: number): void {
    let rest = slot - this.last[key]!;
    for (; rest > 127; rest >>>= 7) this.write(key, (rest & 127) | 128);
    this.write(key, rest);
    this.last[key] = slot;
    this.counts[key]! += 1;
  }

  /** Adds to the score of every slot that has the key. */
  raise(key: number, scores: Float64Array, by: number): void {
    let slot = -1;
    let distance = 0;
    let shift = 0;
    for (let chunk = this.head[key]!; chunk !== 0;) {
      const block = this.blockOf(chunk);
      const start = startOf(chunk);
      const end = start + (chunk === this.tail[key] ? this.used[key]! : CHUNK);
      for (let at = start + LINK; at < end; at += 1) {
        const byte = block[at]!;
        distance |= (byte & 127) << shift;
        shift += 7;
        if (byte > 127) continue;
        slot += distance;
        scores[slot]! += by;
        distance = 0;
        shift = 0;
      }
      chunk = readLink(block, start);
    }
  }

  private write(key: number, byte: number): void {
    if (this.used[key] === CHUNK) this.extend(key);
    const tail = this.tail[key]!;
    this.blockOf(tail)[startOf(tail) + this.used[key]!] = byte;
    this.used[key]! += 1;
  }

  private extend(key: number): void {
    if (this.chunks % BLOCK === 0) this.blocks.push(new Uint8Array(BLOCK * CHUNK));
    this.chunks += 1;
    const before = this.tail[key]!;
    if (before) writeLink(this.blockOf(before), startOf(before), this.chunks);
    else this.head[key] = this.chunks;
    this.tail[key] = this.chunks;
    this.used[key] = LINK;
  }

  private blockOf(chunk: number): Uint8Array {
    return this.blocks[Math.floor((chunk - 1) / BLOCK)]!;
  }
}

const startOf = (chunk: number): number => ((chunk - 1) % BLOCK) * CHUNK;

const readLink = (block: Uint8Array, at: number): number =>
  block[at]! | (block[at + 1]! << 8) | (block[at + 2]! << 16) | (block[at + 3]! << 24);

function writeLink(block: Uint8Array, at: number, chunk: number): void {
  block[at] = chunk;
  block[at + 1] = chunk >>> 8;
  block[at + 2] = chunk >>> 16;
  block[at + 3] = chunk >>> 24;
}

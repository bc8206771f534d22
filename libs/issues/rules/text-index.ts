import { letters } from './hangul.js';
import { PostingLists } from './posting-lists.js';
import { strongest } from './strongest.js';

/** A text as it is known under an id; another version of it takes its place. */
export interface Versioned {
  id: string;
  version: number;
  text: string;
}

/** A pair of syllables is found under one of so many keys; two that share one only make a list less telling. */
const KEYS = 1 << 17;
/** Of a longer text only the first pairs lead to it, and only the rarest of what is asked lead on. */
const PAIRS_KEPT = 512;
const PAIRS_ASKED = 256;
/** A pair that so great a part of many texts has leads nowhere. */
const COMMON = 1 / 4;
const FEW = 100;

/**
 * Which texts are worth comparing with another, of 100,000 or more: pairs of syllables lead to those that share the rarest.
 * Holds about a byte and a half for each pair of a text, 100 bytes for its id, and nothing of the text itself.
 */
export class TextIndex {
  private readonly lists = new PostingLists(KEYS);
  private readonly slots = new Map<string, number>();
  /** Null where another version took the place. */
  private readonly ids: (string | null)[] = [];
  private readonly versions: number[] = [];

  get size(): number {
    return this.slots.size;
  }

  /** More has been replaced than is left: time to begin anew. */
  get worn(): boolean {
    return this.ids.length > 2 * this.slots.size + FEW;
  }

  /** Whether there is any version of it. */
  knows(id: string): boolean {
    return this.slots.has(id);
  }

  has({ id, version }: Omit<Versioned, 'text'>): boolean {
    const slot = this.slots.get(id);
    return slot !== undefined && this.versions[slot] === version;
  }

  add({ id, version, text }: Versioned): void {
    const before = this.slots.get(id);
    if (before !== undefined) this.ids[before] = null;
    const slot = this.ids.push(id) - 1;
    this.versions.push(version);
    this.slots.set(id, slot);
    for (const key of keysOf(text, PAIRS_KEPT)) this.lists.append(key, slot);
  }

  /**
   * Ids of the texts that share the rarest pairs, at most so many, the closest first; `share`: at least this part of what
   * the text itself would weigh.
   */
  search(text: string, most: number, counts: (id: string) => boolean, share = 0): string[] {
    const among = (slot: number): boolean => {
      const id = this.ids[slot];
      return id != null && counts(id);
    };
    const { weights, own } = this.weigh(text);
    return strongest(weights, most, { counts: among, above: share * own }).map((slot) => this.ids[slot]!);
  }

  /** What each text shares, rare pairs weighing more, and what one would that shares all. */
  private weigh(text: string): { weights: Float64Array; own: number } {
    const weights = new Float64Array(this.ids.length);
    const common = Math.max(FEW, this.ids.length * COMMON);
    const telling = [...keysOf(text)]
      .map((key) => ({ key, count: this.lists.count(key) }))
      .filter(({ count }) => count > 0 && count <= common)
      .toSorted((a, b) => a.count - b.count)
      .slice(0, PAIRS_ASKED);
    let own = 0;
    for (const { key, count } of telling) {
      const weight = Math.log(1 + this.ids.length / count);
      this.lists.raise(key, weights, weight);
      own += weight;
    }
    return { weights, own };
  }
}

/** Keys of the pairs of neighbouring letters of a text, each once. */
function keysOf(text: string, most = Infinity): Set<number> {
  const keys = new Set<number>();
  const read = letters(text);
  for (let i = 1; i < read.length && keys.size < most; i += 1) {
    const pair = (read.charCodeAt(i - 1) << 16) | read.charCodeAt(i);
    // Multiplied so that neighbours in the alphabet are spread over all keys.
    keys.add(Math.imul(pair, 0x9e3779b1) >>> 15);
  }
  return keys;
}

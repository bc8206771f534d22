import { strongest } from './strongest.js';
import { fingerprint, SIMILAR, similarity, type Fingerprint } from './similarity.js';

/** A text as it is known under an id; another version of it takes its place. */
export interface Versioned {
  id: string;
  version: number;
  text: string;
}

export interface Hit {
  id: string;
  /** 0 to 1, from `SIMILAR` on. */
  score: number;
  print: Fingerprint;
}

/** Of all that share pairs of syllables, the ones that share the most rare ones are compared in full. */
const COMPARED = 24;
/** A pair that so great a part of many texts has leads nowhere. */
const COMMON = 1 / 4;
const FEW = 100;

interface Entry {
  id: string;
  version: number;
  print: Fingerprint;
}

/** Texts prepared for many look-ups: pairs of syllables lead to the few that are worth comparing. Texts come and go one by one. */
export class TextIndex {
  private readonly slots = new Map<string, number>();
  private entries: (Entry | null)[] = [];
  private byPair = new Map<number, number[]>();

  has({ id, version }: Omit<Versioned, 'text'>): boolean {
    return this.entries[this.slots.get(id) ?? -1]?.version === version;
  }

  /** The text of an id, prepared. */
  print(id: string): Fingerprint | undefined {
    return this.entries[this.slots.get(id) ?? -1]?.print;
  }

  add({ id, version, text }: Versioned): void {
    this.drop(id);
    this.put({ id, version, print: fingerprint(text) });
  }

  /** Forgets all others. */
  retain(ids: ReadonlySet<string>): void {
    for (const id of this.slots.keys()) if (!ids.has(id)) this.drop(id);
    if (this.entries.length > 2 * this.slots.size + FEW) this.rebuild();
  }

  /** The most similar texts among those that count, best first. */
  search(print: Fingerprint, counts: (id: string) => boolean): Hit[] {
    const among = (slot: number): boolean => {
      const entry = this.entries[slot];
      return Boolean(entry && counts(entry.id));
    };
    return strongest(this.weigh(print), COMPARED, among)
      .map((slot) => this.entries[slot]!)
      .map((entry) => ({ id: entry.id, print: entry.print, score: similarity(print, entry.print) }))
      .filter(({ score }) => score >= SIMILAR)
      .toSorted((a, b) => b.score - a.score);
  }

  /** What each entry shares, rare pairs weighing more. */
  private weigh({ pairs }: Fingerprint): Float64Array {
    const weights = new Float64Array(this.entries.length);
    const most = Math.max(FEW, this.entries.length * COMMON);
    let last = -1;
    // Sorted, so equal pairs stand beside each other.
    for (const pair of pairs) {
      if (pair === last) continue;
      last = pair;
      const list = this.byPair.get(pair);
      if (!list || list.length > most) continue;
      const weight = 1 / Math.sqrt(list.length);
      for (const slot of list) weights[slot]! += weight;
    }
    return weights;
  }

  private drop(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.slots.delete(id);
    this.entries[slot] = null;
  }

  private put(entry: Entry): void {
    const slot = this.entries.push(entry) - 1;
    this.slots.set(entry.id, slot);
    for (const pair of new Set(entry.print.pairs)) {
      const list = this.byPair.get(pair);
      if (list) list.push(slot);
      else this.byPair.set(pair, [slot]);
    }
  }

  private rebuild(): void {
    const living = this.entries.filter((entry) => entry !== null);
    this.entries = [];
    this.byPair = new Map();
    for (const entry of living) this.put(entry);
  }
}

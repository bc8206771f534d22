/** Terms of a document or a query with their weights; a term said twice weighs twice. */
export type Terms = ReadonlyMap<string, number>;

/** Documents prepared for many queries. */
export interface Bm25 {
  /** Score of every document, by its position; 0 for one that shares no term with the query. */
  rank: (query: Terms) => Float64Array;
  /** What a document would score that says all of the query once: the sum of its terms by their rarity. */
  whole: (query: Terms) => number;
  /** How rare a term is among the documents; most of all one that none of them has. */
  idf: (term: string) => number;
}

// Saturation and length: short documents of even style, so a second mention says little and length not much.
const SATURATION = 1.2;
const LENGTH = 0.6;

interface Posting {
  idf: number;
  documents: number[];
  /** What the term adds to each of the documents when it is asked once. */
  parts: number[];
}

/** An index of Okapi BM25 (Robertson and Zaragoza, 2009) with idf always positive. */
export function bm25(documents: readonly Terms[]): Bm25 {
  const lengths = documents.map((terms) => [...terms.values()].reduce((sum, weight) => sum + weight, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1;
  const rarity = (count: number) => Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  const postings = new Map<string, Posting>();
  for (const [document, terms] of documents.entries()) {
    const norm = SATURATION * (1 - LENGTH + (LENGTH * lengths[document]!) / average);
    for (const [term, weight] of terms) {
      const posting = postings.get(term) ?? { idf: 0, documents: [], parts: [] };
      postings.set(term, posting);
      posting.documents.push(document);
      posting.parts.push((weight * (SATURATION + 1)) / (weight + norm));
    }
  }
  for (const posting of postings.values()) {
    posting.idf = rarity(posting.documents.length);
    posting.parts = posting.parts.map((part) => part * posting.idf);
  }
  const unknown = rarity(0);
  const rank = (query: Terms) => {
    const scores = new Float64Array(documents.length);
    for (const [term, asked] of query) {
      const posting = postings.get(term);
      posting?.documents.forEach((document, i) => {
        scores[document]! += asked * posting.parts[i]!;
      });
    }
    return scores;
  };
  const idf = (term: string) => postings.get(term)?.idf ?? unknown;
  const whole = (query: Terms) => {
    let total = 0;
    for (const [term, asked] of query) total += asked * idf(term);
    return total;
  };
  return { rank, whole, idf };
}

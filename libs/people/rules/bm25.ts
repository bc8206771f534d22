/** Terms of a document or a query with their weights; a term said twice weighs twice. */
export type Terms = ReadonlyMap<string, number>;

/** Documents prepared for many queries. */
export interface Bm25 {
  /** Score of every document that shares a term with the query, by its position. */
  rank(query: Terms): Map<number, number>;
  /** How rare a term is among the documents; most of all one that none of them has. */
  idf(term: string): number;
}

// Saturation and length: short documents of even style, so a second mention says little and length not much.
const SATURATION = 1.2;
const LENGTH = 0.6;

/** An index of Okapi BM25 (Robertson and Zaragoza, 2009) with idf always positive. */
export function bm25(documents: readonly Terms[]): Bm25 {
  const lengths = documents.map((terms) => [...terms.values()].reduce((sum, weight) => sum + weight, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1;
  const postings = new Map<string, { document: number; weight: number }[]>();
  for (const [document, terms] of documents.entries()) {
    for (const [term, weight] of terms) {
      const list = postings.get(term);
      if (list) list.push({ document, weight });
      else postings.set(term, [{ document, weight }]);
    }
  }
  const idf = (term: string) => {
    const count = postings.get(term)?.length ?? 0;
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  };
  const rank = (query: Terms) => {
    const scores = new Map<number, number>();
    for (const [term, asked] of query) {
      const rare = idf(term);
      for (const { document, weight } of postings.get(term) ?? []) {
        const norm = SATURATION * (1 - LENGTH + (LENGTH * lengths[document]!) / average);
        const part = (asked * rare * weight * (SATURATION + 1)) / (weight + norm);
        scores.set(document, (scores.get(document) ?? 0) + part);
      }
    }
    return scores;
  };
  return { rank, idf };
}

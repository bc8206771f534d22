import type { Terms } from './bm25.js';
import type { ConfirmedLead, MandatePassage } from './mandate.js';
import type { Occasion } from './occasions.js';
import type { Bridge, Word } from './terms.js';

export interface Evidence {
  /** The words of the text. */
  said: readonly Word[];
  /** As they stand there, by their stems. */
  written: ReadonlyMap<string, string>;
  query: Terms;
  bridged: readonly Bridge[];
  idf: (term: string) => number;
  /** Confirmed issues of the department near to the text, nearest first. */
  alike: readonly ConfirmedLead[];
  /** Occasions of which it is a usual unit. */
  usual: readonly Occasion[];
}

const SHOWN = 2;
const SHOWN_WORDS = 3;

/** Why a department was suggested: the passages of its mandate that the text meets, and how like issues were decided. */
export function reasonsFor(passages: readonly MandatePassage[], evidence: Evidence): string[] {
  const met = passages
    .map((passage) => ({ passage, weight: meeting(passage, evidence) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, SHOWN)
    .map(({ passage }) => `${passage.label} '${passage.text}'${words(passage, evidence)}`);
  const usual = evidence.usual
    .slice(0, 1)
    .map(({ title, keyword }) => `시기 '${title}'의 관련 부서: '${keyword}'`);
  const [first] = evidence.alike;
  if (!first) return [...met, ...usual];
  const title = first.text.split('\n')[0];
  return [...met, ...usual, `유사 이슈 ${evidence.alike.length}건의 주관부서로 확정된 적 있음('${title}')`];
}

function meeting({ terms }: MandatePassage, { query, idf }: Evidence): number {
  let sum = 0;
  for (const term of terms.keys()) {
    const asked = query.get(term);
    if (asked) sum += asked * idf(term);
  }
  return sum;
}

/** Which words of the text meet the passage, as `: '침수', '장마'→'풍수해'`. */
function words({ terms, text }: MandatePassage, { said, written, bridged }: Evidence): string {
  const meets = (word: Word) => word.terms.some((term) => terms.has(term));
  const shown: string[] = [];
  for (const word of said) {
    if (shown.length === SHOWN_WORDS) break;
    if (word.word.length > 1 && meets(word)) shown.push(`'${written.get(word.word) ?? word.word}'`);
  }
  for (const bridge of bridged) {
    if (shown.length === SHOWN_WORDS) break;
    const target = bridge.means.find(({ word }) => text.includes(word));
    if (target) shown.push(`'${bridge.said.replace('^', '')}'→'${target.word}'`);
  }
  return shown.length > 0 ? `: ${shown.join(', ')}` : '';
}

import {
  BASIS_LABELS,
  EVIDENCE_LABELS,
  REASON_LABELS,
  RESULT_LABELS,
  SURPRISE_LABELS,
} from '#reports/vocabulary.js';
import { useLanguage, type Language } from '../../text/i18n.js';

const inLanguage = <K extends string>(
  labels: Readonly<Record<K, Record<Language, string>>>,
  language: Language,
): Record<K, string> =>
  Object.fromEntries(Object.keys(labels).map((key) => [key, labels[key as K][language]])) as Record<
    K,
    string
  >;

/** The closed words of the outlook: loaded with its page, as no other needs them. */
export function useOutlookWords() {
  const language = useLanguage();
  return {
    reason: inLanguage(REASON_LABELS, language),
    evidence: inLanguage(EVIDENCE_LABELS, language),
    result: inLanguage(RESULT_LABELS, language),
    surprise: inLanguage(SURPRISE_LABELS, language),
    basis: inLanguage(BASIS_LABELS, language),
  };
}

export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)}%`;

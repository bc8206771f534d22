import type { Language } from '#people/vocabulary.js';
import { FEED_FAULTS, type FeedFault } from './vocabulary.js';

export interface Faulty {
  fault: FeedFault | null;
  /** What the server said, e.g. its status. */
  faultDetail: string | null;
}

/** Why a feed could not be read, in words. */
export const faultText = ({ fault, faultDetail }: Faulty, language: Language): string | null =>
  fault && FEED_FAULTS[fault][language].replace('{detail}', faultDetail ?? '');

import type { Due } from './claim.js';
import type { DeliveryFault } from './vocabulary.js';

/** How an attempt ended. */
export type Outcome =
  | { state: 'sent'; status: number | null; answer?: string }
  | { state: 'suppressed'; error: string }
  | {
      state: 'failed';
      fault: DeliveryFault;
      /** Of HTTP or SMTP. */
      status: number | null;
      error: string;
      answer?: string;
      /** Trying this one again is of no use. */
      permanent: boolean;
      /** It says something about the target and not only about this delivery. */
      ofTarget: boolean;
      retryAfterSeconds: number | null;
    };

export interface Attempt {
  due: Due;
  outcome: Outcome;
  durationMs: number;
}

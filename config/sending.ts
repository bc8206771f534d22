/** How what is sent is tried again. Seconds, unless its name says otherwise. */
export interface RetryPolicy {
  /** The longest wait after the first failure; it doubles with each, up to the longest of all. */
  first: number;
  longest: number;
  /** After so many attempts it is given up; a person may send it again. */
  attempts: number;
  /** Most that are under way to one target at once. */
  atOnce: number;
}

export interface SendingPolicy {
  mail: RetryPolicy;
  webhook: RetryPolicy & {
    timeoutMs: number;
    /** How long the body of an answer is waited for once its status is there, and how much of it is kept. */
    answerMs: number;
    answerBytes: number;
    /** One that has failed for so long is switched off, and its administrators are told. */
    disableAfterHours: number;
    /** How long the secret before counts after a rotation, unless said otherwise. */
    rotationHours: number;
    most: number;
  };
  circuit: {
    /** So many failures in a row, and the target is left alone; then one delivery at a time tries it. */
    opensAfter: number;
    first: number;
    longest: number;
    /** Whoever asks to be left alone (`Retry-After`) is, at most so long. */
    longestAsked: number;
  };
  contact: {
    /** Mails in a row that an address refused for good. */
    bounces: number;
    /** Requests in a row that a department did not confirm within their time (접수). */
    missed: number;
    /** Requests delivered longer ago say nothing of today. */
    daysBack: number;
  };
}

/** With full jitter half of each wait on average: mail and webhooks are tried for some three days. */
export const SENDING: SendingPolicy = {
  mail: { first: 30, longest: 14_400, attempts: 45, atOnce: 4 },
  webhook: {
    first: 10,
    longest: 14_400,
    attempts: 45,
    atOnce: 8,
    timeoutMs: 15_000,
    answerMs: 2000,
    answerBytes: 1000,
    disableAfterHours: 120,
    rotationHours: 24,
    most: 100,
  },
  circuit: { opensAfter: 5, first: 15, longest: 300, longestAsked: 3600 },
  contact: { bounces: 1, missed: 3, daysBack: 90 },
};

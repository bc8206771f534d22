import { CHANNELS, type Channel } from '#issues/vocabulary.js';
import { RESULTS, type Result, type Surprise } from '#reports/vocabulary.js';
import { brier } from './settle.js';

interface Entry {
  channel: Channel;
  probability: number | null;
  proposed: Result | null;
  result: Result | null;
}

interface Unforeseen {
  channel: Channel;
  result: Surprise | null;
}

export interface Tally extends Record<Result, number> {
  total: number;
  /** Neither settled nor proposed yet. */
  open: number;
  /** Settled by an officer: only these are scored. */
  confirmed: number;
  unforeseen: number;
  brier: { score: number; count: number } | null;
}

/** What was foreseen and what came of it, in counts. What is not settled counts as it is proposed, and is not scored. */
export function tally(entries: readonly Entry[], unforeseen: readonly Unforeseen[]): Tally {
  const standing = entries.map(({ result, proposed }) => result ?? proposed);
  const count = (wanted: Result | null): number => standing.filter((one) => one === wanted).length;
  return {
    total: entries.length,
    ...(Object.fromEntries(RESULTS.map((result) => [result, count(result)])) as Record<Result, number>),
    open: count(null),
    confirmed: entries.filter(({ result }) => result !== null).length,
    unforeseen: unforeseen.filter(({ result }) => result !== 'dismissed').length,
    brier: brier(entries),
  };
}

const of = <T extends { channel: Channel }>(all: readonly T[], wanted: Channel): T[] =>
  all.filter(({ channel }) => channel === wanted);

/** The same by channel, of those that have anything. */
export function tallyByChannel(
  entries: readonly Entry[],
  unforeseen: readonly Unforeseen[],
): (Tally & { channel: Channel })[] {
  return CHANNELS.map((channel) => ({
    channel,
    ...tally(of(entries, channel), of(unforeseen, channel)),
  })).filter((one) => one.total + one.unforeseen > 0);
}

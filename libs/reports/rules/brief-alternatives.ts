import type { Horizon } from '#issues/vocabulary.js';

interface Alternative {
  horizon: Horizon | 'none' | null;
  recommended: boolean;
  /** Taken up by somebody (채택안). */
  chosen?: boolean;
}

const MOST = 3;

/**
 * At most three, in their order: what is recommended, what was taken, then one for the short term, one for the long term and doing nothing
 * (현행 유지), then whatever else comes first.
 */
export function briefAlternatives<A extends Alternative>(all: readonly A[]): A[] {
  const recommended = all.find((one) => one.recommended);
  const kinds = (['short', 'long', 'none'] as const).flatMap((horizon) =>
    recommended?.horizon === horizon ? [] : (all.find((one) => one.horizon === horizon) ?? []),
  );
  const foremost = [recommended, all.find((one) => one.chosen)].filter((one) => one !== undefined);
  const shown = new Set([...new Set([...foremost, ...kinds, ...all])].slice(0, MOST));
  return all.filter((one) => shown.has(one));
}

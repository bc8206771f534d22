import type { Horizon } from '#issues/vocabulary.js';

interface Alternative {
  horizon: Horizon | 'none' | null;
  recommended: boolean;
}

const MOST = 3;

/**
 * At most three, in their order: what is recommended, then one for the short term, one for the long term and doing nothing
 * (현행 유지), then whatever else comes first.
 */
export function briefAlternatives<A extends Alternative>(all: readonly A[]): A[] {
  const recommended = all.find((one) => one.recommended);
  const kinds = (['short', 'long', 'none'] as const).flatMap((horizon) =>
    recommended?.horizon === horizon ? [] : (all.find((one) => one.horizon === horizon) ?? []),
  );
  const wanted = new Set([...(recommended ? [recommended] : []), ...kinds, ...all]);
  const chosen = new Set([...wanted].slice(0, MOST));
  return all.filter((one) => chosen.has(one));
}

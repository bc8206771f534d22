import { setImmediate } from 'node:timers/promises';

/** So long one may compute before others have a turn. */
const TURN_MS = 10;

/** `list.map(make)` for work that computes long: others have a turn in between, so that nothing waits behind a long list. */
export async function inTurns<T, R>(list: readonly T[], make: (item: T, i: number) => R): Promise<R[]> {
  const made: R[] = [];
  let since = performance.now();
  for (const [i, item] of list.entries()) {
    made.push(make(item, i));
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  return made;
}

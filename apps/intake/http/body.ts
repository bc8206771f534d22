import { Problem } from '#platform/problem.js';

/** In bytes. */
export const BODY_LIMIT = 1_000_000;

/** No body of ours goes deeper; whatever walks one calls itself once a level. */
const DEEPEST = 32;
/** Nor has more parts: looking at a hundred thousand fields nobody knows would hold up everybody else. */
const MOST_PARTS = 5000;

/** @throws Problem for JSON that is nested without end or has parts without number */
export function refuseUnwieldy(body: unknown): void {
  let level = [body];
  let parts = 0;
  for (let depth = 0; level.length; depth += 1) {
    if (depth > DEEPEST) throw new Problem('body.malformed');
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    parts += level.length;
    if (parts > MOST_PARTS) throw new Problem('body.too_large');
  }
}

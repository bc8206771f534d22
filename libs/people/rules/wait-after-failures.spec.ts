import fc from 'fast-check';
import { waitAfterFailures } from './wait-after-failures.js';

const LIMIT = { free: 5, firstSeconds: 15, longestSeconds: 900 };

it('lets some go free, doubles, and never grows beyond the longest', () => {
  expect([1, 5, 6, 7, 8, 12, 13, 1000].map((n) => waitAfterFailures(n, LIMIT))).toEqual([
    0, 0, 15, 30, 60, 900, 900, 900,
  ]);
  fc.assert(
    fc.property(fc.nat(10_000), (n) => waitAfterFailures(n + 1, LIMIT) >= waitAfterFailures(n, LIMIT)),
  );
});

import Sequencer from '@jest/test-sequencer';

/** Take a minute and more each. Begun last, one of them would keep everybody waiting. */
const LONG =
  /test[\\/](start|faults|pipeline|new-installation|clock|hearing|sending|browser[\\/]\w+)\.spec\.ts$/;

/** Long ones first; among the others jest's own order. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    // It is jest's own, which returns a new list.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = super.sort(tests);
    const long = sorted.filter(({ path }) => LONG.test(path));
    return [...long, ...sorted.filter((test) => !long.includes(test))];
  }
}

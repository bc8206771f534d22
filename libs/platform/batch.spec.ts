import { Batch } from './batch.js';

const after = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));

describe('Batch', () => {
  it('lets those who come while a list is under way ride in the next one', async () => {
    const lists: number[][] = [];
    const batch = new Batch<number, number>(
      async (items) => {
        lists.push(items);
        return after(
          5,
          items.map((n) => n * 2),
        );
      },
      { max: 10, parallel: 1 },
    );
    const first = batch.add(1);
    await after(2, null);
    const rest = Promise.all([2, 3, 4].map((n) => batch.add(n)));
    expect([await first, ...(await rest)]).toEqual([2, 4, 6, 8]);
    expect(lists).toEqual([[1], [2, 3, 4]]);
  });

  it('never lets one bad item fail its neighbours', async () => {
    const batch = new Batch<number, number>(
      async (items) => {
        if (items.includes(13)) throw new Error('thirteen');
        return items;
      },
      { max: 10, parallel: 2 },
    );
    const results = await Promise.allSettled([1, 13, 2].map((n) => batch.add(n)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('keeps to the largest list', async () => {
    const sizes: number[] = [];
    const batch = new Batch<number, number>(
      async (items) => {
        sizes.push(items.length);
        return items;
      },
      { max: 3, parallel: 1 },
    );
    await Promise.all(Array.from({ length: 7 }, (_, n) => batch.add(n)));
    expect(sizes).toEqual([3, 3, 1]);
  });
});

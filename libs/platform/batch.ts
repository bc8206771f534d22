interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

export interface BatchOptions {
  /** Most items that ride together. */
  max: number;
  /** How many lists may be under way at once. */
  parallel: number;
}

/**
 * Group commit: whoever comes while a list is under way rides in the next one, so many writes share one transaction
 * and a lone write waits for nobody. `run` answers one result per item, in order; an `Error` as a result rejects only
 * its own item. When `run` itself fails, each item runs again alone, so that one bad item cannot fail its neighbours.
 */
export class Batch<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private running = 0;

  constructor(
    private readonly run: (items: T[]) => Promise<(R | Error)[]>,
    private readonly options: BatchOptions,
  ) {}

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // All that arrive in the same turn of the event loop ride together.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    while (this.waiting.length && this.running < this.options.parallel) {
      const list = this.waiting.splice(0, this.options.max);
      this.running += 1;
      void this.settle(list).finally(() => {
        this.running -= 1;
        this.next();
      });
    }
  }

  private async settle(list: Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.run(list.map(({ item }) => item));
      list.forEach((one, i) => {
        const result = results[i];
        if (result instanceof Error) one.reject(result);
        else one.resolve(result as R);
      });
    } catch (error) {
      if (list.length === 1) list[0]!.reject(error);
      else for (const one of list) await this.settle([one]);
    }
  }
}

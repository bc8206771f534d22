import { AHEAD, type Due } from '#deliveries/claim.js';

/** What was claimed and has waited here for so long is given back: its lease would end while it is sent. */
const STALE_MS = 25_000;

interface Options {
  atOnce: number;
  /** Sends one; false where its target is in trouble. Never fails. */
  send: (due: Due) => Promise<boolean>;
  giveBack: (rest: Due[]) => void;
  /** There is room for more. */
  onRoom: () => void;
}

/** What one target is sent, so many at a time: whoever hangs holds up nobody but itself. */
export class Lane {
  private waiting: { due: Due; claimedAt: number }[] = [];
  private running = 0;

  constructor(private readonly options: Options) {}

  /** Has enough to do until more is claimed. */
  get isBusy(): boolean {
    return this.waiting.length > AHEAD / 2;
  }

  get isIdle(): boolean {
    return !this.waiting.length && !this.running;
  }

  add(claimed: Due[]): void {
    const claimedAt = performance.now();
    this.waiting.push(...claimed.map((due) => ({ due, claimedAt })));
    this.next();
  }

  /** Begins nothing more. */
  stop(): void {
    const rest = this.waiting.splice(0).map(({ due }) => due);
    if (rest.length) this.options.giveBack(rest);
  }

  private next(): void {
    const [first] = this.waiting;
    if (first && performance.now() - first.claimedAt > STALE_MS) this.stop();
    while (this.waiting.length && this.running < this.options.atOnce) {
      this.running += 1;
      void this.options.send(this.waiting.shift()!.due).then((well) => {
        this.running -= 1;
        if (!well) this.stop();
        this.next();
        if (!this.isBusy) this.options.onRoom();
      });
    }
  }
}

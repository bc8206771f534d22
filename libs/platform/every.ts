import { log } from './logging.js';

export interface Ticker {
  /** Waits for the turn under way, if there is one. */
  stop(): Promise<void>;
  /** Takes the next turn now. */
  wake(): void;
}

/** Runs `work` again and again, never twice at once; a failure is logged and the next turn tries again. */
export function every(ms: number, name: string, work: () => Promise<unknown>): Ticker {
  let stopped = false;
  let woken = false;
  let running = false;
  let timer: NodeJS.Timeout;
  let current: Promise<void> = Promise.resolve();
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(turn, wait);
  };
  const turn = (): void => {
    running = true;
    woken = false;
    current = work()
      .then(() => undefined)
      .catch((error: Error) => log.warn({ error: error.message }, `${name} failed`))
      .finally(() => {
        running = false;
        schedule(woken ? 0 : ms);
      });
  };
  schedule(0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
    wake() {
      woken = true;
      if (!running) schedule(0);
    },
  };
}

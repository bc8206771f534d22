import { oneLine } from './refusal.js';
import { say } from './say.js';

// npm passes Ctrl-C on to us although the terminal already did: that is one press, not two.
const SAME_PRESS_MS = 1000;

/** How everything ends, whatever the reason: what was started last ends first. */
export class Ending {
  private readonly steps: (() => void | Promise<void>)[] = [];
  private readonly begun = new AbortController();
  private readonly hurried = new AbortController();
  private begunAt = 0;

  /** Aborted when the end begins: nothing more is to be started. */
  readonly signal = this.begun.signal;
  /** Aborted when somebody does not want to wait. */
  readonly hurry = this.hurried.signal;

  /** Registers what ends something, before it is started. */
  before(step: () => void | Promise<void>): void {
    this.signal.throwIfAborted();
    this.steps.push(step);
  }

  onSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.asked());
    process.on('uncaughtException', (error) => void this.failed(error));
    // A terminal that went away must not keep us from ending well.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  }

  async failed(error: unknown): Promise<void> {
    if (!this.signal.aborted) console.error(oneLine(error));
    await this.end(1);
  }

  private asked(): void {
    if (!this.signal.aborted) {
      say('종료 중 …', 'stopping …');
      void this.end(0);
    } else if (Date.now() - this.begunAt > SAME_PRESS_MS) this.hurried.abort();
  }

  private async end(code: number): Promise<void> {
    if (this.signal.aborted) return;
    this.begunAt = Date.now();
    this.begun.abort();
    for (const step of this.steps.toReversed())
      await Promise.resolve(step()).catch((error: unknown) => console.error(oneLine(error)));
    if (code === 0) say('모두 종료됨', 'stopped');
    process.exit(code);
  }
}

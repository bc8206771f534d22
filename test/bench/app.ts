import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_MS = 25_000;

interface Options {
  env: Record<string, string>;
  log: string;
  /** Of Node itself. */
  flags?: string[];
}

/** One of our processes, and what it says over its channel. */
export class App {
  private readonly heard: object[] = [];
  private wake = (): void => undefined;

  private constructor(
    readonly child: ChildProcess,
    private readonly log: string,
  ) {
    child.on('message', (message: object) => {
      this.heard.push(message);
      this.wake();
    });
    child.on('exit', () => this.wake());
  }

  /** Starts it and waits until it says that it is ready. */
  static async start(main: string, { env, log, flags = [] }: Options): Promise<App> {
    const output = openSync(log, 'a');
    const child = spawn(process.execPath, ['--enable-source-maps', ...flags, main], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env },
      // Of its own group: Ctrl-C is for us, who stop it in good order.
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    const app = new App(child, log);
    await app.hear('ready');
    return app;
  }

  /** The next message of that type; others but heartbeats are an error. */
  async hear<T extends object>(type: string): Promise<T> {
    for (;;) {
      const message = this.heard.shift() as (T & { type: string; message?: string }) | undefined;
      if (message?.type === type) return message;
      if (message && message.type !== 'heartbeat')
        throw new Error(`${type} expected: ${JSON.stringify(message)}`);
      if (message) continue;
      if (this.hasEnded) throw new Error(`ended:\n${readFileSync(this.log, 'utf8').slice(-2000)}`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** Asks for something and waits for its answer. */
  ask<T extends object>(question: object): Promise<T> {
    this.child.send(question);
    return this.hear<T>('answer');
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const late = sleep(STOP_MS, undefined, { ref: false }).then(() => this.child.kill('SIGKILL'));
    await Promise.race([gone, late.then(() => gone)]);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

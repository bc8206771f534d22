import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLine, openLog, sizeOf } from './logs.js';
import { backoffMs, ended, hasEnded } from './processes.js';
import { Refusal } from './refusal.js';

const DRAIN_MS = 25_000;
const SILENT_MS = 15_000;
/** Loading the code takes its time on a slow machine. */
const FIRST_SIGN_MS = 60_000;
const TICK_MS = 1000;
const STEADY_MS = 30_000;
const FIRST_TRIES = 3;

export interface AppOptions {
  name: string;
  main: string;
  log: string;
  /** Asked for at each start: a port that was free may be taken by the next. */
  env: () => Promise<NodeJS.ProcessEnv>;
  onRestart: (name: string, reason: string) => void;
}

type Message = { type: 'ready' } | { type: 'heartbeat' } | { type: 'fatal'; message: string };

/** One of our processes, started again whenever it dies or falls silent. It ends by itself when its IPC channel closes. */
export class App {
  private child?: ChildProcess;
  private lastSign = 0;
  private served?: () => void;
  private hasServed = false;
  private fatal?: string;
  private logFrom = 0;
  private readonly stopping = new AbortController();

  constructor(private readonly options: AppOptions) {}

  /** Resolves once it serves. @throws Refusal when it cannot start: its own line, or the last of its log */
  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.served = resolve;
      this.keep().catch(reject);
    });
  }

  /** SIGTERM, 25 s to drain, SIGKILL; at once in a hurry. */
  async stop(hurry?: AbortSignal): Promise<void> {
    this.stopping.abort();
    if (!this.child) return;
    this.child.kill('SIGTERM');
    if (await ended(this.child, DRAIN_MS, hurry)) return;
    this.child.kill('SIGKILL');
    await ended(this.child, DRAIN_MS);
  }

  private async keep(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted; failures++) {
      const begun = Date.now();
      await this.run();
      if (this.stopping.signal.aborted) return;
      if (!this.hasServed && (this.fatal || failures + 1 >= FIRST_TRIES)) throw this.failure();
      if (Date.now() - begun > STEADY_MS) failures = 0;
      this.options.onRestart(
        this.options.name,
        this.fatal ?? this.child?.signalCode ?? `exit ${this.child?.exitCode}`,
      );
      await delay(backoffMs(failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async run(): Promise<void> {
    const env = await this.options.env();
    if (this.stopping.signal.aborted) return;
    const child = this.spawn(env);
    this.child = child;
    this.fatal = undefined;
    this.lastSign = Date.now() + FIRST_SIGN_MS - SILENT_MS;
    child.on('message', (message: Message) => this.hear(message));
    const watch = this.watch(child);
    if (child.pid && !hasEnded(child)) await once(child, 'exit');
    clearInterval(watch);
  }

  private spawn(env: NodeJS.ProcessEnv): ChildProcess {
    this.logFrom = sizeOf(this.options.log);
    const output = openLog(this.options.log);
    // Detached: Ctrl-C in the terminal is for us, they get their SIGTERM in good order.
    const child = spawn(process.execPath, ['--enable-source-maps', this.options.main], {
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    child.on('error', () => undefined);
    closeSync(output);
    return child;
  }

  private hear(message: Message): void {
    this.lastSign = Date.now();
    if (message.type === 'fatal') this.fatal = message.message;
    if (message.type !== 'ready') return;
    this.hasServed = true;
    this.served?.();
  }

  private watch(child: ChildProcess): NodeJS.Timeout {
    let lastTick = Date.now();
    return setInterval(() => {
      const late = Date.now() - lastTick - TICK_MS;
      lastTick = Date.now();
      // If it was us who were away (a laptop asleep, Ctrl-Z), their silence means nothing.
      if (late > TICK_MS) this.lastSign = Math.max(this.lastSign, lastTick);
      if (lastTick - this.lastSign > SILENT_MS) child.kill('SIGKILL');
    }, TICK_MS);
  }

  private failure(): Refusal {
    const { name, log } = this.options;
    const reason = this.fatal ?? lastLine(log, this.logFrom, /Error|error/) ?? `exit ${this.child?.exitCode}`;
    return new Refusal(`${name}: ${reason}`);
  }
}

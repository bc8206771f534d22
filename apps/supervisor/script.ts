import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Refusal } from './refusal.js';

export interface ScriptOptions {
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onLine?: (line: string) => void;
}

// Killed as we may be, it must not go on working against the next start.
const ENDS_WITH_US =
  'data:text/javascript,process.on("disconnect",()=>process.exit(1));process.channel.unref()';

/** Not the lines of a stack, nor what Node prints below it. */
const TELLING = /^(?!Node\.js v)[^\s{}]/;

/** Runs one of our scripts to its end. @throws Refusal with the last line of its stderr */
export async function runScript(main: string, { env, signal, onLine }: ScriptOptions): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', ENDS_WITH_US, main], {
    env,
    signal,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let last = '';
  createInterface(child.stderr!).on('line', (line) => (last = TELLING.test(line) ? line : last));
  createInterface(child.stdout!).on('line', (line) => onLine?.(line));
  const [code, killedBy] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0) throw new Refusal(last || `${main}: ${killedBy ?? `exit ${code}`}`);
}

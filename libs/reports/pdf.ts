import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outline } from './blocks.js';
import { meter } from './charts.js';
import { withinFont } from './font-coverage.js';
import { breakable } from './linebreak.js';

const PATIENCE_MS = 30_000;

/** Typesetters of one process: each takes a core and some 150 MB for about a second. Who comes then waits, who finds a long line is sent away. */
const AT_ONCE = 2;
const LONGEST_LINE = 30;

const FONTS = ['Regular', 'Bold'].map((weight) => pathOf(`./fonts/PretendardGOV-${weight}.otf`));

export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed';
}

/** So many papers wait already that this one would come too late. */
export class TypesettersBusy extends TypesettingFailed {
  readonly statusCode = 503;
}

/**
 * A paper as tagged PDF (PDF/UA-1), the same bytes for the same document. Typst runs in a child: its memory
 * goes with it, and a page it cannot finish is given up after 30 s. @throws TypesettingFailed, TypesettersBusy
 */
export async function renderPdf(outline: Outline): Promise<Buffer> {
  return await inLine(() => inChild(typstInput(outline)));
}

/** What typeset.mjs reads: the outline as report.typ takes it, and where the fonts are. */
export function typstInput(outline: Outline): string {
  return JSON.stringify({ outline: typeset(outline), fonts: FONTS });
}

/** The outline as report.typ takes it: line breaks prepared, bars drawn, the date in numbers. */
function typeset(outline: Outline): unknown {
  const prepared = mapValues(outline, (key, value) => {
    if (key === 'svg') return value;
    if (key === 'meter') return meter(Number(value));
    return typeof value === 'string' ? withinFont(breakable(value), FONTS[0] ?? '') : value;
  }) as Outline;
  return { ...prepared, date: outline.preparedOn.split('-').map(Number) };
}

function mapValues(value: unknown, change: (key: string, value: unknown) => unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => mapValues(entry, change, key));
  if (value === null || typeof value !== 'object') return change(key, value);
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, mapValues(entry, change, name)]),
  );
}

let free = AT_ONCE;
const line: (() => void)[] = [];

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (line.length >= LONGEST_LINE) throw new TypesettersBusy(`${line.length} papers wait for the typesetter`);
  if (free > 0) free -= 1;
  else await new Promise<void>((go) => line.push(go));
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else free += 1;
  }
}

async function inChild(input: string): Promise<Buffer> {
  // Nothing of our environment: no secrets in the child, and no NODE_OPTIONS that were meant for the parent.
  const child = spawn(process.execPath, [scriptPath()], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: 'pipe',
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const printed: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  // A child that dies early closes the pipe under us; its exit tells more than EPIPE does.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return await new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new TypesettingFailed(`could not start the typesetter: ${cause.message}`)),
    );
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(printed));
      const reason = signal
        ? `the typesetter was ended by ${signal} (it is given ${PATIENCE_MS / 1000} s)`
        : `the typesetter failed: ${Buffer.concat(complaints).toString().trim().slice(0, 2000)}`;
      return reject(new TypesettingFailed(reason));
    });
  });
}

/** swc writes `typeset.mjs` to dist as `typeset.js`. */
function scriptPath(): string {
  const source = pathOf('./typeset.mjs');
  return existsSync(source) ? source : pathOf('./typeset.js');
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

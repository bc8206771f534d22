import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outline } from './blocks.js';
import { meter } from './charts.js';
import { withinFont } from './font-coverage.js';
import { breakable } from './linebreak.js';

/**
 * How long one paper may take: for 400 issues on an idle core 5 s, so six times that where others work too. It stays below what the
 * database lets a compilation hold its lock.
 */
const patienceMs = (input: string): number => Math.min(75_000, 30_000 + Math.round(input.length / 15));

/** Typesetters of one process: each takes a core and some 150 MB for about a second. Who comes then waits, who finds a long line is sent away. */
const AT_ONCE = 2;
const LONGEST_LINE = 30;

const FONTS = ['Regular', 'Bold'].map((weight) => pathOf(`./fonts/PretendardGOV-${weight}.otf`));

export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed';
}

/** Too many papers wait already, or the machine is too busy to finish this one in its time: later it will go. */
export class TypesettersBusy extends TypesettingFailed {
  readonly statusCode = 503;
}

/**
 * A paper as tagged PDF (PDF/UA-1), the same bytes for the same document. Typst runs in a child: its memory
 * goes with it, and what it cannot finish in its time is given up. @throws TypesettingFailed, TypesettersBusy
 */
export async function renderPdf(outline: Outline): Promise<Buffer> {
  return await inLine(() => inChild(typstInput(outline)));
}

/** How many pages a paper of ours has, as it says itself. */
export function pagesIn(pdf: Buffer): number | null {
  const [, pages] = /<xmpTPg:NPages>(\d+)</.exec(pdf.toString('latin1')) ?? [];
  return pages ? Number(pages) : null;
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
  const patience = patienceMs(input);
  const child = spawn(process.execPath, [scriptPath()], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: 'pipe',
    timeout: patience,
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
      if (signal)
        return reject(
          new TypesettersBusy(`the typesetter was ended by ${signal} (it is given ${patience / 1000} s)`),
        );
      const said = Buffer.concat(complaints).toString().trim().slice(0, 2000);
      return reject(new TypesettingFailed(`the typesetter failed: ${said}`));
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

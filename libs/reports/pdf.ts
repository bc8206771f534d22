import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outline } from './blocks.js';
import { meter } from './charts.js';
import type { ReportDocument } from './document.js';
import { withinFont } from './font-coverage.js';
import { breakable } from './linebreak.js';
import { outlineOf } from './outline.js';

const PATIENCE_MS = 30_000;

const FONTS = ['Regular', 'Bold'].map((weight) => pathOf(`./fonts/PretendardGOV-${weight}.otf`));

export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed';
}

/**
 * The monthly report as tagged PDF (PDF/UA-1), the same bytes for the same document. Typst runs in a child: its memory
 * goes with it, and a page it cannot finish is given up after 30 s. Throws `TypesettingFailed`.
 */
export async function renderPdf(doc: ReportDocument): Promise<Buffer> {
  return await inChild(typstInput(doc));
}

/** What typeset.mjs reads: the outline as report.typ takes it, and where the fonts are. */
export function typstInput(doc: ReportDocument): string {
  return JSON.stringify({ outline: typeset(outlineOf(doc)), fonts: FONTS });
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

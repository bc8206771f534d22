import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Problem, PROBLEMS, type ProblemCode } from '../problem.js';
import { inspectTable, type TableFormat } from './inspect-table.js';

/** One row that is not empty; `no` is its number as a spreadsheet shows it, cells are text and end with the last that is filled. */
export interface TableRow {
  no: number;
  cells: string[];
}

const SCRIPT = fileURLToPath(new URL('./parse-table.mjs', import.meta.url));
const PATIENCE_MS = 120_000;
const HEAP_MB = 512;
const MOST_MEMORY = 900_000_000;

/**
 * The rows of a CSV file or of the first sheet of an XLSX file, some at a time. Read in a child: whatever a file does to its
 * reader, its memory goes with it, and it waits while nobody takes its rows. @throws Problem `table.…`
 */
export async function* readTable(
  format: TableFormat,
  bytes: Buffer | AsyncIterable<Buffer>,
  mostRows: number,
  merged = false,
): AsyncGenerator<TableRow[]> {
  const options = { format, mostRows, mostMemory: MOST_MEMORY, merged };
  // Nothing of our environment: no secrets in the child, and no NODE_OPTIONS that were meant for the parent.
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, SCRIPT, JSON.stringify(options)],
    { env: { PATH: process.env.PATH ?? '' }, stdio: 'pipe', timeout: PATIENCE_MS, killSignal: 'SIGKILL' },
  );
  const ended = once(child, 'close') as Promise<[number | null]>;
  const complaint = text(child.stderr);
  // A child that dies early closes the pipe under us; its exit tells more than EPIPE does.
  child.stdin.on('error', () => undefined);
  Readable.from(Buffer.isBuffer(bytes) ? [bytes] : bytes).pipe(child.stdin);
  try {
    for await (const line of createInterface({ input: child.stdout }))
      yield (JSON.parse(line) as [number, ...string[]][]).map(([no, ...cells]) => ({ no, cells }));
    const [code] = await ended;
    if (code !== 0) throw asProblem(await complaint);
  } finally {
    child.kill('SIGKILL');
  }
}

/**
 * All rows at once, for tables that a person made for people: what is merged over rows stands in each of them.
 * @throws Problem `table.…`
 */
export async function readWholeTable(bytes: Buffer, mostRows: number): Promise<TableRow[]> {
  const format = await inspectTable(bytes);
  const rows: TableRow[] = [];
  for await (const page of readTable(format, bytes, mostRows, true)) rows.push(...page);
  return rows;
}

/** Killed, out of memory, or out of time: the file asks for more than any table needs. */
function asProblem(complaint: string): Problem | Error {
  const { code, fault } = parsed(complaint);
  if (fault) return new Error(`The reader of tables failed: ${fault}`);
  return new Problem(code && code in PROBLEMS ? (code as ProblemCode) : 'table.bomb');
}

function parsed(complaint: string): { code?: string; fault?: string } {
  try {
    return JSON.parse(complaint);
  } catch {
    return {};
  }
}

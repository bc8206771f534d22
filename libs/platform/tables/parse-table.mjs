// Runs in a child of its own (read-table.ts): the bytes of a table come in on stdin, its rows go out on stdout, a page a
// line, each row as [number, ...cells]. Plain JavaScript in one file, because node starts it as it is, under jest too.
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const PAGE = 250;
const MOST_COLUMNS = 256;
/** In characters: a quote that nobody closed would else take the rest of the file for one cell. */
const LONGEST_RECORD = 1_000_000;

const { format, mostRows, mostMemory } = JSON.parse(process.argv[2]);

class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// What an archive says of its size need not be true.
setInterval(() => process.memoryUsage.rss() > mostMemory && end(new Refused('table.bomb')), 20).unref();

/** Every cell as text: days as 2026-11-03, numbers as digits, of a formula what it last came to. */
function shown(cell) {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  // Half past nine is a fraction of a day, and a moment before it by the time it is here.
  const [day, time] = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

async function* rowsOfSheet() {
  const { readSheet } = await import('read-excel-file/node');
  const bytes = await buffer(process.stdin);
  yield* await readSheet(bytes).catch(() => {
    throw new Refused('table.broken');
  });
}

/** As Excel tells it by an apostrophe that what follows is a text and no formula; our own files are written so too. */
const MARKED = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;

async function* rowsOfText({ encoding, separator }) {
  const { parse } = await import('csv-parse');
  const { default: iconv } = await import('iconv-lite');
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
  });
  const decoder = iconv.getDecoder(encoding);
  const feeding = pipeline(
    process.stdin,
    async function* decode(chunks) {
      for await (const chunk of chunks) yield decoder.write(chunk);
      yield decoder.end() ?? '';
    },
    parser,
  );
  feeding.catch(() => undefined);
  try {
    for await (const record of parser) yield record.map((cell) => cell.replace(MARKED, ''));
  } catch (error) {
    throw error.code?.startsWith('CSV_') ? new Refused('table.quote') : error;
  }
}

async function write(page) {
  if (page.length && !process.stdout.write(`${JSON.stringify(page)}\n`)) await once(process.stdout, 'drain');
}

async function run() {
  let number = 0;
  let rows = 0;
  let page = [];
  for await (const cells of format.kind === 'xlsx' ? rowsOfSheet() : rowsOfText(format)) {
    number += 1;
    const texts = cells.map(shown);
    while (texts.length && texts.at(-1).trim() === '') texts.pop();
    if (!texts.length) continue;
    if (texts.length > MOST_COLUMNS) throw new Refused('table.wide');
    if ((rows += 1) > mostRows) throw new Refused('table.rows');
    page.push([number, ...texts]);
    if (page.length < PAGE) continue;
    await write(page);
    page = [];
  }
  await write(page);
}

function end(error) {
  process.stderr.write(
    JSON.stringify(error instanceof Refused ? { code: error.code } : { fault: error.stack }),
  );
  process.exit(1);
}

await run().catch(end);

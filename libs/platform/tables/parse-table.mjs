// Runs in a child of its own (read-table.ts): the bytes of a table come in on stdin, its rows go out on stdout, a page a
// line, each row as [number, ...cells]. Plain JavaScript in one file, because node starts it as it is, under jest too.
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const PAGE = 250;
const MOST_COLUMNS = 256;
/** In characters: a quote that nobody closed would else take the rest of the file for one cell. */
const LONGEST_RECORD = 1_000_000;

const { format, mostRows, mostMemory, merged } = JSON.parse(process.argv[2]);

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
  const rows = await readSheet(bytes).catch(() => {
    throw new Refused('table.broken');
  });
  if (merged) repeatMerged(rows, await mergedIn(bytes));
  yield* rows;
}

const MOST_MERGED = 10_000;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Merged cells of the first sheet, which the reader leaves out: their column and first and last row, from 0. */
async function mergedIn(bytes) {
  const { strFromU8, unzipSync } = await import('fflate');
  const file = (wanted) => {
    const found = unzipSync(bytes, { filter: ({ name }) => name.toLowerCase() === wanted.toLowerCase() });
    return Object.values(found).map((content) => strFromU8(content))[0] ?? '';
  };
  const [first = ''] = /<(?:\w+:)?sheet\s[^>]*>/.exec(file('xl/workbook.xml')) ?? [];
  const tags = file('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  const relation = tags.find((tag) => attribute(tag, 'Id') === attribute(first, 'r:id'));
  const target = attribute(relation ?? '', 'Target')?.replace(/^(?:\/xl)?\//, '');
  if (!target) return [];
  const ranges = [];
  for (const [, letters, from, to] of file(`xl/${target}`).matchAll(MERGED)) {
    const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    if (ranges.push({ column, from: from - 1, to: to - 1 }) === MOST_MERGED) break;
  }
  return ranges;
}

/** What is merged over rows holds for each of them that says anything itself; over columns it is said once. */
function repeatMerged(rows, ranges) {
  const filled = rows.map((cells) => cells.some((cell) => cell !== null && shown(cell).trim() !== ''));
  for (const { column, from, to } of ranges)
    for (let row = from + 1; row <= Math.min(to, rows.length - 1); row += 1)
      if (filled[row]) rows[row][column] = rows[from]?.[column] ?? null;
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

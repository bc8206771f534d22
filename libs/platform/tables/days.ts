import { seoulDay } from '../calendar.js';
import { isDay, MONTH } from '../fields.js';

const DATE =
  /^'?(\d{4}|\d{2})\s*[.\-/년]\s*(\d{1,2})\s*[.\-/월]\s*(\d{1,2})\s*[.일]?\s*(\(\p{L}+\))?(\s+\d{1,2}:\d{2}(:\d{2})?)?$/u;
const DIGITS = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
/** Days of a spreadsheet are counted from the last of 1899; these are the years 1954 to 2119, so that no other number is taken for one. */
const SERIAL = /^[2-7]\d{4}(\.\d+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const written = (year: string, month: string, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The day a cell means, however people and spreadsheets write it: `2026. 11. 3.(화)`, `'26.11.3.`, `2026-11-03`, `20261103`, `46329`. Null for anything else. */
export function dayIn(cell: string): string | null {
  const text = cell.trim();
  const found = readDay(text);
  return found !== null && isDay(found) ? found : null;
}

function readDay(text: string): string | null {
  if (SERIAL.test(text))
    return new Date(SERIAL_ZERO + Math.floor(Number(text)) * DAY_MS).toISOString().slice(0, 10);
  if (INSTANT.test(text)) return Number.isNaN(Date.parse(text)) ? null : seoulDay(new Date(text));
  const [, year, month, day] = DATE.exec(text) ?? DIGITS.exec(text) ?? [];
  return year && month && day ? written(year, month, day) : null;
}

const YEAR_MONTH = /^'?(\d{4}|\d{2})\s*[.\-/년]\s*(\d{1,2})\s*[.월]?$/;
const MONTH_DIGITS = /^((?:19|20|21)\d{2})(\d{2})$/;

/** The month a cell means: `2026-12`, `2026. 12.`, `2026년 12월`, `'26.12.`, `202612`, or any day of it. Null for anything else. */
export function monthIn(cell: string): string | null {
  const text = cell.trim();
  const [, year, month] = YEAR_MONTH.exec(text) ?? MONTH_DIGITS.exec(text) ?? [];
  const found = year && month ? written(year, month, '01') : dayIn(text);
  return found !== null && MONTH.test(found.slice(0, 7)) ? found.slice(0, 7) : null;
}

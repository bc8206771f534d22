import { fill } from './archive.js';
import type { Bench } from './bench.js';
import { residentMegabytes } from './cpu.js';
import { show } from './numbers.js';
import type { Line } from './table.js';

const ROWS = 100_000;
const ROWS_QUICK = 20_000;

/** All issues of a large archive, every column, as a file: rows a second to a reader who never waits, and the memory of intake. */
export async function exporting(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const rows = bench.quick ? ROWS_QUICK : ROWS;
  await fill(city, rows);
  const intake = await city.run('intake');
  const cookie = await city.signIn('officer');
  const bring = async (query: string): Promise<{ seconds: number; bytes: number }> => {
    const begun = performance.now();
    const answer = await fetch(`${city.url}/api/v1/issues/export?${query}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
    let bytes = 0;
    for await (const part of answer.body!) bytes += part.length;
    return { seconds: (performance.now() - begun) / 1000, bytes };
  };
  const lines: Line[] = [];
  for (const format of ['csv', 'xlsx']) {
    // What loads once is loaded before it is measured.
    await bring(`format=${format}&grade=critical&open=true`);
    const before = residentMegabytes(intake.pid)?.now ?? 0;
    const { seconds, bytes } = await bring(`format=${format}`);
    lines.push(
      {
        what: `export of ${show(rows)} issues as ${format.toUpperCase()}: rows/s, MB of the file`,
        value: `${show(rows / seconds)}, ${show(bytes / 1e6, 1)}`,
      },
      {
        what: '  resident memory of intake, MB: before, most since it began',
        value: `${show(before)}, ${show(residentMegabytes(intake.pid)?.most ?? 0)}`,
      },
    );
  }
  return lines;
}

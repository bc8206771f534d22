import { parseArgs } from 'node:util';
import { Bench, haveRedis } from './bench.js';
import { consolePages } from './console.js';
import { creation } from './creation.js';
import { deliveries } from './deliveries.js';
import { exporting } from './exporting.js';
import { fsyncsPerSecond } from './fsync.js';
import { importing } from './importing.js';
import { latency } from './latency.js';
import { show } from './numbers.js';
import { races } from './races.js';
import { reading } from './reading.js';
import { report } from './report.js';
import { similar } from './similar.js';
import { stages } from './stages.js';
import { start } from './start.js';
import { stream } from './stream.js';
import { table, type Line } from './table.js';

const PARTS = {
  creation,
  stages,
  latency,
  reading,
  similar,
  import: importing,
  export: exporting,
  deliveries,
  report,
  races,
  stream,
  console: consolePages,
  start,
} satisfies Record<string, (bench: Bench) => Promise<Line[]>>;
type Part = keyof typeof PARTS;

const BACKENDS = ['postgresql', 'redis'] as const;

const USAGE = `npm run bench -- [--quick] [part …]
  parts: ${Object.keys(PARTS).join(' ')}; all when none is named
  --quick            fewer rounds and rows: two minutes instead of ten
  --queues BACKEND   ${BACKENDS.join(' or ')} only
  --profiles FOLDER  a CPU profile of every process`;

function wanted() {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean' }, queues: { type: 'string' }, profiles: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !(name in PARTS));
  if (unknown.length) throw new Error(`Unknown: ${unknown.join(', ')}`);
  const parts = positionals.length ? (positionals as Part[]) : (Object.keys(PARTS) as Part[]);
  const there = BACKENDS.filter((backend) => backend === 'postgresql' || haveRedis);
  const backends = there.filter((backend) => !values.queues || backend === values.queues);
  return { parts, bench: new Bench({ quick: values.quick ?? false, profiles: values.profiles, backends }) };
}

async function main(): Promise<void> {
  const { parts, bench } = wanted();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bench.close().then(() => process.exit(1)));
  const lines: Line[] = [];
  try {
    await bench.open();
    lines.push({ what: "fsync/s of the data folder's disk", value: show(fsyncsPerSecond(bench.folder)) });
    lines.push({
      what: 'fsync, synchronous_commit',
      value: `${await bench.setting('fsync')}, ${await bench.setting('synchronous_commit')}`,
    });
    for (const part of parts) {
      const begun = Date.now();
      lines.push(...(await PARTS[part](bench)));
      console.error(`${part}: ${show((Date.now() - begun) / 1000)} s`);
    }
  } finally {
    await bench.close();
    console.log(table(lines));
  }
}

main().catch((error: Error) => {
  console.error(error.message.startsWith('Unknown') ? `${error.message}\n${USAGE}` : error);
  process.exitCode = 1;
});

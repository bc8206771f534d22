import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { anchorFile, readAnchors } from '#audit/anchor.js';
import { verifyAudit, type AuditFault } from '#audit/verify.js';
import { databaseOptions } from '#platform/database.js';
import { BadEnvironment, readEnv } from '#platform/env.js';
import { say } from './say.js';

const FAULTS: Record<AuditFault, string> = {
  changed: '내용이 바뀜 / changed',
  removed: '지워짐 / removed',
  inserted: '봉인 없이 끼워 넣음 / inserted',
  chain: '봉인이 이어지지 않음 / chain broken',
  anchor: '외부 보관값과 다름 / differs from its anchor',
};

/** The database of the settings, or the one that `npm start` keeps under DATA_DIR and has running now. */
function databaseUrl(dataDir: string): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const path = join(dataDir, 'postgres.json');
  if (!existsSync(path)) throw new BadEnvironment(`DATABASE_URL is not set, and there is no ${path}`);
  const { port, password } = JSON.parse(readFileSync(path, 'utf8')) as { port: number; password: string };
  return `postgres://haechi:${password}@127.0.0.1:${port}/haechi`;
}

/** Holds the whole record against its seals and their anchors; ends with 1 where anything is not as it was. */
async function main(): Promise<number> {
  const dataDir = process.env.DATA_DIR || '.data';
  const env = readEnv({ ...process.env, DATABASE_URL: databaseUrl(dataDir) });
  const source = await new DataSource(
    databaseOptions({ url: env.DATABASE_URL, pool: 1, role: 'haechi_work' }, []),
  ).initialize();
  try {
    const anchors = await readAnchors(anchorFile(env));
    const { seals, rows, waiting, head, findings } = await source.transaction((tx) =>
      verifyAudit(tx, anchors),
    );
    say(
      `봉인 ${seals}개, 기록 ${rows}건, 봉인 전 ${waiting}건, 외부 보관값 ${anchors.length}개`,
      `${seals} seals, ${rows} rows, ${waiting} not sealed yet, ${anchors.length} anchors`,
    );
    if (head) console.log(`${head.n} ${head.hash}`);
    for (const { fault, source: of, id, at } of findings)
      console.log(`✗ ${of} ${id} ${at ? new Date(at).toISOString() : ''} ${FAULTS[fault]}`);
    if (!findings.length) say('봉인한 그대로입니다', 'all is as it was sealed');
    return findings.length ? 1 : 0;
  } finally {
    await source.destroy();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);

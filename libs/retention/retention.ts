import { v7 as uuidv7 } from 'uuid';
import { RETENTION } from '#config/retention.js';
import { emit, emitAll, type Fact } from '#events/emit.js';
import { retentionSubject, userSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { STATEMENTS } from './rules.js';
import { CARRIED_OUT, type CarriedOut, type RetentionRuleName } from './vocabulary.js';

/** Examples of what is due that are shown. */
const SHOWN = 10;
/** Runs that are shown. */
const RUNS = 50;

export interface RetentionView {
  rules: { name: string; months: number; action: string; source: string; carriedOut: boolean }[];
  /** Housekeeping carries them out by itself, once a day. */
  scheduled: boolean;
  runs: object[];
  version: number;
}

export async function viewRetention(tx: Tx): Promise<RetentionView> {
  const [{ scheduled, version }] = await tx.query('select scheduled, version from retention');
  const runs = await tx.query(LAST, [RUNS]);
  const rules = Object.entries(RETENTION).map(([name, rule]) => ({
    name,
    ...rule,
    carriedOut: (CARRIED_OUT as readonly string[]).includes(name),
  }));
  return { rules, scheduled, runs: runs.map(({ run }: { run: object }) => run), version };
}

export interface DueOfRule {
  rule: CarriedOut;
  count: number;
  examples: { id: string; what: string; at: Date }[];
}

/** What the rules would delete or make nameless now; nothing is changed. What is confidential is neither counted nor shown. */
export async function retentionDue(tx: Tx): Promise<DueOfRule[]> {
  const due: DueOfRule[] = [];
  for (const rule of CARRIED_OUT) {
    const [{ count }] = await tx.query(`select count(*) from (${STATEMENTS[rule].due}) x where open`, [
      RETENTION[rule].months,
    ]);
    const examples = await tx.query(
      `select id, what, at from (${STATEMENTS[rule].due}) x where open order by at, id limit $2`,
      [RETENTION[rule].months, SHOWN],
    );
    due.push({ rule, count, examples });
  }
  return due;
}

/**
 * Deletes or makes nameless what is due by these rules, and says so on record. Events, the record of accesses, their seals and issued
 * editions are never touched.
 */
export async function carryOut(
  tx: Tx,
  by: Principal | null,
  rules: readonly CarriedOut[],
  reason: string | null,
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('retention'))`);
  const before = await retentionDue(tx);
  const counts: Partial<Record<RetentionRuleName, number>> = {};
  const nameless: { id: string }[] = [];
  for (const rule of rules) {
    const [rows]: [{ id: string }[]] = await tx.query(STATEMENTS[rule].carryOut, [RETENTION[rule].months]);
    // Told is what the dry run told: more would tell of what is confidential.
    counts[rule] = before.find((one) => one.rule === rule)!.count;
    if (rule === 'left-people') nameless.push(...rows);
  }
  const id = uuidv7();
  await tx.query(`insert into retention_runs (id, carried_out_by, reason, counts) values ($1, $2, $3, $4)`, [
    id,
    by?.id ?? null,
    reason,
    JSON.stringify(counts),
  ]);
  const who = by && { by };
  await emitAll(tx, [
    {
      subject: retentionSubject,
      name: 'retention.carried-out',
      payload: { runId: id },
      ...who,
      changes: { counts: [null, counts], reason: [null, reason] },
    },
    ...nameless.map(({ id: userId }): Fact => ({
      subject: userSubject(userId),
      name: 'user.pseudonymised',
      payload: { userId },
      ...who,
    })),
  ]);
}

/** Whether it is switched on, and was not carried out by itself today. */
export async function dueToday(tx: Tx): Promise<boolean> {
  const [due] = await tx.query(`select 1 from retention where scheduled and not exists (
    select 1 from retention_runs r where r.carried_out_by is null and r.at >= seoul_today()::timestamp at time zone 'Asia/Seoul')`);
  return Boolean(due);
}

/** Once a day, whoever of several processes comes first; a day on which nothing is due is on record as well. */
export async function carryOutToday(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('retention'))`);
  if (await dueToday(tx)) await carryOut(tx, null, CARRIED_OUT, null);
}

/** Switches housekeeping on or off. */
export async function scheduleRetention(
  tx: Tx,
  by: Principal,
  { scheduled, reason }: { scheduled: boolean; reason: string },
  expected: number | null,
): Promise<void> {
  const [now] = await tx.query('select scheduled, version from retention for update');
  if (expected !== null && expected !== now.version)
    throw new Problem('precondition.failed', {}, { current: await viewRetention(tx) });
  if (now.scheduled === scheduled) return;
  await tx.query('update retention set scheduled = $1, version = version + 1', [scheduled]);
  const changes = { scheduled: [now.scheduled, scheduled], reason: [null, reason] } as const;
  const payload = { as: scheduled ? ('on' as const) : ('off' as const) };
  await emit(tx, retentionSubject, 'retention.scheduled', payload, { by, changes: changes as never });
}

const LAST = `
select json_build_object('id', r.id, 'at', r.at, 'by', (select u.name from users u where u.id = r.carried_out_by), 'reason', r.reason,
  'counts', (select coalesce(json_agg(json_build_object('rule', k, 'count', v::int)), '[]') from jsonb_each_text(r.counts) x(k, v))) as run
from retention_runs r order by r.at desc, r.id desc limit $1`;

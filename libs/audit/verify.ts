import type { Tx } from '#platform/database.js';
import type { Seal } from './seal.js';

export const AUDIT_FAULTS = ['changed', 'removed', 'inserted', 'chain', 'anchor'] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

/** Something that is not as it was sealed: a row by its source and id, or a seal by its number. */
export interface AuditFinding {
  fault: AuditFault;
  source: 'event' | 'access' | 'seal';
  id: string;
  at: Date | null;
}

export interface Verified {
  seals: number;
  rows: number;
  /** On record, and not sealed yet. */
  waiting: number;
  head: Seal | null;
  findings: AuditFinding[];
}

/** Findings of one kind that are named; more only say the same. */
const NAMED = 100;

/**
 * Computes every digest and the whole chain anew, and holds them against what was sealed and against the heads that were anchored
 * outside the database. What the retention has taken is no finding; that it was taken is itself on record.
 */
export async function verifyAudit(tx: Tx, anchors: readonly Omit<Seal, 'at'>[]): Promise<Verified> {
  // One moment for all of it, and nobody who reads it all in one statement is hurried.
  await tx.query('set transaction isolation level repeatable read, read only');
  await tx.query('set local statement_timeout = 0');
  const [counts] = await tx.query(COUNTS);
  const [head] = await tx.query(HEAD);
  const findings: AuditFinding[] = [];
  for (const [fault, query] of Object.entries(AUDIT_CHECKS))
    findings.push(...(await tx.query(query, [NAMED])).map((row: object) => ({ fault, ...row })));
  const anchored = await tx.query(ANCHORS, [JSON.stringify(anchors), NAMED]);
  findings.push(...anchored.map((row: object) => ({ fault: 'anchor', ...row })));
  return { ...counts, head: head ?? null, findings };
}

const COUNTS = `
select (select count(*) from seals) as seals, (select count(*) from sealed) as rows,
  (select count(*) from unsealed) + (select count(*) from feed_pending) as waiting`;

const HEAD = `select n, encode(hash, 'hex') as hash, at from seals order by n desc limit 1`;

const ROWS = `
  select s.source, s.row_id, s.digest, s.at, event_digest(e) as found from sealed s left join events e on e.id = s.row_id
  where s.source = 'event'
  union all
  select s.source, s.row_id, s.digest, s.at, access_digest(a) from sealed s left join access_log a on a.id = s.row_id
  where s.source = 'access'`;

/** Each finds rows that are not as they were sealed, at most `$1`. */
export const AUDIT_CHECKS: Record<'changed' | 'removed' | 'inserted' | 'chain', string> = {
  changed: `select source, row_id as id, at from (${ROWS}) r where found <> digest order by at limit $1`,
  // A month goes as a whole, so nothing is left of it.
  removed: `select source, row_id as id, at from (${ROWS}) r where found is null and not (source = 'access' and at < coalesce((
      select max((detail->>'before')::timestamptz) from access_log where kind = 'trimmed'), '-infinity'))
    order by at limit $1`,
  inserted: `select 'event' as source, e.id, e.at from events e
      where not exists (select from sealed s where s.source = 'event' and s.row_id = e.id)
        and not exists (select from unsealed u where u.source = 'event' and u.row_id = e.id)
        and not exists (select from feed_pending p where p.event_id = e.id)
    union all
    select 'access', a.id, a.at from access_log a
      where not exists (select from sealed s where s.source = 'access' and s.row_id = a.id)
        and not exists (select from unsealed u where u.source = 'access' and u.row_id = a.id)
    limit $1`,
  chain: `with told as (
      select seal, count(*) as rows, string_agg(digest, ''::bytea order by place) as digests from sealed group by seal
    ), linked as (
      select n, at, hash, rows, lag(n, 1, 0::bigint) over (order by n) as before, lag(hash, 1, ''::bytea) over (order by n) as hash_before from seals
    )
    select 'seal' as source, l.n::text as id, l.at from linked l left join told t on t.seal = l.n
    where l.n <> l.before + 1 or t.rows is distinct from l.rows or sha256(l.hash_before || t.digests) is distinct from l.hash
    order by l.n limit $1`,
};

// A chain that was computed anew from somewhere on is whole in itself: only what is kept elsewhere tells.
const ANCHORS = `
select 'seal' as source, x.n::text as id, s.at from jsonb_to_recordset($1::jsonb) as x(n bigint, hash text)
left join seals s on s.n = x.n where encode(s.hash, 'hex') is distinct from x.hash order by x.n limit $2`;

import type { DataSource } from 'typeorm';

/** Rows of one seal. */
const AT_ONCE = 2000;

/** The head of the chain: what an anchor outside the database holds. */
export interface Seal {
  n: number;
  /** Hexadecimal SHA-256. */
  hash: string;
  at: Date;
}

/** Seals what is on record and not sealed yet, whoever of several processes comes first. @returns the last seal made, if any */
export async function sealNew(source: DataSource): Promise<Seal | null> {
  let last: Seal | null = null;
  for (;;) {
    const made = await source.transaction(async (tx): Promise<(Seal & { rows: number }) | null> => {
      const [{ mine }] = await tx.query(`select pg_try_advisory_xact_lock(hashtext('seals')) as mine`);
      if (!mine) return null;
      const [seal] = await tx.query(SEAL, [AT_ONCE]);
      return seal ?? null;
    });
    if (!made) return last;
    last = { n: made.n, hash: made.hash, at: made.at };
    if (made.rows < AT_ONCE) return last;
  }
}

// One chain over both: what is sealed together is ordered as it came to be known.
const SEAL = `
with taken as (
  delete from unsealed where id in (select id from unsealed order by id limit $1) returning id, source, row_id
), digested as (
  select row_number() over (order by t.id) as place, t.source, t.row_id, coalesce(event_digest(e), access_digest(a)) as digest,
    coalesce(e.at, a.at) as at
  from taken t left join events e on t.source = 'event' and e.id = t.row_id
    left join access_log a on t.source = 'access' and a.id = t.row_id
  where coalesce(e.id, a.id) is not null
), last as (
  select n, hash from seals order by n desc limit 1
), made as (
  insert into seals (n, rows, hash)
  select coalesce((select n from last), 0) + 1, count(*),
    sha256(coalesce((select hash from last), '') || string_agg(digest, ''::bytea order by place))
  from digested having count(*) > 0
  returning n, rows, hash, at
), kept as (
  insert into sealed (source, row_id, seal, place, digest, at)
  select d.source, d.row_id, m.n, d.place, d.digest, d.at from digested d, made m
)
select n, rows, encode(hash, 'hex') as hash, at from made`;

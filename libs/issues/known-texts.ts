import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { log } from '#platform/logging.js';
import { TextIndex, type Versioned } from './rules/text-index.js';

/** Texts read at a time: few enough that they are gone before the heap grows. */
const PAGE = 500;

interface Known {
  index: TextIndex;
  /** Whatever was written by this transaction or a later one may have come since. */
  since: string;
}

interface News {
  since: string;
  written: Omit<Versioned, 'text'>[];
}

let known: Known | undefined;
let reading = false;

/**
 * Which public issues are worth comparing with a text: all there are, kept from call to call, and brought up to date by each,
 * so that what another process registered is found at once. Confidential issues are never among them. Nobody waits while all
 * are being read at the start: the newest are there first.
 */
export async function knownTexts(tx: Tx): Promise<TextIndex> {
  if ((!known || known.index.worn) && !reading) await readAll(tx);
  // Somebody else has begun to read, and knows nothing yet.
  const first = known ?? (await nothingYet(tx));
  return catchUp(tx, (known ??= first));
}

async function nothingYet(tx: Tx): Promise<Known> {
  const [{ since }] = await tx.query(NOW);
  return { index: new TextIndex(), since };
}

async function readAll(tx: Tx): Promise<void> {
  reading = true;
  try {
    const next = await nothingYet(tx);
    // What is read so far is better than nothing, and what was known before better than that.
    known ??= next;
    for (let last = LAST; ;) {
      const page: Versioned[] = await tx.query(ALL, [last, PAGE]);
      // What somebody has read meanwhile is newer.
      await inTurns(page, (one) => next.index.knows(one.id) || next.index.add(one));
      if (page.length < PAGE) break;
      last = page.at(-1)!.id;
    }
    known = next;
  } finally {
    reading = false;
  }
}

async function catchUp(tx: Tx, to: Known): Promise<TextIndex> {
  const [{ since, written }]: [News] = await tx.query(WRITTEN, [to.since]);
  const missing = written.filter((one) => !to.index.has(one)).map(({ id }) => id);
  for (let from = 0; from < missing.length; from += PAGE) {
    const texts: Versioned[] = await tx.query(THESE, [missing.slice(from, from + PAGE)]);
    for (const one of texts) if (!to.index.has(one)) to.index.add(one);
  }
  // In one go with the adding: of two that read at once the one that adds last says from where the next one reads.
  to.since = since;
  return to.index;
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const NOW = 'select pg_snapshot_xmin(pg_current_snapshot())::text as since';

const TEXTS = `
select t.issue_id as id, t.written::text::bigint as version, t.text from issue_texts t
join issues i on i.id = t.issue_id and not i.confidential`;
// Ids rise with time.
const ALL = `${TEXTS} where t.issue_id < $1 order by t.issue_id desc limit $2`;
const THESE = `${TEXTS} where t.issue_id = any($1)`;

// Transactions do not end in the order of their numbers. What began before all that were still under way when one last looked
// had ended then, and was seen. A number not given out yet is of the server that a dump came from.
const WRITTEN = `
select pg_snapshot_xmin(pg_current_snapshot())::text as since, (
  select coalesce(json_agg(json_build_object('id', t.issue_id, 'version', t.written::text::bigint)), '[]')
  from issue_texts t join issues i on i.id = t.issue_id and not i.confidential
  where t.written >= $1::xid8 and t.written < pg_snapshot_xmax(pg_current_snapshot())
) as written`;

/** A process reads what there is as soon as it starts, beside its work. */
@Injectable()
export class KnownTexts implements OnApplicationBootstrap {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    // Whoever asks tries it again; the process may also be ending already.
    knownTexts(this.source.manager).catch((error: Error) =>
      log.warn({ error: error.message }, 'texts of issues could not be read at the start'),
    );
  }
}

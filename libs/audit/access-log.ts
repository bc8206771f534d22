import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#events/emit.js';
import { Batch } from '#platform/batch.js';
import type { Tx } from '#platform/database.js';
import type { AccessKind } from './vocabulary.js';

export interface Access {
  kind: AccessKind;
  by: Actor | null;
  /** Method and route, e.g. `GET /api/v1/issues/:id`. */
  what: string;
  /** Confidential issues that it shows. */
  issueIds?: readonly string[];
  detail?: Record<string, unknown>;
  address?: string | null;
}

/** Writes what was seen, taken or refused; whoever answers waits for it, so nothing leaves without its record. */
export class AccessLog {
  private readonly batch: Batch<Access, void>;

  constructor(private readonly source: DataSource) {
    this.batch = new Batch<Access, void>(
      async (list) => {
        await recordAccess(this.source.manager, list);
        return list.map(() => undefined);
      },
      { max: 200, parallel: 2 },
    );
  }

  add(access: Access): Promise<void> {
    return this.batch.add(access);
  }

  /** The confidential issues behind what a request named by id or an answer by number. */
  async behind(ids: readonly string[], numbers: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.source.query(BEHIND, [ids, numbers]);
    return rows.map(({ id }) => id);
  }
}

/** The same as part of a transaction. */
export async function recordAccess(tx: Tx, list: readonly Access[]): Promise<void> {
  const rows = list.map(({ kind, by, what, issueIds = [], detail = {}, address = null }) => ({
    id: uuidv7(),
    kind,
    actor_id: by?.id ?? null,
    on_behalf_of: by?.onBehalfOf ?? null,
    issue_ids: issueIds,
    what,
    detail,
    address,
  }));
  await tx.query(WRITE, [JSON.stringify(rows).replaceAll(NUL, '\\ufffd')]);
}

/** As JSON writes what jsonb cannot hold, and a query string can bring, in a name or a value. */
const NUL = /(?<=(?:^|[^\\])(?:\\\\)*)\\u0000/g;

const WRITE = `
with x as (
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, kind text, actor_id uuid, on_behalf_of uuid, issue_ids uuid[],
    what text, detail jsonb, address inet)
), kept as (
  insert into access_log (id, kind, actor_id, on_behalf_of, issue_ids, what, detail, address)
  select id, kind, actor_id, on_behalf_of, coalesce(issue_ids, '{}'), what, detail, address from x
)
insert into unsealed (source, row_id) select 'access', id from x`;

// By keys only: this is asked before every answer that names something.
const BEHIND = `
select i.id from issues i where i.number = any($2) and i.confidential
union
select i.id from (
  select unnest($1::uuid[]) as id
  union all select q.issue_id from requests q where q.id = any($1)
  union all select q.issue_id from responses p join requests q on q.id = p.request_id where p.id = any($1)
  union all select s.issue_id from signals s where s.id = any($1)
  union all select c.issue_id from comments c where c.id = any($1)
  union all select l.issue_id from deliveries l where l.id = any($1)
  union all select x.issue_id from escalations x where x.id = any($1)
  union all select a.issue_id from attachments a where a.file_id = any($1)
) named join issues i on i.id = named.id where i.confidential`;

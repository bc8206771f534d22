import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';
import type { Approval } from '#issues/authorize.js';
import { NO_LINES, type EditionChange, type OwnLines } from './document.js';
import type { Format } from './vocabulary.js';

export interface ReportView {
  month: string;
  state: string | null;
  version: number;
  ownLines: OwnLines;
  editions: {
    number: number;
    state: string;
    issuedAt: string | null;
    compiledAt: string;
    checksums: Record<string, string>;
    /** Against the edition before it; null of the first and of what was compiled before this was noted. */
    changes: EditionChange[] | null;
    /** Of its PDF; null of what was compiled before this was noted. */
    pages: number | null;
    issuedBy: string | null;
    approval: Approval | null;
    /** When it was held back and let go, and why; earliest first. */
    holds: {
      heldAt: string;
      heldBy: string;
      reason: string;
      releasedAt: string | null;
      releasedBy: string | null;
      releaseReason: string | null;
    }[];
  }[];
}

/** Until it is approved an edition is read in the copy that says so. */
const COPY = sql`case when e.state in ('draft', 'held') then 'draft' else 'final' end`;

/** What was never written is empty. */
const OWN_LINES = sql`${JSON.stringify(NO_LINES)}::jsonb || r.own_lines`;

const json = sql`json_build_object('month', r.month, 'version', r.version, 'ownLines', ${OWN_LINES}, 'requestedAt', r.requested_at,
  'state', (select e.state from editions e where e.month = r.month order by e.number desc limit 1),
  'editions', (select coalesce(json_agg(json_build_object('number', e.number, 'state', e.state,
      'issuedAt', e.approved_at, 'sentAt', e.sent_at, 'compiledAt', e.compiled_at,
      'checksums', (select coalesce(json_object_agg(f.format, f.sha256), '{}') from edition_files f
        where f.edition_id = e.id and f.copy = ${COPY}),
      'changes', e.document -> 'changes', 'pages', e.document -> 'pages',
      'issuedBy', (select u.name from users u where u.id = e.approved_by), 'approval', e.approval,
      'holds', (select coalesce(json_agg(json_build_object('heldAt', h.held_at, 'heldBy', held.name, 'reason', h.reason,
          'releasedAt', h.released_at, 'releasedBy', freed.name, 'releaseReason', h.release_reason) order by h.held_at, h.id), '[]')
        from edition_holds h join users held on held.id = h.held_by left join users freed on freed.id = h.released_by
        where h.edition_id = e.id))
      order by e.number), '[]') from editions e where e.month = r.month))`;

export async function viewReport(tx: Tx, month: string): Promise<ReportView> {
  const query = sql`select ${json} as view from reports r where r.month = ${month}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

export function listReports(tx: Tx, page: PageRequest): Promise<Page<ReportView>> {
  // Months have no id of their own; a UUID made of the month tells them apart for the cursor.
  const id = `md5(r.month)::uuid`;
  const orders = bothWays('month', 'r.month::text', 'text');
  return readPage(
    tx,
    { json, from: sql`reports r`, where: [sql`true`], id, orders, defaultSort: '-month' },
    page,
  );
}

/** The bytes of one edition in one format. @throws Problem `not-found` where there is none */
export async function readEdition(
  tx: Tx,
  month: string,
  number: number,
  format: Format,
): Promise<{ bytes: Buffer; sha256: string }> {
  const [file] = await tx.query(
    `select f.bytes, f.sha256 from edition_files f join editions e on e.id = f.edition_id
     where e.month = $1 and e.number = $2 and f.format = $3 and f.copy = ${COPY.text}`,
    [month, number, format],
  );
  if (!file) throw new Problem('not-found');
  return file;
}

import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { FILES } from '#config/files.js';
import { emit } from '#events/emit.js';
import { issueSubject, noteSubject, type Subject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { hanging } from './file-json.js';

/** Where in an issue something is said. */
export interface Place {
  issueId: string;
  requestId: string | null;
  departmentId: string | null;
  internal: boolean;
}

/** What an event about this place is about, and what it tells. */
export function placeOf({ issueId, requestId, departmentId, internal }: Place): {
  subject: Subject;
  about: { issueId: string; requestId?: string; departmentId?: string; internal?: true };
} {
  return {
    subject: internal ? noteSubject(issueId) : issueSubject(issueId),
    about: {
      issueId,
      ...(requestId && { requestId }),
      ...(internal ? { internal } : departmentId && { departmentId }),
    },
  };
}

export interface Evidence {
  fileId: string;
  note?: string | null;
}

/**
 * Hangs files on an answer or a comment. Taken are one's own uploads, and what the other side can see in this issue anyhow;
 * so nothing of the office's notes gets to a department by mistake. What hangs in another place already is hung here as a file
 * of its own: whoever sees one version of a file sees them all, also those that are to come.
 */
export async function attachFiles(
  tx: Tx,
  by: Principal,
  place: Place & ({ responseId: string } | { commentId: string }),
  list: Evidence[],
  path: (n: number) => string,
): Promise<void> {
  if (!list.length) return;
  const ids = list.map(({ fileId }) => fileId);
  const twice = ids.findIndex((id, n) => ids.indexOf(id) < n);
  if (twice >= 0) throw wrongField(path(twice), 'twice');
  const shared = sql`exists (${hanging(by)} and a.issue_id = ${place.issueId} and c.internal is not true)`;
  const { issueId, requestId, departmentId, internal } = place;
  const elsewhere = sql`exists (select 1 from attachments a join files v on v.id = a.file_id and v.series = f.series
    left join responses p on p.id = a.response_id left join comments c on c.id = a.comment_id
    where a.issue_id <> ${issueId} or coalesce(p.request_id, c.request_id) is distinct from ${requestId}::uuid
      or coalesce(c.internal, false) <> ${internal}
      or c.id is not null and c.department_id is distinct from ${departmentId}::uuid)`;
  const query = sql`select f.id, f.size, ${elsewhere} as elsewhere from files f where f.id = any(${ids}) and (f.uploaded_by = ${by.id} or ${shared})
    for key share of f`;
  const files: { id: string; size: number; elsewhere: boolean }[] = await tx.query(query.text, query.values);
  const found = new Map(files.map((file) => [file.id, file]));
  const missing = ids.findIndex((id) => !found.has(id));
  if (missing >= 0) throw wrongField(path(missing), 'unknown');
  if (files.reduce((sum, { size }) => sum + size, 0) > FILES.mostMegabytes * 1_000_000)
    throw new Problem('file.too_much', { most: FILES.mostMegabytes });
  const { subject, about } = placeOf(place);
  for (const [n, { fileId: asked, note }] of list.entries()) {
    const fileId = found.get(asked)!.elsewhere ? await copied(tx, by, asked) : asked;
    await tx.query(
      `insert into attachments (id, file_id, issue_id, response_id, comment_id, place, note, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        uuidv7(),
        fileId,
        place.issueId,
        'responseId' in place ? place.responseId : null,
        'commentId' in place ? place.commentId : null,
        n,
        note ?? null,
        by.id,
      ],
    );
    await emit(tx, subject, 'file.added', { ...about, fileId }, { by });
  }
}

/** The same bytes as a file of its own, without the versions before and after. */
async function copied(tx: Tx, by: Principal, fileId: string): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into files (id, series, version, sha256, size, name, type, uploaded_by)
     select $1, $1, 1, sha256, size, name, type, $2 from files where id = $3`,
    [id, by.id, fileId],
  );
  return id;
}

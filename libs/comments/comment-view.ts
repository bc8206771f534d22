import sql, { type Sql } from 'sql-template-tag';
import { EDITABLE_MINUTES } from '#config/comments.js';
import { attachmentsJson } from '#files/file-json.js';
import type { Place } from '#files/attach-files.js';
import type { Principal } from '#people/principal.js';
import { visible, visibleComments, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem } from '#platform/problem.js';

export interface CommentView {
  id: string;
  version: number;
  [field: string]: unknown;
}

const FROM = sql`comments c join issues i on i.id = c.issue_id left join requests q on q.id = c.request_id`;

/** JSON of the comment `c`. Of one that was withdrawn is told that it was; its words are for those who audit. */
function commentJson(principal: Principal): Sql {
  const told = principal.role === 'auditor' ? sql`true` : sql`c.withdrawn_at is null`;
  const earlier = sql`select json_agg(json_build_object('version', w.version, 'text', w.text, 'at', w.at) order by w.version)
    from comment_versions w where w.comment_id = c.id and (w.version < c.version or c.withdrawn_at is not null)`;
  return sql`json_build_object('id', c.id, 'issueId', c.issue_id, 'requestId', c.request_id,
    'departmentId', c.department_id, 'departmentName', (select d.name from departments d where d.id = c.department_id),
    'internal', c.internal, 'text', case when c.withdrawn_at is null then c.text end,
    'writtenBy', c.written_by, 'writtenByName', u.name,
    'side', case u.role when 'department' then 'department' else 'office' end,
    'writtenAt', c.written_at, 'editedAt', c.edited_at, 'withdrawnAt', c.withdrawn_at, 'version', c.version,
    'own', c.written_by = ${principal.id},
    'editable', c.written_by = ${principal.id} and c.withdrawn_at is null
      and app_now() < c.written_at + ${EDITABLE_MINUTES} * interval '1 minute',
    'mentions', (select coalesce(json_agg(json_build_object('id', m.user_id, 'name', x.name) order by x.name), '[]')
      from comment_mentions m join users x on x.id = m.user_id where m.comment_id = c.id and c.withdrawn_at is null),
    'files', case when c.withdrawn_at is null then ${attachmentsJson(sql`a.comment_id = c.id`)} else '[]' end,
    'versions', case when ${told} then coalesce((${earlier}), '[]') else '[]' end)`;
}

/** What was said about a request, or about the issue itself, the first first. */
export function listComments(
  tx: Tx,
  principal: Principal,
  { issueId, requestId }: Place,
  page: PageRequest,
): Promise<Page<CommentView>> {
  const about = requestId
    ? sql`c.request_id = ${requestId}`
    : sql`c.issue_id = ${issueId} and c.request_id is null`;
  return readPage(
    tx,
    {
      json: commentJson(principal),
      from: sql`${FROM} join users u on u.id = c.written_by`,
      where: [about, visible(principal), visibleComments(principal)],
      id: 'c.id',
      orders: bothWays('writtenAt', 'c.written_at', 'timestamptz'),
      defaultSort: 'writtenAt',
    },
    page,
  );
}

/** @throws Problem `not-found` for an unknown comment and for one this reader may not see, alike. */
export async function viewComment(tx: Tx, principal: Principal, id: string): Promise<CommentView> {
  const query = sql`select ${commentJson(principal)} as view from ${FROM} join users u on u.id = c.written_by
    where c.id = ${id} and ${visible(principal)} and ${visibleComments(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/** Where it can be spoken of: the issue itself, by the office only. @throws Problem `not-found` */
export async function issuePlace(tx: Tx, principal: Principal, issueId: string): Promise<Place> {
  const query = sql`select 1 from issues i where i.id = ${issueId} and ${visible(principal)}`;
  const [seen] = await tx.query(query.text, query.values);
  if (!seen || principal.role === 'department') throw new Problem('not-found');
  return { issueId, requestId: null, departmentId: null, internal: true };
}

/** A request, by the office and the department that it is with. @throws Problem `not-found` */
export async function requestPlace(
  tx: Tx,
  principal: Principal,
  requestId: string,
  internal: boolean,
): Promise<Place> {
  const query = sql`select i.id as "issueId", q.department_id as "departmentId"
    from requests q join issues i on i.id = q.issue_id
    where q.id = ${requestId} and ${visible(principal)} and ${visibleRequests(principal)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return { ...row, requestId, internal };
}

import sql, { raw, type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { readableRequests, visible, visibleAnswers, visibleComments } from '#people/visible.js';

/** JSON of one version of a file. */
export const fileJson = (alias = 'f'): Sql => {
  const f = raw(alias);
  return sql`json_build_object('id', ${f}.id, 'version', ${f}.version, 'name', ${f}.name, 'type', ${f}.type,
    'size', ${f}.size, 'sha256', ${f}.sha256, 'uploadedBy', ${f}.uploaded_by,
    'uploadedByName', (select u.name from users u where u.id = ${f}.uploaded_by), 'uploadedAt', ${f}.uploaded_at)`;
};

/** All versions of the file \`f\`, the newest first. */
export const versionsJson: Sql = sql`(select json_agg(${fileJson('w')} order by w.version desc) from files w
  where w.series = f.series)`;

/** What hangs on an answer or comment, by a condition on the attachment \`a\`. */
export const attachmentsJson = (on: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object('fileId', a.file_id, 'note', a.note, 'versions', ${versionsJson})
    order by a.place), '[]')
  from attachments a join files f on f.id = a.file_id where ${on})`;

/**
 * Who may read the file \`f\`: whoever sees something that a version of it hangs on; while it hangs nowhere, who uploaded
 * it. What hung on a comment that was withdrawn is gone with it.
 */
export const visibleFile = (principal: Principal): Sql => sql`(
  case when exists (select 1 from attachments a join files v on v.id = a.file_id where v.series = f.series)
    then exists (${hanging(principal)})
    else f.uploaded_by = ${principal.id} end)`;

/** The places \`a\` where a version of \`f\` hangs, of those that this person sees. */
export const hanging = (principal: Principal, what: Sql = sql`1`): Sql => sql`
  select ${what} from attachments a join files v on v.id = a.file_id and v.series = f.series
    join issues i on i.id = a.issue_id
    left join responses p on p.id = a.response_id
    left join comments c on c.id = a.comment_id
    left join requests q on q.id = coalesce(p.request_id, c.request_id)
  where ${visible(principal)} and case when a.comment_id is null then ${readableRequests(principal)} and ${visibleAnswers(principal)}
    else c.withdrawn_at is null and ${visibleComments(principal)} end`;

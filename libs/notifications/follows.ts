import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { MOST_FOLLOWED_SUBJECTS } from '#config/notifications.js';
import type { Principal } from '#people/principal.js';
import { viewSeen } from '#people/views.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, wrongField } from '#platform/problem.js';
import { queryOfView } from './rules/view-query.js';

export interface FollowView {
  id: string;
  by: 'issue' | 'department' | 'view' | 'words';
  issue: { id: string; number: string; title: string } | null;
  department: { id: string; name: string } | null;
  view: { id: string; name: string; query: string } | null;
  words: string | null;
  createdAt: string;
}

const JSON_OF = sql`json_build_object('id', f.id, 'createdAt', f.created_at, 'words', f.words,
  'by', case when f.issue_id is not null then 'issue' when f.department_id is not null then 'department'
    when f.view_id is not null then 'view' else 'words' end,
  'issue', case when i.id is not null then json_build_object('id', i.id, 'number', i.number, 'title', i.title) end,
  'department', case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end,
  'view', case when v.id is not null then json_build_object('id', v.id, 'name', v.name, 'query', v.query) end)`;

const FROM = sql`follows f left join issues i on i.id = f.issue_id left join departments d on d.id = f.department_id
  left join views v on v.id = f.view_id left join users u on u.id = v.owner_id`;

/** What this person follows and may still see, newest first. */
export function listFollows(tx: Tx, by: Principal, page: PageRequest): Promise<Page<FollowView>> {
  return readPage(
    tx,
    {
      json: JSON_OF,
      from: FROM,
      where: [
        sql`f.user_id = ${by.id}`,
        sql`(f.issue_id is null or ${visible(by)})`,
        sql`(f.view_id is null or ${viewSeen(by)})`,
      ],
      id: 'f.id',
      orders: bothWays('createdAt', 'f.created_at', 'timestamptz'),
      defaultSort: '-createdAt',
    },
    page,
  );
}

/** @throws Problem `not-found` for an issue this person does not see */
export async function followIssue(tx: Tx, by: Principal, issueId: string): Promise<FollowView> {
  await requireSight(tx, by, issueId);
  return follow(tx, by, { issueId });
}

async function requireSight(tx: Tx, by: Principal, issueId: string): Promise<void> {
  const query = sql`select 1 from issues i where i.id = ${issueId} and ${visible(by)}`;
  const [issue] = await tx.query(query.text, query.values);
  if (!issue) throw new Problem('not-found');
}

export async function followDepartment(tx: Tx, by: Principal, departmentId: string): Promise<FollowView> {
  const [department] = await tx.query(
    'select 1 from departments where id = $1 and (valid_to is null or valid_to > seoul_today())',
    [departmentId],
  );
  if (!department) throw new Problem('not-found');
  return follow(tx, by, { departmentId });
}

/** Follows words, or a saved list of issues: issues that come to fit are told of. */
export async function followSubject(
  tx: Tx,
  by: Principal,
  { words = null, viewId = null }: { words?: string | null; viewId?: string | null },
): Promise<FollowView> {
  if ((words === null) === (viewId === null)) throw wrongField('words', 'words_or_view');
  // One at a time, so that nobody gets past the most there may be.
  await tx.query('select 1 from users where id = $1 for no key update', [by.id]);
  const [{ n }] = await tx.query(
    'select count(*) as n from follows where user_id = $1 and (words is not null or view_id is not null)',
    [by.id],
  );
  if (n >= MOST_FOLLOWED_SUBJECTS) throw new Problem('follow.too_many', { most: MOST_FOLLOWED_SUBJECTS });
  if (viewId !== null) {
    const query = sql`select v.query from views v join users u on u.id = v.owner_id
      where v.id = ${viewId} and v.page = 'issues' and ${viewSeen(by)}`;
    const [view] = await tx.query(query.text, query.values);
    if (!view) throw wrongField('viewId', 'unknown');
    if (!queryOfView(view.query)) throw wrongField('viewId', 'unreadable_view');
  }
  return follow(tx, by, { words, viewId });
}

interface Thing {
  issueId?: string | null;
  departmentId?: string | null;
  viewId?: string | null;
  words?: string | null;
}

async function follow(
  tx: Tx,
  by: Principal,
  { issueId = null, departmentId = null, viewId = null, words = null }: Thing,
): Promise<FollowView> {
  const insert = sql`insert into follows (id, user_id, issue_id, department_id, view_id, words)
    values (${uuidv7()}, ${by.id}, ${issueId}, ${departmentId}, ${viewId}, ${words}) on conflict do nothing`;
  await tx.query(insert.text, insert.values);
  const query = sql`select ${JSON_OF} as view from ${FROM} where f.user_id = ${by.id}
    and (f.issue_id, f.department_id, f.view_id, f.words)
      is not distinct from (${issueId}::uuid, ${departmentId}::uuid, ${viewId}::uuid, ${words}::text)`;
  const [row] = await tx.query(query.text, query.values);
  return row.view;
}

/** Whether this person follows the issue or department. @throws Problem `not-found` for an issue they do not see */
export async function isFollowing(
  tx: Tx,
  by: Principal,
  { issueId = null, departmentId = null }: Thing,
): Promise<boolean> {
  if (issueId) await requireSight(tx, by, issueId);
  const [row] = await tx.query(
    'select 1 from follows where user_id = $1 and (issue_id = $2 or department_id = $3)',
    [by.id, issueId, departmentId],
  );
  return Boolean(row);
}

/** Ends following; nothing happens where nothing was followed. */
export async function unfollow(
  tx: Tx,
  by: Principal,
  { issueId = null, departmentId = null }: Thing,
): Promise<void> {
  await tx.query('delete from follows where user_id = $1 and (issue_id = $2 or department_id = $3)', [
    by.id,
    issueId,
    departmentId,
  ]);
}

/** @throws Problem `not-found` for what is not followed */
export async function endFollow(tx: Tx, by: Principal, id: string): Promise<void> {
  const [, count] = await tx.query('delete from follows where user_id = $1 and id = $2', [by.id, id]);
  if (!count) throw new Problem('not-found');
}

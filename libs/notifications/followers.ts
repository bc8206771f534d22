import sql, { join, type Sql } from 'sql-template-tag';
import { selection, type IssueQuery } from '#issues/list-issues.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { isFirstLook, isFollowed, isInternal } from './following.js';
import { queryOfView } from './rules/view-query.js';
import { issueIdOf, PRINCIPAL, sighted, type Occasion } from './sight.js';

/** Why somebody is told: what they follow, and its name where it has one. */
export interface Follow {
  by: 'issue' | 'department' | 'words' | 'view';
  name: string | null;
}

interface Follower {
  person: Principal;
  issueId: string;
  follow: Follow;
}

/** Who follows the issue, one of its departments, or a subject that it turns out to fit, and may see it. */
export async function followersOf(tx: Tx, occasion: Occasion): Promise<Follower[]> {
  const issueId = issueIdOf(occasion);
  const { name } = occasion;
  if (!issueId || !isFollowed(name)) return [];
  const found = [
    ...(await ofThings(tx, issueId, occasion)),
    ...(isFirstLook(name) ? await ofSubjects(tx, issueId, occasion) : []),
  ].filter(({ person }) => isTold(person, occasion));
  const seeing = await sighted(
    tx,
    found.map(({ person }) => person),
    issueId,
  );
  const ids = new Set(seeing.map(({ id }) => id));
  return found.filter(({ person }) => ids.has(person.id)).map((one) => ({ ...one, issueId }));
}

/** A department hears of its own requests only, and nothing of how our office weighs things. */
function isTold({ role, departmentId }: Principal, { name, payload }: Occasion): boolean {
  if (role === 'admin') return false;
  if (role !== 'department') return true;
  if (isInternal(name)) return false;
  return name.startsWith('issue.') || payload.departmentId === departmentId;
}

type Found = Omit<Follower, 'issueId'>;

async function ofThings(tx: Tx, issueId: string, { payload, name, eventId }: Occasion): Promise<Found[]> {
  const rows: (Principal & { by: Follow['by']; thing: string | null })[] = await tx.query(THINGS, [
    issueId,
    [payload.departmentId, payload.fromId].filter(Boolean),
    name,
    eventId,
  ]);
  return rows.map(({ by, thing, ...person }) => ({ person, follow: { by, name: thing } }));
}

// Work that begins with requests is one thing to hear of: the opening for who follows the issue, the request for who
// follows its department.
const THINGS = `
with told as (
  select $3 = 'request.delivered' and exists (select 1 from events e join events o on o.subject = e.subject
    and o.name = 'issue.opened' and o.at = e.at where e.id = $4) as with_opening
)
select distinct on (u.id) ${PRINCIPAL}, case when f.issue_id is null then 'department' else 'issue' end as by, d.name as thing
from told, follows f join users u on u.id = f.user_id left join departments d on d.id = f.department_id
where u.active and (f.issue_id = $1 and not with_opening or f.department_id = any($2::uuid[])
  or f.department_id = (select lead_department_id from issues where id = $1)
    and not ($3 = any('{issue.opened,request.delivered}')
      and exists (select 1 from requests q where q.issue_id = $1 and q.department_id = f.department_id)))
order by u.id, f.issue_id`;

type Subject = Principal & {
  followId: string;
  words: string | null;
  query: string | null;
  view: string | null;
};

/** An issue is told to fit a subject once, when it is first known what it is. */
async function ofSubjects(tx: Tx, issueId: string, { eventId }: Occasion): Promise<Found[]> {
  const subjects: Subject[] = await tx.query(SUBJECTS, [issueId, eventId]);
  const checks = subjects.flatMap((one) => {
    const query = one.words === null ? queryOfView(one.query ?? '') : { q: one.words };
    return query ? [fits(one, query, issueId)] : [];
  });
  if (!checks.length) return [];
  const all = join(checks, ' union all ');
  const rows: { id: string }[] = await tx.query(all.text, all.values);
  const ids = new Set(rows.map(({ id }) => id));
  const fitting = subjects.filter(({ followId }) => ids.has(followId));
  await tx.query(FIND, [fitting.map(({ followId }) => followId), issueId, eventId]);
  return fitting.map((one) => ({
    person: one,
    follow: one.words === null ? { by: 'view', name: one.view } : { by: 'words', name: one.words },
  }));
}

function fits(one: Subject, query: IssueQuery, issueId: string): Sql {
  const { from, where } = selection(one, query);
  return sql`select ${one.followId}::uuid as id from ${from} where i.id = ${issueId} and ${join(where, ' and ')}`;
}

// A shared view may have been taken back.
const SUBJECTS = `
select ${PRINCIPAL}, f.id as "followId", f.words, v.query, v.name as view
from follows f join users u on u.id = f.user_id
  left join views v on v.id = f.view_id left join users o on o.id = v.owner_id
where u.active and (f.words is not null or v.page = 'issues' and (o.id = u.id
    or v.shared and o.role = u.role and (o.role <> 'department' or o.department_id = u.department_id)))
  and not exists (select 1 from follow_finds x where x.follow_id = f.id and x.issue_id = $1 and x.event_id <> $2)
order by f.id`;

const FIND = `
insert into follow_finds (follow_id, issue_id, event_id) select id, $2, $3 from unnest($1::uuid[]) id
on conflict do nothing`;

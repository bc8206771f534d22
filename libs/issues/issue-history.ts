import sql from 'sql-template-tag';
import { issueSubject, noteSubject } from '#events/subjects.js';
import { readTimeline } from '#events/read-timeline.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import type { PageRequest } from '#platform/page.js';
import { approvalJson } from './issue-view.js';
import { Problem } from '#platform/problem.js';

/** @throws Problem `not-found` where this reader may not see the issue */
async function requireVisible(tx: Tx, principal: Principal, id: string): Promise<void> {
  const query = sql`select 1 from issues i where i.id = ${id} and ${visible(principal)}`;
  const [seen] = await tx.query(query.text, query.values);
  if (!seen) throw new Problem('not-found');
}

/** Everything that happened to an issue, oldest first unless asked for the newest (`-seq`). */
export async function timeline(
  tx: Tx,
  principal: Principal,
  id: string,
  page: PageRequest,
): Promise<{ items: object[]; nextCursor: string | null }> {
  await requireVisible(tx, principal, id);
  return readTimeline(tx, [issueSubject(id), noteSubject(id)], page);
}

/** Why an issue is rated as it is: every assessment, oldest first, with each factor and its evidence. */
export async function assessments(tx: Tx, principal: Principal, id: string): Promise<object[]> {
  await requireVisible(tx, principal, id);
  const rows: { item: object }[] = await tx.query(
    `select json_build_object('stage', stage, 'revision', revision, 'policyVersion', policy_version, 'score', score,
       'grade', grade, 'factors', factors, 'findings', findings, 'at', at) as item
     from assessments where issue_id = $1 order by at, id`,
    [id],
  );
  return rows.map(({ item }) => item);
}

/** What people decided, oldest first; those overtaken by a later revision carry when they became void. */
export async function decisions(tx: Tx, principal: Principal, id: string): Promise<object[]> {
  await requireVisible(tx, principal, id);
  const rows: { item: object }[] = await tx.query(
    `select json_build_object('id', d.id, 'stage', d.stage, 'revision', d.revision, 'outcome', d.outcome,
       'reason', d.reason, 'grade', d.grade, 'direction', d.direction, 'leadDepartmentId', d.lead_department_id,
       'dueAt', d.due_at, 'mergeInto', d.merge_into, 'handOverTo', d.hand_over_to, 'decidedBy', u.name, 'onBehalfOf', (select o.name from users o where o.id = d.on_behalf_of), 'decidedAt', d.decided_at,
       'voidedAt', d.voided_at, 'authority', d.authority, 'approval', ${approvalJson('d').text}) as item
     from decisions d join users u on u.id = d.decided_by where d.issue_id = $1 order by d.decided_at, d.id`,
    [id],
  );
  return rows.map(({ item }) => item);
}

/** How the weight came to be what it is: each assessment with what led to it, oldest first. */
export async function scores(tx: Tx, principal: Principal, id: string): Promise<object[]> {
  await requireVisible(tx, principal, id);
  const rows: { item: object }[] = await tx.query(SCORES, [id]);
  return rows.map(({ item }) => item);
}

// A revision is made by one event, which knows who made it and why; where several came before the next assessment, they led to
// it together: what it was before the first and after the last, by whom in the end.
const SCORES = `
with weighed as (
  select a.*, coalesce(lag(a.revision) over (order by a.revision), 0) as before
  from assessments a where a.issue_id = $1 and a.stage = 'analyze'
)
select json_build_object('revision', a.revision, 'at', a.at, 'score', a.score, 'grade', coalesce(p.findings->>'grade', a.grade),
  'policyVersion', a.policy_version, 'by', causes.by, 'reason', causes.reason, 'changes', changed.list) as item
from weighed a
left join lateral (
  select (array_agg(u.name order by e.seq desc))[1] as by, string_agg(e.changes->'reason'->>1, ' / ' order by e.seq) as reason,
    array_agg(e.id) as ids
  from events e left join users u on u.id = e.actor_id
  where e.subject = 'issue:' || a.issue_id and (case when a.before = 0 and e.name = 'issue.reported' then true
    when e.name = 'issue.revised' then (e.payload->>'revision')::int > a.before and (e.payload->>'revision')::int <= a.revision end)
) causes on true
left join lateral (
  select jsonb_object_agg(field, jsonb_build_array(was, becomes)) as list from (
    select c.key as field, (array_agg(c.value->0 order by e.seq))[1] as was, (array_agg(c.value->1 order by e.seq desc))[1] as becomes
    from events e, jsonb_each(e.changes) c where e.id = any(causes.ids) and c.key <> 'reason' group by c.key) x
) changed on true
left join assessments p on p.issue_id = a.issue_id and p.stage = 'prioritize' and p.revision = a.revision
order by a.revision`;

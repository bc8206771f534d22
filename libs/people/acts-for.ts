import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { viewDeputy } from './deputies.js';
import type { Principal } from './principal.js';
import { visible } from './visible.js';

/**
 * 사후보고: what a deputy did in the name of the absent one, newest first, as far as the reader sees the issues.
 * @throws Problem `not-found` where this person may not see the deputy's record
 */
export async function actsFor(tx: Tx, principal: Principal, id: string): Promise<object[]> {
  await viewDeputy(tx, principal, id);
  const query = sql`
    select json_build_object('id', e.id, 'name', e.name, 'actor', u.name, 'issueId', i.id, 'issueNumber', i.number,
      'issueTitle', i.title, 'at', e.at) as item
    from deputies d join events e on e.on_behalf_of = d.absent_id and e.actor_id = d.deputy_id
      and (e.at at time zone 'Asia/Seoul')::date between d.from_on and d.to_on and (d.ended_at is null or e.at <= d.ended_at)
    join users u on u.id = e.actor_id
    left join issues i on e.subject in ('issue:' || i.id, 'note:' || i.id)
    where d.id = ${id} and (e.subject !~ '^(issue|note):' or ${visible(principal)})
    order by e.at desc, e.seq desc limit 500`;
  const rows: { item: object }[] = await tx.query(query.text, query.values);
  return rows.map(({ item }) => item);
}

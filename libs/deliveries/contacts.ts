import sql from 'sql-template-tag';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import type { ContactState } from './vocabulary.js';

/** Whether departments can be reached: their people, how mail to them arrives, and whether they confirm what they are asked. */
export function listContacts(
  tx: Tx,
  { state, departmentId, ...page }: PageRequest & { state?: ContactState; departmentId?: string },
): Promise<Page<object>> {
  return readPage(
    tx,
    {
      json: sql`json_build_object('departmentId', d.id, 'departmentName', d.name, 'state', d.state, 'missed', d.missed,
        'silentSince', d.since, 'people', d.people)`,
      from: sql`(${CONTACTS}) d`,
      where: [
        sql`true`,
        ...(state ? [sql`d.state = ${state}`] : []),
        ...(departmentId ? [sql`d.id = ${departmentId}`] : []),
      ],
      id: 'd.id',
      orders: bothWays('no', 'd.no', 'bigint'),
      defaultSort: 'no',
    },
    // All of them fit one page.
    { limit: 200, ...page },
  );
}

const CONTACTS = sql`
select d.id, d.no, d.name, q.since, coalesce(q.missed, 0) as missed, coalesce(p.people, '[]') as people,
  case when p.people is null then 'nobody' when p.bounces then 'bouncing' when q.since is not null then 'silent'
    else 'ok' end as state
from departments d
left join silent_departments q on q.department_id = d.id
left join lateral (
  select json_agg(json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'lastSentAt', c.last_sent_at,
      'bounces', coalesce(c.bounces, 0), 'bouncedAt', c.bounced_at, 'error', c.error) order by u.name, u.id) as people,
    bool_or(c.failed_at is not null) as bounces
  from users u left join mail_contacts c on c.user_id = u.id
  where u.department_id = d.id and u.active and u.role = 'department'
) p on true
where d.valid_to is null or d.valid_to > seoul_today()`;

import { AUDIT_CHECKS } from '#audit/verify.js';
import type { FreshDatabase } from './fresh-database.js';

/** What must hold at any moment, whatever was killed: each query returns no row. They could run in production. */
const ALWAYS: Record<string, string> = {
  'a gap or a double in the event numbers of a subject': `
    select subject, count(*), min(seq), max(seq), s.last_seq from events e join subjects s on s.id = e.subject
    group by subject, s.last_seq
    having count(*) <> max(seq) or count(distinct seq) <> count(*) or min(seq) <> 1 or s.last_seq <> max(seq)`,

  'a stage that took effect twice': `
    select issue_id, stage, revision, decision_id, count(*) from assessments group by 1, 2, 3, 4 having count(*) > 1
    union all
    select issue_id, 'identify', null, null, count(*) from assessments where stage = 'identify'
    group by 1 having count(*) > 1
    union all
    select issue_id, 'act', case when decision_id is null then revision end, decision_id, count(*) from assessments where stage = 'act'
    group by 1, 3, 4 having count(*) > 1`,
  ...Object.fromEntries(
    Object.entries(AUDIT_CHECKS).map(([fault, query]) => [
      `a record that was ${fault}`,
      query.replace('$1', '10'),
    ]),
  ),

  'a stage announced twice': `
    select subject, name, payload->>'revision' as revision, payload->>'stage' as stage, count(*) from events
    where name in ('issue.reported', 'issue.identified', 'issue.analyzed', 'issue.prioritized', 'issue.referred',
      'issue.grade-risen', 'issue.crisis-suspected')
    group by 1, 2, 3, 4 having count(*) > 1`,

  'an effect without its announcement, or an announcement without its effect': `
    with effects as (
      select 'issue:' || issue_id as subject, stage::text, case stage when 'analyze' then revision end as revision,
        count(*) as n from assessments where stage <> 'prioritize' group by 1, 2, 3
    ), announced as (
      select subject, 'identify' as stage, null::int as revision, 1 as n from events
      where name = 'issue.identified' or (name = 'issue.referred' and payload->>'stage' = 'identify') group by 1
      union all
      select subject, 'analyze', (payload->>'revision')::int, count(*) from events where name = 'issue.analyzed' group by 1, 3
      union all
      select subject, 'act', null, count(*) from events where name = 'issue.opened' group by 1
    )
    select coalesce(e.subject, a.subject), coalesce(e.stage, a.stage), e.n as effects, a.n as announced
    from effects e full join announced a
      on e.subject = a.subject and e.stage = a.stage and coalesce(e.revision, 0) = coalesce(a.revision, 0)
    where e.n is distinct from a.n`,

  'a stage before the one in front of it': `
    select a.issue_id::text, a.stage::text, a.revision from assessments a
    where a.stage in ('analyze', 'prioritize', 'act') and not exists (
      select 1 from assessments b where b.issue_id = a.issue_id and case a.stage
        when 'analyze' then b.stage = 'identify'
        when 'prioritize' then b.stage = 'analyze' and b.revision = a.revision
        else b.stage = 'prioritize' and b.revision <= a.revision end)
      and not exists (select 1 from events e where e.subject = 'issue:' || a.issue_id and e.name = 'step.skipped')
    union all
    select x.subject, x.name, y.seq from events x join events y on y.subject = x.subject and y.seq < x.seq
    where (x.name, y.name) in (('issue.reported', 'issue.identified'), ('issue.identified', 'issue.analyzed'),
        ('issue.analyzed', 'issue.prioritized'), ('issue.prioritized', 'issue.opened'))
      and not exists (select 1 from events z where z.subject = x.subject and z.name in ('issue.reopened', 'issue.revised'))`,

  'an issue in processing that nothing will move': `
    select i.id, i.stage, i.revision from issues i where i.state = 'processing' and not exists (
      select 1 from hints h where h.subject = 'issue:' || i.id and h.queue in ('identify', 'analyze', 'prioritize', 'act')
        and not exists (select 1 from hints p where p.queue = h.queue and p.subject = h.subject and p.parked_at is not null))`,

  'a parked issue without its parked step': `
    select i.id from issues i where i.state = 'parked'
      and not exists (select 1 from hints h where h.subject = 'issue:' || i.id and h.parked_at is not null)
      and not exists (select 1 from events e where e.subject = 'issue:' || i.id and e.name = 'step.skipped')`,

  'a step parked before its fifth try, or without saying so': `
    select id, queue, subject, attempts from hints where parked_at is not null and (attempts < 5 or error is null)
    union all
    select h.id, h.queue, h.subject, h.attempts from hints h where h.parked_at is not null and not exists (
      select 1 from events e where e.name = 'step.parked' and (e.payload->>'hintId')::bigint = h.id)`,

  'a request delivered more than once, or never': `
    select q.id, count(e.id) from requests q left join events e on e.subject = 'issue:' || q.issue_id
      and e.name = 'request.delivered' and e.payload->>'requestId' = q.id::text
    where q.department_id is not null and q.delivered_at is not null group by q.id having count(e.id) <> 1`,

  'more tasks the office gave itself unasked than decisions to keep an issue': `
    select issue_id, count(*) from requests q where department_id is null and delivered_at is not null and requested_by is null
    group by 1 having count(*) > (select count(*) from assessments a where a.issue_id = q.issue_id and a.stage = 'act')`,

  'two notifications for one event, channel and recipient': `
    select event_id, channel, recipient_id, webhook_id, count(*) from deliveries group by 1, 2, 3, 4 having count(*) > 1`,

  'a webhook told more of a confidential issue than the id of the thing itself': `
    select l.id, l.body from deliveries l join issues i on i.id = l.issue_id and i.confidential
    where l.channel = 'webhook' and (select count(*) from jsonb_object_keys(l.body::jsonb->'data')) <> 1`,

  'a webhook that passed an event it wants without a delivery': `
    select w.id, e.name from webhooks w join feed f on f.position <= w.position and f.at > w.created_at + interval '1 second'
    join events e on e.id = f.event_id and e.at > w.updated_at + interval '1 second'
      and (w.events is null or e.name = any(w.events))
    where w.active and not exists (select 1 from deliveries l where l.webhook_id = w.id and l.event_id = e.id)`,

  'something marked sent without a successful attempt': `
    select l.id, l.attempts from deliveries l where l.channel <> 'inbox' and l.state = 'sent' and not exists
      (select 1 from delivery_attempts a where a.delivery_id = l.id and a.error is null)`,

  'a confidential issue delivered to one without the right, or spoken of in a message': `
    select l.id, l.recipient_id from deliveries l join issues i on i.id = l.issue_id where i.confidential and (
      l.channel <> 'webhook' and not exists
        (select 1 from issue_readers r where r.issue_id = i.id and r.user_id = l.recipient_id)
      or position(i.title in concat(l.title, l.body, l.html)) > 0)`,

  'a place in the feed out of order within its subject': `
    select * from (select e.subject, e.seq, f.position, lag(e.seq) over (partition by e.subject order by f.position) as before
      from feed f join events e on e.id = f.event_id) x where before >= seq`,

  'an event that has no place in the feed, or two': `
    select e.id from events e left join feed f on f.event_id = e.id left join feed_pending p on p.event_id = e.id
    group by e.id having count(distinct f.position) + count(distinct p.id) <> 1`,

  'a reminder said twice, or to a superior twice': `
    select subject, name, payload->>'requestId', payload->>'of', payload->>'moment', count(*) from events
    where name in ('request.reminded', 'office.reminded') group by 1, 2, 3, 4, 5, payload->>'departmentId' having count(*) > 1
    union all
    select e.subject, e.name, e.payload->>'escalationId', null, null, count(*) from events e
    where e.name in ('request.escalated', 'escalation.prepared', 'escalation.released', 'escalation.withdrawn')
    group by 1, 2, 3 having count(*) > 1`,

  'a word up the line that was never announced': `
    select x.id from escalations x where not exists (select 1 from events e where e.subject = 'issue:' || x.issue_id
      and e.name in ('request.escalated', 'escalation.prepared') and e.payload->>'escalationId' = x.id::text)`,

  'a key claimed without an answer': `select * from idempotency_keys where status is null or answer is null`,

  'an issue number missing or given twice': `
    select c.series, c.year, c.last, count(i.id) from counters c left join issues i
      on i.number ~ ('^' || c.year || case c.series when 'confidential' then '-C[0-9]+$' else '-[0-9]+$' end)
    group by 1, 2, 3 having count(i.id) <> c.last or count(distinct i.number) <> c.last`,

  'a month with two open or two issued editions, or numbered with gaps': `
    select month from editions group by month
    having count(*) filter (where state in ('draft', 'held')) > 1 or count(*) filter (where state in ('approved', 'sent')) > 1
      or max(number) <> count(*)`,
};

/** What holds once everything is caught up. */
const AT_REST: Record<string, string> = {
  'work undone that is not parked': `
    select id, queue, subject, attempts, published, look_at - clock_timestamp() as look_in, error, count(*) over ()
    from hints h where parked_at is null and not exists
      (select 1 from hints p where p.queue = h.queue and p.subject = h.subject and p.parked_at is not null)`,

  'an issue still in processing': `
    select i.id, i.stage from issues i where i.state = 'processing' and not exists
      (select 1 from hints h where h.subject = 'issue:' || i.id and h.parked_at is not null)`,

  'a stage that never took effect for the current revision': `
    select i.id, i.stage, i.state, i.revision, needed.stage from issues i join (values
      ('analyze', array['prioritize', 'act']), ('prioritize', array['prioritize', 'act'])) as needed (stage, of) on i.stage = any(of)
    where i.state in ('review', 'open', 'done')
      and not exists (select 1 from assessments a where a.issue_id = i.id and a.stage = needed.stage and a.revision = i.revision)
      and not exists (select 1 from events e where e.subject = 'issue:' || i.id and e.name = 'step.skipped')
      and not exists (select 1 from hints h where h.subject = 'issue:' || i.id and h.parked_at is not null)
    union all
    select i.id, i.stage, i.state, i.revision, 'act' from issues i where i.stage = 'act' and i.state in ('open', 'done')
      and not exists (select 1 from assessments a where a.issue_id = i.id and a.stage = 'act')`,

  'an event not in the feed yet': 'select * from feed_pending',

  'an event that a webhook was not told of yet': `
    select id, position from webhooks where active and position < (select max(position) from feed)`,

  'something not sent': `select id, state, error from deliveries where state not in ('sent', 'suppressed')`,

  'a delivered request that its department was never told of': `
    select e.id, u.email from events e
    join requests q on q.id = (e.payload->>'requestId')::uuid and q.department_id = (e.payload->>'departmentId')::uuid
    join issues i on i.id = q.issue_id and not i.confidential
    join users u on u.department_id = q.department_id and u.active and u.role = 'department'
    cross join (values ('mail'), ('inbox')) as by (channel)
    where e.name = 'request.delivered' and not exists (select 1 from deliveries l
      where l.event_id = e.id and l.recipient_id = u.id and l.channel = by.channel)`,

  'a month without exactly one report': `
    select r.month from reports r where not exists (select 1 from editions e where e.month = r.month)
    union all
    select payload->>'month' from events where name = 'report.requested'
    except select month from reports where month in (select month from editions)`,
};

export interface Violation {
  invariant: string;
  /** The first few of the rows that should not be there. */
  rows: object[];
}

async function violationsOf(database: FreshDatabase, queries: Record<string, string>): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, query] of Object.entries(queries)) {
    const rows = await database.query<object>(`select * from (${query}) violations limit 5`);
    if (rows.length) found.push({ invariant, rows });
  }
  return found;
}

/** What is wrong now; also in the middle of the storm. */
export const violations = (database: FreshDatabase): Promise<Violation[]> => violationsOf(database, ALWAYS);

/** What is not done yet; empty once everything is caught up. */
export const unfinished = (database: FreshDatabase): Promise<Violation[]> => violationsOf(database, AT_REST);

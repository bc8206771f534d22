import type { DataSource } from 'typeorm';
import { SENDING } from '#config/sending.js';
import type { Principal } from '#people/principal.js';
import { prepared } from '#platform/prepared.js';
import { SECRETS_IN_USE } from './sign.js';

/** For so long a delivery is its sender's; then anybody may send it again. */
export const LEASE_MS = 60_000;
/** Of a target that takes what it is sent, so many are claimed at once. */
export const AHEAD = 64;

/** A delivery that this process, and no other, sends now. */
export interface Due {
  id: string;
  channel: 'mail' | 'webhook';
  target: string;
  attempts: number;
  /** Since it was first sent, or sent again by hand; this one included. */
  tries: number;
  title: string;
  body: string;
  html: string;
  at: Date;
  issueId: string | null;
  confidential: boolean;
  /** A digest: it tells of more than its own event. */
  gathers: boolean;
  recipient: (Principal & { active: boolean }) | null;
  webhook: { id: string; url: string; active: boolean; secrets: string[] } | null;
}

/**
 * Takes what is due, of every target but the busy ones: many of a target that is well, few of one that failed, one of one
 * that is being tried again, none of one that is left alone.
 */
export async function claimDue(source: DataSource, busy: readonly string[]): Promise<Due[]> {
  const { mail, webhook } = SENDING;
  return prepared<Due>(source, { name: 'claim', text: CLAIM }, [
    busy,
    AHEAD,
    Math.min(mail.atOnce, webhook.atOnce),
    LEASE_MS / 1000,
  ]);
}

/** What was claimed and not begun is for the next who looks. */
export async function giveBack(source: DataSource, claimed: readonly Due[]): Promise<void> {
  if (!claimed.length) return;
  await source.query(GIVE_BACK, [claimed.map(({ id }) => id), claimed.map(({ attempts }) => attempts)]);
}

const DUE = `l.state in ('pending', 'failed') and l.due_at <= statement_timestamp()
  and not exists (select 1 from delivery_leases s where s.delivery_id = l.id and s.until > statement_timestamp())`;

// Targets are found one by one by their index, and what is due of each by its time, which stands still here so that the
// index can be asked: a hundred thousand that wait for a dead one cost nothing.
// Losing a claim in a crash of the database costs one more copy, so nobody waits for the disk here.
const CLAIM = `
with recursive quick as materialized (select set_config('synchronous_commit', 'off', true)),
waiting as (
  (select target from deliveries where state in ('pending', 'failed') order by target limit 1)
  union all
  select (select l.target from deliveries l where l.state in ('pending', 'failed') and l.target > w.target
    order by l.target limit 1)
  from waiting w where w.target is not null
), ready as (
  select w.target, c.failures, c.open_until from waiting w left join circuits c using (target)
  where w.target is not null and not w.target = any($1::text[])
    and (c.open_until is null or c.open_until <= statement_timestamp())
    and exists (select 1 from deliveries l where l.target = w.target and ${DUE})
), probing as (
  update circuits c set open_until = statement_timestamp() + $4::float * interval '1 second'
  from ready r where r.target = c.target and c.open_until <= statement_timestamp() returning c.target
), room as (
  select target, case when failures > 0 then $3::int else $2::int end as n from ready where open_until is null
  union all
  select target, 1 from probing
), due as (
  select l.* from room cross join lateral (
    select * from deliveries l where l.target = room.target and ${DUE} order by l.due_at limit room.n for update skip locked) l
), leased as (
  insert into delivery_leases as s (delivery_id, n, until)
  select id, attempts + 1, statement_timestamp() + $4::float * interval '1 second' from due, quick
  on conflict (delivery_id) do update set n = greatest(s.n + 1, excluded.n), until = excluded.until
    where s.until <= statement_timestamp()
  returning delivery_id, n
)
select l.id, l.channel, l.target, leased.n as attempts, leased.n - l.attempts_before as tries, l.title, l.body, l.html,
  l.created_at as at, l.issue_id as "issueId", coalesce(i.confidential, false) as confidential,
  l.digest_id is not distinct from l.id as gathers,
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role,
    'departmentId', u.department_id, 'language', u.language, 'active', u.active) end as recipient,
  case when w.id is not null then json_build_object('id', w.id, 'url', w.url, 'active', w.active,
    'secrets', ${SECRETS_IN_USE}) end as webhook
from leased join due l on l.id = leased.delivery_id
left join issues i on i.id = l.issue_id
left join users u on u.id = l.recipient_id
left join webhooks w on w.id = l.webhook_id
left join webhook_secrets s on s.webhook_id = w.id
order by l.due_at`;

const GIVE_BACK = `
delete from delivery_leases s using unnest($1::uuid[], $2::int[]) as x(id, attempts)
where s.delivery_id = x.id and s.n = x.attempts`;

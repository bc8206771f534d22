import { SENDING } from '#config/sending.js';
import { emit } from '#events/emit.js';
import { contactSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import type { Attempt } from './attempt.js';

interface Contact {
  userId: string;
  departmentId: string | null;
  bounces: number;
  failed: boolean;
}

/** What mail tells of the people it goes to: when it last arrived, and whether their address refuses it. */
export async function noteMailContacts(tx: Tx, attempts: Attempt[]): Promise<void> {
  // What a confidential issue sends shows nowhere else.
  const mails = attempts.filter(({ due }) => due.recipient && !due.confidential);
  const last = new Map<string, { sent: boolean; bounces: number; error: string | null }>();
  for (const { due, outcome } of mails) {
    const bounced = outcome.state === 'failed' && outcome.fault === 'bounced';
    if (outcome.state !== 'sent' && !bounced) continue;
    const before = last.get(due.recipient!.id);
    last.set(
      due.recipient!.id,
      bounced
        ? { sent: before?.sent ?? false, bounces: (before?.bounces ?? 0) + 1, error: outcome.error }
        : { sent: true, bounces: 0, error: null },
    );
  }
  if (!last.size) return;
  const rows = [...last]
    .map(([user_id, one]) => ({ user_id, ...one }))
    .toSorted((a, b) => (a.user_id < b.user_id ? -1 : 1));
  const contacts: Contact[] = await tx.query(NOTE, [JSON.stringify(rows)]);
  for (const contact of contacts) await tellOf(tx, contact);
}

/** Once when it goes wrong, and once when it is well again. */
async function tellOf(tx: Tx, { userId, departmentId, bounces, failed }: Contact): Promise<void> {
  const fails = bounces >= SENDING.contact.bounces;
  if (fails === failed) return;
  await tx.query('update mail_contacts set failed_at = case when $2 then app_now() end where user_id = $1', [
    userId,
    fails,
  ]);
  await emit(tx, contactSubject(userId), fails ? 'contact.failed' : 'contact.recovered', {
    departmentId,
    userId,
    as: 'bouncing',
  });
}

const NOTE = `
with noted as (
  insert into mail_contacts as c (user_id, last_sent_at, bounces, bounced_at, error)
  select user_id, case when sent then app_now() end, bounces, case when bounces > 0 then app_now() end, error
  from jsonb_to_recordset($1::jsonb) as x(user_id uuid, sent boolean, bounces int, error text) order by user_id
  on conflict (user_id) do update set
    last_sent_at = coalesce(excluded.last_sent_at, c.last_sent_at),
    bounces = case when excluded.last_sent_at is null then c.bounces + excluded.bounces else excluded.bounces end,
    bounced_at = coalesce(excluded.bounced_at, c.bounced_at),
    error = excluded.error
  returning user_id, bounces, failed_at
)
select n.user_id as "userId", u.department_id as "departmentId", n.bounces, n.failed_at is not null as failed
from noted n join users u on u.id = n.user_id
where (n.bounces > 0) <> (n.failed_at is not null) or n.bounces > 0`;

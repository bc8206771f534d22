import { emit } from '#events/emit.js';
import { reportSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Position } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';

/** Somebody to whom an edition goes, how it was told to them, and when they first opened it. */
export interface RecipientView {
  id: string;
  name: string;
  position: Position;
  /** When they were told last, by the inbox or by a mail that went out. */
  toldAt: string | null;
  /** How the last mail stands; null where none was written. */
  mail: string | null;
  readAt: string | null;
}

/**
 * To whom an issued edition goes: the managers of today, whoever was told of it as their deputy, and whoever opened it.
 * @throws Problem `not-found` for what is no issued edition
 */
export async function listRecipients(tx: Tx, month: string, number: number): Promise<RecipientView[]> {
  const { id } = await issued(tx, month, number);
  return tx.query(RECIPIENTS, [id, reportSubject(month), String(number)]);
}

/** Notes that one of its recipients opened an issued edition, the first time only. Drafts are read without trace, as by all others. */
export async function noteReading(tx: Tx, by: Principal, month: string, number: number): Promise<void> {
  await tx.query(NOTE, [reportSubject(month), month, number, by.id, by.role === 'manager']);
}

/**
 * Tells one recipient once more of the edition that is in force.
 * @throws Problem `not-found`, `report.not_sent` for an edition that is not distributed or was replaced, or what field is wrong
 */
export async function resendReport(
  tx: Tx,
  by: Principal,
  edition: { month: string; number: number },
  userId: string,
): Promise<void> {
  const { month, number } = edition;
  const { state } = await issued(tx, month, number);
  if (state !== 'sent') throw new Problem('report.not_sent');
  const recipients = await listRecipients(tx, month, number);
  const [active] = await tx.query('select 1 from users where id = $1 and active', [userId]);
  if (!active || !recipients.some(({ id }) => id === userId)) throw wrongField('userId', 'unknown');
  await emit(tx, reportSubject(month), 'report.resent', { month, edition: number, userId }, { by });
}

async function issued(tx: Tx, month: string, number: number): Promise<{ id: string; state: string }> {
  const [edition] = await tx.query(
    `select id, state from editions where month = $1 and number = $2 and state not in ('draft', 'held')`,
    [month, number],
  );
  if (!edition) throw new Problem('not-found');
  return edition;
}

/** What was written to people about an edition, by the subject and the number given. */
const told = (
  subject: string,
  number: string,
): string => `select l.* from deliveries l join events told on told.id = l.event_id
  where told.subject = ${subject} and told.name in ('report.published', 'report.resent')
    and told.payload ->> 'edition' = ${number}::text`;

const NOTE = `
insert into edition_readings (edition_id, user_id)
select e.id, $4 from editions e where e.month = $2 and e.number = $3::int and e.state not in ('draft', 'held')
  and ($5 or exists (${told('$1', 'e.number')} and l.recipient_id = $4))
on conflict do nothing`;

const RECIPIENTS = `
with told as (${told('$2', '$3')})
select u.id, u.name, u.position,
  (select to_json(max(coalesce(t.sent_at, t.created_at))) #>> '{}' from told t where t.recipient_id = u.id and t.state = 'sent') as "toldAt",
  (select t.state from told t where t.recipient_id = u.id and t.channel = 'mail' order by t.created_at desc, t.id desc limit 1) as mail,
  (select to_json(r.read_at) #>> '{}' from edition_readings r where r.edition_id = $1 and r.user_id = u.id) as "readAt"
from users u
where u.active and u.role = 'manager' or exists (select 1 from told t where t.recipient_id = u.id)
  or exists (select 1 from edition_readings r where r.edition_id = $1 and r.user_id = u.id)
order by u.name, u.id`;

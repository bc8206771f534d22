import type { EventName } from '#events/events.js';
import type { Subject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import { longDay } from '#platform/day-in-words.js';
import { seoulDay } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { composeDigest, type Entry } from './mail.js';
import { isNotice } from './notices.js';
import { deskOf, prepare, type Desk, type Notices } from './notify.js';
import type { Recipient } from './recipients.js';
import { fill } from './rules/template.js';
import { stillTrue } from './still-true.js';

interface Held {
  id: string;
  heldFor: 'opening' | 'digest';
  eventId: string;
  subject: Subject;
  name: EventName;
  payload: Record<string, unknown>;
}

/** What is held for somebody and is still theirs to hear. */
interface Standing {
  held: Held;
  notices: Notices;
  recipient: Recipient;
}

/** People for whom something is held whose hour has come. */
export async function peopleToRelease(tx: Tx): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(DUE_PEOPLE);
  return rows.map(({ id }) => id);
}

/**
 * Lets go what was held for this person: single mails, and what is gathered as one mail. Who is meant is resolved anew:
 * who is not any more gets nothing, who took their place is told now. Whoever holds the person does it; others do nothing.
 */
export async function releaseFor(tx: Tx, personId: string, publicUrl: string): Promise<void> {
  const [free] = await tx.query('select 1 from users where id = $1 for no key update skip locked', [
    personId,
  ]);
  if (!free) return;
  const rows: Held[] = await tx.query(DUE, [personId]);
  const desk = await deskOf(tx, publicUrl);
  const standing: Standing[] = [];
  const dropped: string[] = [];
  for (const held of rows) {
    const { name, ...occasion } = held;
    const told = isNotice(name) && (await stillTrue(tx, { ...occasion, name }));
    const notices = told ? await prepare(tx, { ...occasion, name }, desk) : null;
    const recipient = notices?.recipient(personId);
    if (notices && recipient) standing.push({ held, notices, recipient });
    else dropped.push(held.id);
  }
  await tx.query(DROP, [dropped]);
  for (const one of standing.filter(({ held }) => held.heldFor === 'opening')) await letGo(tx, one);
  await gather(
    tx,
    standing.filter(({ held }) => held.heldFor === 'digest'),
    desk,
  );
}

// What is due at this very moment may still be on its way: a little patience makes it part of the same mail.
const DUE_PEOPLE = `
select recipient_id as id from deliveries where state = 'held' and due_at <= app_now() - interval '2 seconds'
group by recipient_id limit 500`;

const DUE = `
select l.id, l.held_for as "heldFor", l.event_id as "eventId", e.subject, e.name, e.payload
from deliveries l join events e on e.id = l.event_id
where l.recipient_id = $1 and l.state = 'held' and l.due_at <= app_now()
order by l.created_at, l.id limit 500 for update of l`;

const DROP = `
update deliveries set state = 'suppressed', error = 'not for the recipient any more, or not so any more' where id = any($1)`;

async function letGo(tx: Tx, { held, notices, recipient }: Standing): Promise<void> {
  const { title, body, html } = notices.mail(recipient);
  await tx.query(SEND, [held.id, recipient.issueId, title, body, html]);
}

const SEND = `
update deliveries set state = 'pending', issue_id = $2, title = $3, body = $4, html = $5, due_at = clock_timestamp()
where id = $1`;

/** The newest of them becomes the mail that carries all. */
async function gather(tx: Tx, standing: Standing[], desk: Desk): Promise<void> {
  const last = standing.at(-1);
  if (!last) return;
  const entries = standing.map(({ notices, recipient }) => notices.entry(recipient));
  const { title, body, html } = digest(entries, last.recipient.person, desk);
  const ids = standing.map(({ held }) => held.id);
  await tx.query(GATHER, [ids, last.held.id]);
  await tx.query(SEND, [last.held.id, last.recipient.issueId, title, body, html]);
}

const GATHER = `
update deliveries set digest_id = $2, state = case when id = $2 then state else 'gathered' end where id = any($1)`;

export function digest(
  entries: Entry[],
  { language }: Pick<Principal, 'language'>,
  { publicUrl, now, texts }: Desk,
): { title: string; body: string; html: string } {
  const day = seoulDay(now);
  const values = { date: language === 'ko' ? longDay(day) : day, count: String(entries.length) };
  const message = fill(texts('digest', language), values);
  const { text, html } = composeDigest(message, entries, { language, publicUrl });
  return { title: message.title, body: text, html };
}

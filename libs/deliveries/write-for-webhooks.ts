import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform/database.js';
import { failpoint } from '#platform/failpoint.js';
import { webhookBody, type Told } from './webhook-body.js';

const EVENTS_A_TURN = 200;

interface Behind {
  id: string;
  events: string[] | null;
  position: string;
}

type Happened = Told & { position: string; issueId: string | null };

/**
 * Writes what webhooks are to be told of, with its final bytes: a webhook's place in the feed and its deliveries move together,
 * so that none is lost or doubled, however many processes do this. @returns how many places of the feed were passed
 */
export async function writeForWebhooks(tx: Tx, publicUrl: string): Promise<number> {
  const behind: Behind[] = await tx.query(BEHIND);
  let passed = 0;
  for (const webhook of behind) {
    const happened: Happened[] = await tx.query(HAPPENED, [webhook.position, EVENTS_A_TURN]);
    const wanted = happened.filter(({ name }) => webhook.events?.includes(name) ?? true);
    const rows = wanted.map((event) => ({
      id: uuidv7(),
      event_id: event.id,
      webhook_id: webhook.id,
      issue_id: event.issueId,
      title: event.name,
      body: webhookBody(event, publicUrl),
    }));
    if (rows.length) await tx.query(INSERT, [JSON.stringify(rows)]);
    await tx.query('update webhooks set position = $2::numeric where id = $1', [
      webhook.id,
      happened.at(-1)!.position,
    ]);
    passed += happened.length;
  }
  if (passed) failpoint('webhooks.beforeCommit');
  return passed;
}

// Whoever else is at it has them; each is moved by one at a time.
const BEHIND = `
select id, events, position::text from webhooks where active and position < (select max(position) from feed)
order by position limit 20 for update skip locked`;

// Places between whole ones are those of confidential issues. One that became confidential since is treated like them.
const HAPPENED = `
select f.position::text, e.id, e.name, e.subject, e.seq, e.payload, e.at, i.id as "issueId",
  f.position % 1 <> 0 or coalesce(i.confidential, false) as confidential
from (select * from feed where position > $1::numeric order by position limit $2) f
join events e on e.id = f.event_id
left join issues i on i.id = case when e.subject like 'issue:%' then substr(e.subject, 7) else e.payload->>'issueId' end::uuid
order by f.position`;

const INSERT = `
insert into deliveries (id, event_id, channel, webhook_id, issue_id, title, body)
select id, event_id, 'webhook', webhook_id, issue_id, title, body
from jsonb_to_recordset($1::jsonb) as x(id uuid, event_id uuid, webhook_id uuid, issue_id uuid, title text, body text)
on conflict do nothing`;

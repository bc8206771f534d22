import { emit, type Actor } from '#events/emit.js';
import { deliverySubject, issueSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { viewDelivery } from './log.js';

interface Held {
  channel: string;
  state: string;
  sending: boolean;
  issueId: string | null;
  webhookActive: boolean | null;
}

/**
 * Sends it once more: the same id and the same bytes, with all its attempts anew; rights are looked at when it goes out.
 * @throws Problem for what is on its way, and for what is read here and not sent
 */
export async function replayDelivery(tx: Tx, by: Principal & Actor, id: string): Promise<object> {
  const { issueId } = await viewable(tx, by, id);
  const subject = issueId ? issueSubject(issueId) : deliverySubject(id);
  if (issueId) await lock(tx, subject);
  const [held]: Held[] = await tx.query(HOLD, [id]);
  if (held!.channel === 'inbox') throw new Problem('delivery.inbox');
  if (held!.sending || held!.state === 'pending' || held!.state === 'held')
    throw new Problem('delivery.under_way');
  if (held!.webhookActive === false) throw new Problem('delivery.webhook_off');
  await tx.query(
    `update deliveries set state = 'pending', attempts_before = attempts, error = null, fault = null, status = null,
       due_at = clock_timestamp() where id = $1`,
    [id],
  );
  const payload = { deliveryId: id, ...(issueId && { issueId }) };
  await emit(tx, subject, 'delivery.replayed', payload, { by });
  return viewDelivery(tx, by, id);
}

/** @throws Problem `not-found` for what the caller may not see */
async function viewable(tx: Tx, by: Principal, id: string): Promise<{ issueId: string | null }> {
  await viewDelivery(tx, by, id);
  const [row] = await tx.query('select issue_id as "issueId" from deliveries where id = $1', [id]);
  return row;
}

const HOLD = `
select l.channel, l.state, w.active as "webhookActive",
  exists (select 1 from delivery_leases s where s.delivery_id = l.id and s.until > statement_timestamp()) as sending
from deliveries l left join webhooks w on w.id = l.webhook_id where l.id = $1 for update of l`;

import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import type { Outbound } from '#platform/outbound.js';
import { Problem } from '#platform/problem.js';
import { callWebhook } from './call-webhook.js';
import { SECRETS_IN_USE } from './sign.js';
import { cloudEvent } from './webhook-body.js';

export interface TestResult {
  ok: boolean;
  status: number | null;
  durationMs: number;
  fault: string | null;
  answer: string | null;
}

/** Calls a webhook now, switched on or not, with an event of no meaning, signed like any other; nothing is noted of it. */
export async function testWebhook(
  source: DataSource,
  outbound: Outbound,
  id: string,
  publicUrl = '/',
): Promise<TestResult> {
  const [webhook]: { url: string; secrets: string[]; now: Date }[] = await source.query(WEBHOOK, [id]);
  if (!webhook) throw new Problem('not-found');
  const event = uuidv7();
  const about = {
    id: event,
    source: publicUrl,
    type: 'webhook.test',
    subject: `webhook:${id}`,
    at: webhook.now,
  };
  const body = JSON.stringify({ ...cloudEvent(about), data: { webhookId: id } });
  const begun = performance.now();
  const outcome = await callWebhook(outbound, webhook.url, { id: event, body, secrets: webhook.secrets });
  return {
    ok: outcome.state === 'sent',
    status: outcome.status,
    durationMs: Math.round(performance.now() - begun),
    fault: outcome.state === 'failed' ? outcome.fault : null,
    answer: outcome.answer ?? null,
  };
}

const WEBHOOK = `
select w.url, app_now() as now, ${SECRETS_IN_USE} as secrets
from webhooks w join webhook_secrets s on s.webhook_id = w.id where w.id = $1 and w.removed_at is null`;

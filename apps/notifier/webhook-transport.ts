import { SENDING } from '#config/sending.js';
import type { Outcome } from '#deliveries/attempt.js';
import { callWebhook } from '#deliveries/call-webhook.js';
import type { Due } from '#deliveries/claim.js';
import type { Env } from '#platform/env.js';
import { Outbound } from '#platform/outbound.js';

/** Calls webhooks, each over a few connections that are left open for what follows. */
export class WebhookTransport {
  private readonly outbound: Outbound;

  constructor(env: Env) {
    const { atOnce, timeoutMs } = SENDING.webhook;
    this.outbound = new Outbound(env.OUTBOUND_ALLOW, { kept: { perHost: atOnce * 4, timeoutMs } });
  }

  async send({ id, body, webhook }: Due): Promise<Outcome> {
    const { url, secrets } = webhook!;
    return callWebhook(this.outbound, url, { id, body, secrets });
  }

  close(): Promise<void> {
    return this.outbound.close();
  }
}

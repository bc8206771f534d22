import { SENDING } from '#config/sending.js';
import { OutboundError, type Outbound, type OutboundAnswer } from '#platform/outbound.js';
import { retryAfter } from '#platform/retry-after.js';
import type { Outcome } from './attempt.js';
import { signedHeaders, type Signed } from './sign.js';
import type { DeliveryFault } from './vocabulary.js';

/** Calls a webhook once. Never fails: what goes wrong is the outcome. Redirects are not followed. */
export async function callWebhook(
  outbound: Outbound,
  url: string,
  signed: Signed,
): Promise<Exclude<Outcome, { state: 'suppressed' }>> {
  const { timeoutMs, answerBytes, answerMs } = SENDING.webhook;
  try {
    const answer = await outbound.send(url, {
      method: 'POST',
      headers: signedHeaders(signed, new Date()),
      body: signed.body,
      maxBytes: answerBytes,
      timeoutMs,
      beginningMs: answerMs,
    });
    return judged(answer);
  } catch (error) {
    const fault = error instanceof OutboundError ? error.fault : 'broken';
    return {
      state: 'failed',
      // No answer is too large here: of each only the beginning is read.
      fault: fault === 'too-large' ? 'broken' : (fault satisfies DeliveryFault),
      status: null,
      error: (error as Error).message,
      permanent: false,
      ofTarget: true,
      retryAfterSeconds: null,
    };
  }
}

function judged({ status, headers, body }: OutboundAnswer): Exclude<Outcome, { state: 'suppressed' }> {
  const answer = readable(body);
  if (status >= 200 && status < 300) return { state: 'sent', status, answer };
  return {
    state: 'failed',
    fault: status === 410 ? 'gone' : 'status',
    status,
    error: `HTTP ${status}`,
    answer,
    permanent: status === 410,
    ofTarget: true,
    retryAfterSeconds: retryAfter(headers['retry-after'], Date.now()),
  };
}

/** As PostgreSQL can keep it; what is no text stays legible as far as it is. */
const readable = (body: Buffer): string => body.toString('utf8').replaceAll('\0', '').trim();

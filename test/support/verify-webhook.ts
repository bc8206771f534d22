import { createHmac } from 'node:crypto';
import type { Json } from './api.js';
import type { Called } from './receive-webhooks.js';

const TOLERANCE_S = 300;

/** As a receiver of Standard Webhooks checks what it was sent, from the specification. @returns the event; null where it is not ours */
export function verified(secret: string, { headers, body }: Pick<Called, 'headers' | 'body'>): Json {
  const [id, at, signatures] = ['id', 'timestamp', 'signature'].map((part) => headers[`webhook-${part}`]);
  if (Math.abs(Date.now() / 1000 - Number(at)) > TOLERANCE_S) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
  return String(signatures).split(' ').includes(expected) ? JSON.parse(body) : null;
}

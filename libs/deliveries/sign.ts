import { createHmac } from 'node:crypto';

/** What a secret begins with. */
export const PREFIX = 'whsec_';

/** Of webhook w and its secrets s, as an array of text: while they change, the one before counts too. */
export const SECRETS_IN_USE = `
  case when w.rotating_until > app_now() then array[s.secret, s.previous] else array[s.secret] end`;

export interface Signed {
  /** The same for every copy. */
  id: string;
  body: string;
  /** The one in use, and the one before while it still counts. */
  secrets: readonly string[];
}

/** The headers of Standard Webhooks (standardwebhooks.com); one signature a secret. */
export function signedHeaders({ id, body, secrets }: Signed, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'Haechi',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signature(secret, `${id}.${timestamp}.${body}`)).join(' '),
  };
}

// Their library hashes in JavaScript, which took longer than the rest of a call.
const signature = (secret: string, content: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(content)
    .digest('base64')}`;

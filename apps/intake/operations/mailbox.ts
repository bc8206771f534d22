import type { Env } from '#platform/env.js';

/** Whether `/dev/mail` answers: no mail server, and nobody but the people at this machine can look. */
export function hasMailbox({ HAECHI_EMBEDDED, HOST, SMTP_URL }: Env): boolean {
  const local = ['127.0.0.1', 'localhost', '::1'].includes(HOST);
  return HAECHI_EMBEDDED && local && !SMTP_URL;
}

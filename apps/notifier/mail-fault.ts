import type { Outcome } from '#deliveries/attempt.js';
import type { DeliveryFault } from '#deliveries/vocabulary.js';

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Codes of nodemailer for what happens before a server has said anything of the mail. */
const BEFORE: Record<string, DeliveryFault> = {
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
  EOAUTH2: 'sign-in',
  ETIMEDOUT: 'timeout',
  ETLS: 'certificate',
  EDNS: 'unknown-host',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
};

/** What a failed hand-over says: a refusal for good (5xx) of the mail itself, or something that may pass. */
export function mailFault(error: Error): Extract<Outcome, { state: 'failed' }> {
  const { code = '', command = '', responseCode } = error as SmtpError;
  const failed = (fault: DeliveryFault, more: { permanent?: boolean; ofTarget?: boolean } = {}) => ({
    state: 'failed' as const,
    fault,
    status: responseCode ?? null,
    error: error.message.slice(0, 2000),
    permanent: false,
    ofTarget: false,
    retryAfterSeconds: null,
    ...more,
  });
  // A wrong password, or a server that is full, says nothing of the mail.
  if (code in BEFORE) return failed(BEFORE[code]!, { ofTarget: true });
  if (responseCode === 421 || !['EENVELOPE', 'EMESSAGE'].includes(code))
    return failed(responseCode ? 'deferred' : 'broken', { ofTarget: true });
  if (responseCode !== undefined && responseCode < 500) return failed('deferred');
  // Our own address, or our signing in: every mail would be refused, until a setting is put right.
  if (
    command === 'MAIL FROM' ||
    responseCode === 530 ||
    responseCode === 535 ||
    /\b5\.7\.\d/.test(error.message)
  )
    return failed('refused', { ofTarget: true });
  const ofAddress = command === 'RCPT TO' || (command === 'API' && code === 'EENVELOPE');
  return failed(ofAddress ? 'bounced' : 'refused', { permanent: true });
}

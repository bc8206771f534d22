import { createTransport, type Transporter } from 'nodemailer';
import type { Outcome } from '#deliveries/attempt.js';
import type { Env } from '#platform/env.js';
import { mailFault } from './mail-fault.js';

export interface Mail {
  id: string;
  name: string;
  address: string;
  title: string;
  body: string;
  html: string;
  /** When it was written, not when it is sent. */
  at: Date;
}

export abstract class MailTransport {
  /** Hands a mail over. Never fails: what goes wrong is the outcome. */
  abstract send(mail: Mail): Promise<Outcome>;
  close(): void {}
}

/** By SMTP where a server is set; else the embedded mailbox, and nothing outside of embedded mode. */
export function mailTransport(env: Env): MailTransport {
  if (env.SMTP_URL) return new Smtp(env);
  return new Nowhere(
    env.HAECHI_EMBEDDED
      ? { state: 'sent', status: null }
      : { state: 'suppressed', error: 'SMTP_URL is not set' },
  );
}

const SECONDS = 1000;

class Smtp extends MailTransport {
  private readonly transport: Transporter;

  constructor(private readonly env: Env) {
    super();
    this.transport = createTransport({
      url: env.SMTP_URL,
      pool: true,
      // Of one domain a few go out at once: one that hangs leaves connections for the others.
      maxConnections: 20,
      connectionTimeout: 10 * SECONDS,
      greetingTimeout: 10 * SECONDS,
      socketTimeout: 20 * SECONDS,
    } as never);
  }

  async send({ id, name, address, title, body, html, at }: Mail): Promise<Outcome> {
    try {
      const { response } = (await this.transport.sendMail({
        from: this.env.MAIL_FROM,
        // As an object: a name can never become another address or a header.
        to: { name, address },
        subject: title,
        text: body,
        html,
        // The same for every copy of one delivery, so that a mail server can tell a repeat.
        messageId: `<${id}@haechi>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        // Else both are made anew for every copy.
        date: at,
        baseBoundary: id,
      })) as { response?: string };
      return { state: 'sent', status: Number(/^\d{3}/.exec(response ?? '')?.[0]) || null };
    } catch (error) {
      return mailFault(error as Error);
    }
  }

  override close(): void {
    this.transport.close();
  }
}

/** The embedded mailbox, where it stays readable, or nothing at all. */
class Nowhere extends MailTransport {
  constructor(private readonly outcome: Outcome) {
    super();
  }

  async send(): Promise<Outcome> {
    return this.outcome;
  }
}

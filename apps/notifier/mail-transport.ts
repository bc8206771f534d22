import { createTransport, type Transporter } from 'nodemailer';
import type { Env } from '#platform/env.js';

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

/** What became of a mail that was handed over: `mailbox` where no server is set and it stays readable here. */
export type Handover = 'sent' | 'mailbox' | 'suppressed';

export abstract class MailTransport {
  /** @throws when the server did not take the mail; see `isPermanent` */
  abstract send(mail: Mail): Promise<Handover>;
  close(): void {}
}

/** By SMTP where a server is set; else the embedded mailbox, and nothing outside of embedded mode. */
export function mailTransport(env: Env): MailTransport {
  return env.SMTP_URL ? new Smtp(env) : new Nowhere(env.HAECHI_EMBEDDED ? 'mailbox' : 'suppressed');
}

const SECONDS = 1000;

class Smtp extends MailTransport {
  private readonly transport: Transporter;

  constructor(private readonly env: Env) {
    super();
    this.transport = createTransport({
      url: env.SMTP_URL,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 10 * SECONDS,
      greetingTimeout: 10 * SECONDS,
      socketTimeout: 20 * SECONDS,
    } as never);
  }

  async send({ id, name, address, title, body, html, at }: Mail): Promise<Handover> {
    await this.transport.sendMail({
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
    });
    return 'sent';
  }

  override close(): void {
    this.transport.close();
  }
}

class Nowhere extends MailTransport {
  constructor(private readonly handover: Handover) {
    super();
  }

  async send(): Promise<Handover> {
    return this.handover;
  }
}

/** The server refused for good (5xx): trying again would only annoy it. */
export const isPermanent = (error: unknown): boolean => {
  const code = (error as { responseCode?: number }).responseCode;
  return code !== undefined && code >= 500 && code < 600;
};

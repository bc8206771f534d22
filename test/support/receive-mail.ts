import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it takes as it came, and takes everything but what it is told to refuse. */
export class MailSink {
  /** Raw messages in the order of their coming. */
  readonly mails: string[] = [];
  /** SMTP status to refuse an address with, e.g. 451 for later and 550 for never. */
  readonly refused = new Map<string, number>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const status = this.refused.get(address);
        done(status ? Object.assign(new Error('refused'), { responseCode: status }) : undefined);
      },
      onData: (stream, _session, done) => {
        // Of a sender that dies in the middle there is no mail.
        void text(stream).then(
          (mail) => {
            this.mails.push(mail);
            done();
          },
          () => undefined,
        );
      },
    });
  }

  static async open(): Promise<MailSink> {
    const sink = new MailSink();
    sink.server.on('error', () => undefined);
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server.server, 'listening');
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

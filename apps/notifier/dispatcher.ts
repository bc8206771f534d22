import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sighted } from '#notifications/recipients.js';
import type { Principal } from '#people/principal.js';
import { every, type Ticker } from '#platform/every.js';
import { failpoint } from '#platform/failpoint.js';
import { isPermanent, MailTransport } from './mail-transport.js';

const INTERVAL_MS = 1000;
const AT_ONCE = 10;
const MAX_ATTEMPTS = 12;

interface Due {
  id: string;
  attempts: number;
  title: string;
  body: string;
  html: string;
  at: Date;
  issueId: string | null;
  active: boolean;
  recipient: Principal;
}

/**
 * Sends what is due, again and again until it has arrived or is given up. A delivery is claimed for a minute: when its
 * sender dies between sending and noting it, another sends it again, under the same id and with the same bytes.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(MailTransport) private readonly transport: MailTransport,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(INTERVAL_MS, 'dispatcher', () => this.sendDue());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
    this.transport.close();
  }

  /** There may be something to send already. */
  wake(): void {
    this.timer?.wake();
  }

  async sendDue(): Promise<void> {
    for (;;) {
      const [rows]: [Due[]] = await this.source.query(CLAIM, [AT_ONCE]);
      await Promise.all(rows.map((due) => this.send(due)));
      if (rows.length < AT_ONCE) return;
    }
  }

  private async send(due: Due): Promise<void> {
    try {
      if (!(await this.mayStillSee(due)))
        return await this.note(due, 'suppressed', 'the recipient may not see it any more');
      const { id, title, body, html, at, recipient } = due;
      const handover = await this.transport.send({
        id,
        title,
        body,
        html,
        at,
        name: recipient.name,
        address: recipient.email,
      });
      failpoint('dispatcher.afterSend');
      if (handover === 'suppressed') await this.note(due, 'suppressed', 'SMTP_URL is not set');
      else await this.note(due, 'sent', null);
    } catch (error) {
      const dead = isPermanent(error) || due.attempts >= MAX_ATTEMPTS;
      await this.note(due, dead ? 'dead' : 'failed', (error as Error).message);
    }
  }

  /** Rights may have been taken away while the notice waited. */
  private async mayStillSee({ active, recipient, issueId }: Due): Promise<boolean> {
    if (!active) return false;
    return issueId === null || (await sighted(this.source.manager, [recipient], issueId)).length > 0;
  }

  private async note({ id, attempts }: Due, state: string, error: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query(NOTE, [id, state, error, attempts]);
      await tx.query(
        'insert into delivery_attempts (delivery_id, n, error) values ($1, $2, $3) on conflict do nothing',
        [id, attempts, error],
      );
    });
  }
}

const CLAIM = `
update deliveries l set state = 'sending', attempts = l.attempts + 1, due_at = clock_timestamp() + interval '60 seconds'
from (select id from deliveries where state in ('pending', 'failed', 'sending') and due_at <= clock_timestamp()
  order by due_at limit $1 for update skip locked) due, users u
where l.id = due.id and u.id = l.recipient_id
returning l.id, l.attempts, l.title, l.body, l.html, l.created_at as at, l.issue_id as "issueId", u.active,
  json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role, 'departmentId', u.department_id,
    'language', u.language) as recipient`;

// Exponential backoff with full jitter: half a minute at first, an hour at most.
const NOTE = `
update deliveries set state = $2, error = $3,
  sent_at = case when $2 = 'sent' then app_now() end,
  due_at = clock_timestamp() + random() * least(power(2, $4) * interval '15 seconds', interval '1 hour')
where id = $1`;

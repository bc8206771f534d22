import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { SENDING } from '#config/sending.js';
import type { Attempt, Outcome } from '#deliveries/attempt.js';
import { claimDue, giveBack, type Due } from '#deliveries/claim.js';
import { noteAttempts } from '#deliveries/note.js';
import { Writes } from '#events/write.js';
import { sights, type Sight } from '#notifications/sight.js';
import { stillMeant } from '#notifications/still-meant.js';
import { Batch } from '#platform/batch.js';
import { every, type Ticker } from '#platform/every.js';
import { failpoint } from '#platform/failpoint.js';
import { groupBy } from '#platform/group-by.js';
import { log } from '#platform/logging.js';
import { Lane } from './lane.js';
import { MailTransport } from './mail-transport.js';
import { WebhookTransport } from './webhook-transport.js';

const INTERVAL_MS = 1000;
const GATHER_MS = 25;

/**
 * Sends what is due, again and again until it has arrived or is given up, each target in a lane of its own. A delivery is
 * claimed for a minute: when its sender dies between sending and noting it, another sends it again, under the same id and
 * with the same bytes.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;
  private stopped = false;
  private readonly lanes = new Map<string, Lane>();
  private readonly rights: Batch<Sight, boolean>;
  private readonly notes: Batch<Attempt, void>;
  /** Sent, and on their way to be noted. */
  private unnoted = 0;

  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(MailTransport) private readonly mail: MailTransport,
    @Inject(WebhookTransport) private readonly webhooks: WebhookTransport,
  ) {
    this.rights = new Batch((list) => sights(this.writes.source.manager, list), { max: 64, parallel: 2 });
    this.notes = new Batch((attempts) => this.note(attempts), { max: 256, parallel: 1 });
  }

  onApplicationBootstrap(): void {
    this.timer = every(INTERVAL_MS, 'dispatcher', () => this.sendDue());
  }

  /** What is under way ends; what has not begun is somebody else's. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.timer?.stop();
    for (const lane of this.lanes.values()) lane.stop();
    while (this.unnoted || [...this.lanes.values()].some(({ isIdle }) => !isIdle)) await sleep(20);
    this.mail.close();
    await this.webhooks.close();
  }

  /** There may be something to send already. */
  wake(): void {
    if (!this.stopped) this.timer?.wake();
  }

  async sendDue(): Promise<void> {
    const busy = [...this.lanes].filter(([, { isBusy }]) => isBusy).map(([target]) => target);
    const due = await claimDue(this.writes.source, busy);
    if (due.length) failpoint('dispatcher.afterClaim');
    for (const [target, list] of groupBy(due, (one) => one.target)) this.laneTo(target).add(list);
    for (const [target, lane] of this.lanes) if (lane.isIdle) this.lanes.delete(target);
  }

  private laneTo(target: string): Lane {
    const known = this.lanes.get(target);
    if (known) return known;
    const lane = new Lane({
      atOnce: SENDING[target.startsWith('mail:') ? 'mail' : 'webhook'].atOnce,
      send: (due) => this.send(due),
      giveBack: (rest) =>
        void giveBack(this.writes.source, rest).catch((error: Error) =>
          log.warn({ error: error.message }, 'claims left to their end'),
        ),
      onRoom: () => this.wake(),
    });
    this.lanes.set(target, lane);
    return lane;
  }

  private async send(due: Due): Promise<boolean> {
    const begun = performance.now();
    const outcome = await this.attempt(due).catch((error: Error) => this.leave(due, error));
    if (!outcome) return false;
    const noted = this.noted({ due, outcome, durationMs: performance.now() - begun });
    // What was taken is noted while the next is sent. Of what failed its circuit is to know before more is claimed.
    return outcome.state === 'sent' || ((await noted) && !(outcome.state === 'failed' && outcome.ofTarget));
  }

  private async attempt(due: Due): Promise<Outcome> {
    return (await this.mayReach(due)) ?? this.handOver(due);
  }

  private async noted(attempt: Attempt): Promise<boolean> {
    this.unnoted += 1;
    try {
      await this.notes.add(attempt);
      return true;
    } catch (error) {
      this.leave(attempt.due, error as Error);
      return false;
    } finally {
      this.unnoted -= 1;
    }
  }

  /** It is not noted: when its lease is over it is sent again. */
  private leave({ id }: Due, { message }: Error): null {
    log.warn({ delivery: id, error: message }, 'delivery not noted');
    return null;
  }

  private async handOver(due: Due): Promise<Outcome> {
    const { id, title, body, html, at, recipient } = due;
    const outcome = recipient
      ? await this.mail.send({ id, title, body, html, at, name: recipient.name, address: recipient.email })
      : await this.webhooks.send(due);
    failpoint('dispatcher.afterSend');
    return outcome;
  }

  /** Rights may have been taken away, and a webhook switched off, while the notice waited. */
  private async mayReach(due: Due): Promise<Outcome | null> {
    const { recipient, webhook, issueId } = due;
    if (webhook) return webhook.active ? null : suppressed('the webhook is switched off');
    if (!recipient!.active) return NOT_MEANT;
    if (due.gathers) return this.mayReachAll(due);
    const sees = issueId === null || (await this.rights.add({ person: recipient!, issueId }));
    return sees ? null : NOT_MEANT;
  }

  /** A digest that tells of something its reader may not see any more is taken apart. */
  private async mayReachAll(due: Due): Promise<Outcome | null> {
    const standing = await this.writes.source.transaction((tx) => stillMeant(tx, due, due.recipient!));
    if (standing === 'meant') return null;
    return standing === 'gathered-anew'
      ? suppressed('gathered anew without what may not be seen any more')
      : NOT_MEANT;
  }

  private async note(attempts: Attempt[]): Promise<void[]> {
    await this.writes.run((tx) => noteAttempts(tx, attempts));
    failpoint('dispatcher.afterNote');
    // Those that come meanwhile share the next transaction.
    await sleep(GATHER_MS);
    return attempts.map(() => undefined);
  }
}

const suppressed = (error: string): Outcome => ({ state: 'suppressed', error });

const NOT_MEANT = suppressed('the recipient may not see it any more');

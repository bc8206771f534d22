import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { writeForWebhooks } from '#deliveries/write-for-webhooks.js';
import { Writes } from '#events/write.js';
import { Env, publicUrl } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { Dispatcher } from './dispatcher.js';

/** The relay gives out places five times a second. */
const INTERVAL_MS = 250;

/** Writes what webhooks are to be told of, as soon as it has its place in the feed; sending it is the dispatcher's. */
@Injectable()
export class WebhookRound implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(INTERVAL_MS, 'webhooks', () => this.writeAll());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }

  private async writeAll(): Promise<void> {
    const source = publicUrl(this.env);
    while (await this.writes.run((tx) => writeForWebhooks(tx, source))) this.dispatcher.wake();
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { CoreModule } from '#events/core.module.js';
import type { Env } from '#platform/env.js';
import { workers } from '#platform/queues.js';
import { Dispatcher } from './dispatcher.js';
import { mailTransport, MailTransport } from './mail-transport.js';
import { NotifyWorker } from './notify.worker.js';
import { Releaser } from './releaser.js';
import { SilenceRound } from './silence-round.js';
import { WebhookRound } from './webhook-round.js';
import { WebhookTransport } from './webhook-transport.js';

/** Tells people what happened: who, in which words, by which channel, until it has arrived. */
@Module({})
export class NotifierModule {
  static with(env: Env): DynamicModule {
    return {
      module: NotifierModule,
      imports: [CoreModule.with(env, []), ...workers(env)],
      providers: [
        { provide: MailTransport, useFactory: () => mailTransport(env) },
        { provide: WebhookTransport, useFactory: () => new WebhookTransport(env) },
        Dispatcher,
        NotifyWorker,
        WebhookRound,
        SilenceRound,
        Releaser,
      ],
    };
  }
}

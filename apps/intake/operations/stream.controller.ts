import { Controller, Get, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import { DataSource } from 'typeorm';
import { feedEnd, type FeedEvent } from '#notifications/feed-view.js';
import { countInbox } from '#notifications/inbox.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Sessions } from '#people/sessions.js';
import { log } from '#platform/logging.js';
import { Caller, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { FeedListener } from './feed-listener.js';
import { FeedReader } from './feed-reader.js';

const BEAT_MS = 15_000;
const PLACE = /^\d{1,14}(\.\d{1,6})?$/;
/** A reader that takes nothing for this long is cut off; it resumes where it stopped. */
const MOST_BUFFERED = 1_000_000;

/** Events as they happen, to whoever may see them; resumes by `Last-Event-ID` without loss. */
@ApiTags('알림')
@Controller('api/v1/stream')
export class StreamController implements BeforeApplicationShutdown {
  private readonly open = new Set<ServerResponse>();

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(FeedListener) private readonly feed: FeedListener,
    @Inject(FeedReader) private readonly reader: FeedReader,
  ) {}

  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '마지막으로 받은 id 다음부터',
    schema: { type: 'string' },
  })
  @Endpoint({ summary: '실시간 이벤트', produces: 'text/event-stream' })
  async stream(
    @Caller() by: Principal,
    @Req() request: Authenticated,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const last = request.headers['last-event-id'];
    const resumed = typeof last === 'string' && PLACE.test(last) ? last : null;
    const { position, whole, lost } = await readAs(this.source, by, (tx) => feedEnd(tx, resumed));
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.open.add(out);
    out.write(
      lost
        ? `event: reset\nid: ${whole}\ndata: {}\n\n`
        : `id: ${resumed ?? whole}\nevent: hello\ndata: {}\n\n`,
    );
    await this.pump(request, by, out, position).catch((error: Error) =>
      log.debug({ error: error.message }, 'stream'),
    );
    this.open.delete(out);
    out.end();
  }

  /** The server waits for its open connections to end; these would not end by themselves. */
  beforeApplicationShutdown(): void {
    for (const out of this.open) out.end();
  }

  private async pump(
    request: Authenticated,
    by: Principal,
    out: ServerResponse,
    from: string,
  ): Promise<void> {
    let position = from;
    let told = from;
    let inboxTold = -1;
    while (!out.destroyed && !out.writableEnded && out.writableLength < MOST_BUFFERED) {
      const { heard } = this.feed;
      const inbox = this.feed.heardOfInbox(by.id);
      // Rights are read anew each time: whoever lost them is sent nothing more.
      const principal = await this.sessions.principal(request.token!, true);
      if (!principal) return;
      const page = await this.reader.next({ principal, after: position });
      if (page.events.length) out.write(page.events.map(asText).join(''));
      told = page.events.at(-1)?.position ?? told;
      position = page.position;
      if (page.more) continue;
      // How the inbox stands is told at once and whenever it changes: whoever was away has missed nothing.
      if (inbox !== inboxTold) {
        const count = await readAs(this.source, principal, (tx) => countInbox(tx, principal));
        out.write(`event: inbox\ndata: ${JSON.stringify(count)}\n\n`);
        inboxTold = inbox;
      }
      const woken = await this.feed.next({ heard, inbox }, by.id, BEAT_MS, out);
      // Also tells how far it has looked, so that resuming does not look again; in whole places, which tell nothing.
      if (!woken)
        out.write(
          Number(page.whole) > Number(told)
            ? `id: ${(told = page.whole)}\nevent: beat\ndata: {}\n\n`
            : ': beat\n\n',
        );
    }
  }
}

const asText = ({ position, name, data }: FeedEvent): string =>
  `id: ${position}\nevent: ${name}\ndata: ${data}\n\n`;

import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Inject } from '@nestjs/common';
import { responseTag, type ResponseView } from '#actions/responses.js';
import { Writes } from '#events/write.js';
import type { Tx } from '#platform/database.js';
import { once, settle, type Answer, type Repeatable } from '#platform/idempotency.js';

/** An answer whose status is known only when it is given, e.g. 200 for what was there already. */
export class Reply<T = unknown> {
  constructor(
    readonly status: number,
    readonly body: T,
  ) {}
}

/** One write of one request: its effect, its answer and its idempotency key in the same transaction. */
@Injectable()
export class Commands {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  async run<T>(repeat: Repeatable | null, work: (tx: Tx) => Promise<Reply<T>>): Promise<Reply<T>> {
    const { status, body } = await this.writes.run((tx) => once(tx, repeat, () => work(tx)));
    return new Reply(status, body);
  }

  /** The final answer under a key, where it is known only after the effect. */
  async settle(repeat: Repeatable | null, answer: Answer): Promise<void> {
    if (repeat) await this.writes.run((tx) => settle(tx, [{ one: repeat, answer }]));
  }
}

/** Gives single objects their ETag and replies their status; no answer is kept on the way unless its route says so. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.header('cache-control', 'no-store');
    return next.handle().pipe(
      map((value: unknown) => {
        const body = value instanceof Reply ? value.body : value;
        if (value instanceof Reply) void reply.status(value.status);
        const tag = tagOf(body);
        if (tag) void reply.header('etag', tag);
        return body;
      }),
    );
  }
}

/** What tells one state of a thing from another: its version, and what came after it where that is shown too. */
function tagOf(body: unknown): string | null {
  const { version, versions, rowVersion } = (body ?? {}) as Partial<ResponseView> & { rowVersion?: number };
  // Where `version` is a name.
  if (rowVersion !== undefined) return `"${rowVersion}"`;
  if (typeof version !== 'number') return null;
  return versions ? `"${responseTag(body as ResponseView)}"` : `"${version}"`;
}

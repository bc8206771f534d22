import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AccessLog, type Access } from '#audit/access-log.js';
import { isUuid } from '#platform/fields.js';
import type { Authenticated } from './caller.js';

/** As `number-issues.ts` numbers what is confidential. */
const CONFIDENTIAL = /\b\d{4}-C\d{4,}\b/g;
const SAFE = new Set(['GET', 'HEAD']);
/** Told apart from an unknown thing by nobody, and so recorded alike. */
const REFUSED = new Set([403, 404]);

/** Who asked for what, from where. */
export const askedFor = (request: Authenticated): Pick<Access, 'by' | 'what' | 'address'> => ({
  by: request.principal ?? null,
  what: `${request.method} ${request.routeOptions.url ?? '?'}`,
  address: request.ip,
});

/** The path as it was asked for, and what it was narrowed by. */
export const detailOf = (request: Authenticated): Record<string, unknown> => ({
  path: request.url.split('?')[0]!.slice(0, 500),
  ...(Object.keys(request.query as object).length && { query: request.query }),
});

/** Puts on record, before an answer leaves, that it shows something confidential, or that it refuses. */
@Injectable()
export class Recorder {
  constructor(@Inject(AccessLog) private readonly log: AccessLog) {}

  async record(request: Authenticated, reply: FastifyReply, payload: unknown): Promise<void> {
    if (!request.principal || !request.routeOptions.url?.startsWith('/api/')) return;
    const { statusCode } = reply;
    if (REFUSED.has(statusCode)) {
      const detail = { ...detailOf(request), status: statusCode };
      await this.log.add({ ...askedFor(request), kind: 'refused', detail });
      return;
    }
    if (statusCode >= 300 || !SAFE.has(request.method)) return;
    const ids = Object.values(request.params ?? {}).filter(isUuid);
    const numbers = typeof payload === 'string' ? [...new Set(payload.match(CONFIDENTIAL))] : [];
    if (!ids.length && !numbers.length) return;
    const issueIds = await this.log.behind(ids, numbers);
    if (issueIds.length)
      await this.log.add({ ...askedFor(request), kind: 'read', issueIds, detail: detailOf(request) });
  }
}

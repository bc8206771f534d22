import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { recordAccess } from '#audit/access-log.js';
import { Writes } from '#events/write.js';
import { signInByProvider, type Identity, type SsoSignIn } from '#people/single-sign-on.js';
import type { SsoRefusal } from '#people/vocabulary.js';
import { Env } from '#platform/env.js';
import { Flag, Text } from '#platform/fields.js';
import { log } from '#platform/logging.js';
import { Problem } from '#platform/problem.js';
import type { Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { ownPath } from '../http/own-path.js';
import { askedFor } from '../http/recorder.js';
import { giveSession, ownCookie } from '../http/session-cookie.js';
import { IdentityProvider, refusalOf, type Attempt } from './identity-provider.js';
import { lifeOf } from './sessions.controller.js';

const ATTEMPT_S = 600;

class WaysAnswer {
  @Flag({ description: '통합 로그인(OpenID Connect)을 쓸 수 있음' })
  sso: boolean;
}

class NextQuery {
  @Text({ max: 2000, optional: true, description: '로그인한 뒤에 갈 이 시스템의 경로' })
  next?: string;
}

/** Single sign-on by the organisation's identity provider: browsers come here, and leave for a page in any case. */
@ApiTags('로그인')
@Controller('api/v1/sign-in')
export class SingleSignOnController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Env) private readonly env: Env,
    @Inject(IdentityProvider) private readonly provider: IdentityProvider,
  ) {}

  @Get()
  @Endpoint({ summary: '로그인 방법', returns: WaysAnswer })
  ways(): WaysAnswer {
    return { sso: this.provider.isThere };
  }

  @Get('oidc')
  @Endpoint({ summary: '통합 로그인 시작', status: 302 })
  async begin(@Query() { next }: NextQuery, @Res() reply: FastifyReply): Promise<void> {
    if (!this.provider.isThere) throw new Problem('not-found');
    try {
      const { url, attempt } = await this.provider.begin(ownPath(next));
      const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
      void reply.setCookie(this.cookieName(), value, { ...ownCookie(this.env), maxAge: ATTEMPT_S });
      leave(reply, url);
    } catch (error) {
      this.refuse(reply, this.note(error));
    }
  }

  /** Takes any query: what comes back is the provider's to say, and checked by what was sent there. */
  @Get('oidc/callback')
  @Endpoint({ summary: '통합 로그인 마침', status: 302 })
  async finish(@Req() request: Authenticated, @Res() reply: FastifyReply): Promise<void> {
    if (!this.provider.isThere) throw new Problem('not-found');
    const attempt = attemptOf(request.cookies[this.cookieName()]);
    // Each attempt is good for one answer.
    void reply.clearCookie(this.cookieName(), ownCookie(this.env));
    if (!attempt) return this.refuse(reply, 'expired');
    const mark = request.url.indexOf('?');
    const identity = await this.provider
      .redeem(mark < 0 ? '' : request.url.slice(mark), attempt)
      .catch((error: unknown) => this.note(error));
    const { token, refused } = await this.settle(request, identity);
    if (refused) return this.refuse(reply, refused);
    giveSession(reply, this.env, token!);
    leave(reply, ownPath(attempt.next));
  }

  /** Comes in or not, on record in either case. */
  private settle(request: Authenticated, identity: Identity | SsoRefusal): Promise<SsoSignIn> {
    const device = { address: request.ip, agent: request.headers['user-agent'] ?? null };
    return this.writes.run(async (tx) => {
      const done: SsoSignIn =
        typeof identity === 'string'
          ? { token: null, refused: identity, userId: null }
          : await signInByProvider(tx, identity, device, lifeOf(this.env), this.env.OIDC_PROVISION);
      const by = done.userId ? { id: done.userId } : null;
      const kind = done.token ? 'signed-in' : 'sign-in-refused';
      const detail = { method: 'sso', ...(done.refused && { why: done.refused }) };
      await recordAccess(tx, [{ ...askedFor(request), by, kind, detail }]);
      return done;
    });
  }

  private note(error: unknown): SsoRefusal {
    const refusal = refusalOf(error);
    // What a provider answers may hold what nobody should read in a log: no more than the kind of it is kept.
    const { name, code } = error as { name?: string; code?: string };
    log.warn({ refusal, kind: name, reason: code }, 'single sign-on');
    return refusal;
  }

  private refuse(reply: FastifyReply, refusal: SsoRefusal): void {
    leave(reply, `/sign-in?refused=${refusal}`);
  }

  private cookieName(): string {
    return this.env.PUBLIC_URL?.startsWith('https:') ? '__Host-haechi-sso' : 'haechi-sso';
  }
}

const leave = (reply: FastifyReply, to: string): void => {
  void reply.header('cache-control', 'no-store').redirect(to, 302);
};

function attemptOf(cookie: string | undefined): Attempt | null {
  try {
    const made = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()) as Record<
      keyof Attempt,
      unknown
    >;
    const { state, nonce, verifier, next } = made;
    const whole = [state, nonce, verifier, next].every((one) => typeof one === 'string' && one !== '');
    return whole ? ({ state, nonce, verifier, next } as Attempt) : null;
  } catch {
    return null;
  }
}

import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import { actingFor } from '#people/deputies.js';
import type { Principal } from '#people/principal.js';
import { rolesWithSecondFactor } from '#people/second-factor.js';
import { Sessions, type SessionHolder } from '#people/sessions.js';
import { Tokens } from '#people/tokens.js';
import type { Role } from '#people/vocabulary.js';
import { Env } from '#platform/env.js';
import { Problem } from '#platform/problem.js';
import { ACCESS } from './access.js';
import type { Authenticated, Due } from './caller.js';
import { IN_PERSON, WHILE_DUE } from './in-person.js';

/** Names the absent person in whose name a deputy acts. */
const ON_BEHALF_OF = 'on-behalf-of';
/** Said by a page at which nobody has been for a while, of what it reads by itself. */
const IDLE = 'haechi-idle';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Behind https the cookie can neither be set nor read by a neighbouring host. */
export const cookieName = (env: Env): string =>
  env.PUBLIC_URL?.startsWith('https:') ? '__Host-haechi' : 'haechi';

/** Who asks, and may a person of that role use this route at all: 401 before 403, both before a body is read. */
@Injectable()
export class AccessGuard {
  private readonly secondFactorRoles: ReadonlySet<Role>;

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Env) private readonly env: Env,
  ) {
    this.secondFactorRoles = rolesWithSecondFactor(env.SECOND_FACTOR_ROLES);
  }

  async admit(request: Authenticated): Promise<void> {
    const { url } = request.routeOptions;
    const route = `${request.method === 'HEAD' ? 'GET' : request.method} ${url}`;
    const access = ACCESS[route] ?? (isOurs(url) ? 'nobody' : 'public');
    if (access === 'public') return refuseForeign(request);
    const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    const principal = await (bearer ? this.byToken(request, bearer, route) : this.identify(request));
    if (!principal) throw new Problem('unauthenticated');
    if (request.due?.length && !WHILE_DUE.has(route)) throw new Problem(request.due[0]!);
    if (access === 'nobody') throw new Problem('forbidden');
    if (access !== 'anyone' && !access.includes(principal.role)) throw new Problem('forbidden');
  }

  /** No browser sends a token by itself, so nobody else's page can have it sent. */
  private async byToken(
    request: Authenticated,
    bearer: string,
    route: string,
  ): Promise<Authenticated['principal'] | null> {
    const found = await this.tokens.principal(bearer);
    if (!found) return null;
    const { scope, expiresAt, secondFactor, ...principal } = found;
    request.principal = principal;
    request.due = this.whatIsDue(principal, { secondFactor, passwordDue: false });
    request.tokenExpiresAt = expiresAt;
    if (IN_PERSON.has(route) || (scope === 'read' && !SAFE.has(request.method)))
      throw new Problem('token.reach');
    return principal;
  }

  private async identify(request: Authenticated): Promise<Authenticated['principal'] | null> {
    const token = request.cookies[cookieName(this.env)];
    if (!token) return null;
    refuseForeign(request);
    const found = await this.sessions.principal(token, request.headers[IDLE] !== undefined);
    if (!found) return null;
    const { secondFactor, passwordDue, ...principal } = found;
    request.due = this.whatIsDue(principal, { secondFactor, passwordDue });
    const absent = request.headers[ON_BEHALF_OF];
    request.principal = typeof absent === 'string' ? actingFor(principal, absent.toLowerCase()) : principal;
    request.token = token;
    return principal;
  }

  private whatIsDue(
    { role }: Principal,
    { secondFactor, passwordDue }: Pick<SessionHolder, 'secondFactor' | 'passwordDue'>,
  ): Due[] {
    return [
      ...(passwordDue ? (['password.due'] as const) : []),
      ...(!secondFactor && this.secondFactorRoles.has(role) ? (['second_factor.due'] as const) : []),
    ];
  }
}

/** What is not ours is the console, the readable pages, and what is not there at all. */
const isOurs = (url: string | undefined): boolean => url?.startsWith('/api/v1') ?? false;

function refuseForeign(request: Authenticated): void {
  if (!SAFE.has(request.method) && isForeign(request)) throw new Problem('origin.foreign');
}

/** A browser says where a request comes from; what changes anything, signing in included, must come from our own pages. */
function isForeign({ headers }: Authenticated): boolean {
  const site = headers['sec-fetch-site'];
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = headers.origin;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === headers.host);
}

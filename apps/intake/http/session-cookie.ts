import type { FastifyReply } from 'fastify';
import type { Env } from '#platform/env.js';
import { cookieName } from './access.guard.js';

/** A cookie that no script reads and no other site's request carries but a link. */
export function ownCookie(env: Env) {
  const secure = Boolean(env.PUBLIC_URL?.startsWith('https:'));
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

export function giveSession(reply: FastifyReply, env: Env, token: string): void {
  void reply.setCookie(cookieName(env), token, { ...ownCookie(env), maxAge: env.SESSION_HOURS * 3600 });
}

export function takeSession(reply: FastifyReply, env: Env): void {
  void reply.clearCookie(cookieName(env), ownCookie(env));
}

import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Env } from '#platform/env.js';
import { nestLogger } from '#platform/logging.js';
import { AccessGuard } from './http/access.guard.js';
import { ACCESS } from './http/access.js';
import { BODY_LIMIT, refuseUnwieldy } from './http/body.js';
import { answerClientError } from './http/client-error.js';
import { serveConsole } from './http/console.js';
import { IN_PERSON, WHILE_DUE } from './http/in-person.js';
import { answerProblem } from './http/problem.filter.js';
import { Recorder } from './http/recorder.js';
import { requestLimits } from './http/request-limits.js';
import { takeUploads } from './http/upload.js';
import { IntakeModule } from './intake.module.js';
import { describeApi } from './openapi.js';

/** Brings the HTTP API up on the port of the settings. */
export async function startIntake(env: Env, more: Type[] = []): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Whoever stands in front tells who asked; of nobody else is it believed.
    trustProxy: env.TRUSTED_PROXIES?.split(',').map((one) => one.trim()) ?? false,
    requestTimeout: 30_000,
    frameworkErrors: (error: Error, request: unknown, reply: unknown) =>
      answerProblem(request as never, reply as never, error),
    clientErrorHandler: answerClientError,
  });
  const routes = new Set<string>();
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) routes.add(`${verb} ${url}`);
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: IntakeModule, imports: [IntakeModule.with(env), ...more] } as never,
    adapter,
    // Fastify's own parser for JSON; a form that any page can send is not taken as a body.
    { logger: nestLogger, abortOnError: false, bodyParser: false },
  );
  adapter.getInstance().removeContentTypeParser('text/plain');
  await app.register(cookie as never);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'base-uri': ["'none'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: Boolean(env.PUBLIC_URL?.startsWith('https:')),
  });
  await serveConsole(app);
  await takeUploads(app);
  addHooks(app, env);
  describeApi(app);
  app.enableShutdownHooks();
  await app.init();
  checkAccessTable(routes);
  await app.listen(env.PORT, env.HOST);
  return app;
}

/** What every request goes through, in this order. */
function addHooks(app: NestFastifyApplication, env: Env): void {
  const fastify = app.getHttpAdapter().getInstance();
  const guard = app.get(AccessGuard);
  const limits = requestLimits(env);
  fastify.addHook('onRequest', limits.ofAddress);
  // Before the body is read: a stranger is told 401 whatever it holds.
  fastify.addHook('onRequest', (request) => guard.admit(request));
  fastify.addHook('onRequest', limits.ofAccount);
  fastify.addHook('preValidation', async ({ body }) => refuseUnwieldy(body));
  const recorder = app.get(Recorder);
  fastify.addHook('onSend', (request, reply, payload) => recorder.record(request, reply, payload));
}

/** A route nobody decided about, or a row for none, stops the start. */
function checkAccessTable(routes: Set<string>): void {
  const ours = [...routes].filter((route) =>
    /^(GET|POST|PUT|PATCH|DELETE) \/(api\/v1|health|dev)/.test(route),
  );
  const missing = ours.filter((route) => !(route in ACCESS));
  const idle = [...Object.keys(ACCESS), ...IN_PERSON, ...WHILE_DUE].filter((route) => !routes.has(route));
  if (missing.length || idle.length) {
    throw new Error(`Access table: no row for [${missing.join(', ')}]; no route for [${idle.join(', ')}]`);
  }
}

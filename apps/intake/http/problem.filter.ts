import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAway, isRetriable, sqlState } from '#events/write.js';
import type { Language } from '#people/vocabulary.js';
import { inWords } from '#platform/field-errors.js';
import { log } from '#platform/logging.js';
import { Problem, PROBLEMS, type ProblemCode } from '#platform/problem.js';
import { languageOf } from './language.js';

/** Whatever goes wrong leaves as `application/problem+json` in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), error);
  }
}

export function answerProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    log.error(
      { error: (error as Error)?.stack ?? String(error), url: request.url, method: request.method },
      problem.code,
    );
  }
  const language = languageOf(request);
  const { retryAfterSeconds } = problem.more;
  if (retryAfterSeconds) void reply.header('retry-after', retryAfterSeconds);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, request.url.split('?')[0]!, language)));
}

/** Nobody corrects more at once, and a bad body shall not be answered by a larger one. */
const ERRORS_SHOWN = 50;

/** A problem as RFC 9457 writes it. */
export function problemBody(problem: Problem, instance: string, language: Language): object {
  const { errors = [], current } = problem.more;
  const shown = errors
    .slice(0, ERRORS_SHOWN)
    .map(({ path, message }) => ({ path: path.slice(0, 200), message: inWords(message, language) }));
  return {
    type: `urn:haechi:problem:${problem.code}`,
    title: problem.text(language),
    status: problem.status,
    // A problem of its own says in a sentence what the paths would only spell.
    detail: problem.code === 'invalid' && shown.length ? spelt(shown) : problem.text(language),
    instance,
    errors: shown,
    ...(current && { current }),
  };
}

const spelt = (errors: { path: string; message: string }[]): string =>
  errors.map(({ path, message }) => `${path}: ${message}`).join('; ');

const BY_STATUS: Partial<Record<number, ProblemCode>> = {
  400: 'body.malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method.unknown',
  413: 'body.too_large',
  415: 'body.unsupported',
  429: 'session.too_many',
};

/** Data that no rule of ours caught: a number out of range, a text PostgreSQL cannot store. */
const BAD_DATA = /^(22|23502|23503|23505|23514)/;

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const state = sqlState(error) ?? '';
  if (isRetriable(error) || state === '55P03' || state === '57014' || isAway(error)) {
    return new Problem('unavailable', {}, { retryAfterSeconds: 2 });
  }
  if (BAD_DATA.test(state)) return new Problem('invalid');
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : ((error as { statusCode?: number })?.statusCode ?? 500);
  if (status === 503) return new Problem('unavailable', {}, { retryAfterSeconds: 2 });
  const code = BY_STATUS[status] ?? (status < 500 ? 'body.malformed' : 'internal');
  return code in PROBLEMS ? new Problem(code) : new Problem('internal');
}

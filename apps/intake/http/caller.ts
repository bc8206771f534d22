import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '#people/principal.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Problem, wrongField } from '#platform/problem.js';
import { isUuid } from '#platform/fields.js';

/** A password of their own, the second factor that their role needs. */
export type Due = 'password.due' | 'second_factor.due';

export interface Authenticated extends FastifyRequest {
  principal?: Principal;
  /** Of the session; none where a token for other systems asks. */
  token?: string;
  tokenExpiresAt?: string;
  /** What they have to do before anything else. */
  due?: Due[];
}

const requestOf = (context: ExecutionContext): Authenticated =>
  context.switchToHttp().getRequest<Authenticated>();

/** The person who asks. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = requestOf(context);
  if (!principal) throw new Problem('unauthenticated');
  return principal;
});

const pathId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { id } = requestOf(context).params as { id: string };
  if (!isUuid(id)) throw new Problem('not-found');
  return id.toLowerCase();
});

/** The id in the path; anything else than a UUID is as unknown as an unknown one. */
export const PathId = (): ParameterDecorator => (target, property, index) => {
  pathId()(target, property, index);
  const param = ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } });
  param(target, property!, Object.getOwnPropertyDescriptor(target, property!)!);
};

const KEY = /^[\x21-\x7e]{1,200}$/;

/** What makes this request repeatable, when it carries an `Idempotency-Key`. */
const repeatable = createParamDecorator((_: unknown, context: ExecutionContext): Repeatable | null => {
  const request = requestOf(context);
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) throw wrongField('Idempotency-Key', 'key');
  return {
    principalId: request.principal!.id,
    method: request.method,
    path: request.url.split('?')[0]!,
    key,
    bodyHash: createHash('sha256')
      // Of a secret not even a hash is kept.
      .update(
        JSON.stringify(request.body ?? null, (field, value: unknown) => (field === 'password' ? '' : value)),
      )
      .digest(),
  };
});

export const Repeat = (): ParameterDecorator => (target, property, index) => {
  repeatable()(target, property, index);
  const header = ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '같은 값으로 다시 보내면 한 번만 처리하고 같은 답을 줍니다(24시간).',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  });
  header(target, property!, Object.getOwnPropertyDescriptor(target, property!)!);
};

/** The tag in `If-Match` without its quotes; null where any will do. */
function tagOf(context: ExecutionContext, required: boolean): string | null {
  const header = requestOf(context).headers['if-match'];
  if (header === undefined && required) throw new Problem('precondition.required');
  if (header === undefined || header.trim() === '*') return null;
  return /^(?:W\/)?"([^"]*)"$/.exec(header.trim())?.[1] ?? '';
}

function versionOf(context: ExecutionContext, required: boolean): number | null {
  const tag = tagOf(context, required);
  if (tag === null) return null;
  // A tag that is not one of ours names no version of anything.
  return /^\d{1,9}$/.test(tag) ? Number(tag) : -1;
}

const ifMatchRequired = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context, true),
);
const ifMatchOptional = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context, false),
);
const ifMatchTag = createParamDecorator((_: unknown, context: ExecutionContext) => tagOf(context, false));

/** The version the caller saw; `PATCH` and `DELETE` must say it, other verbs may. */
export const IfMatch = ({ required }: { required: boolean }): ParameterDecorator =>
  withIfMatch(required ? ifMatchRequired() : ifMatchOptional(), required);

/** The same where a version alone does not tell. */
export const IfMatchTag = (): ParameterDecorator => withIfMatch(ifMatchTag(), false);

const withIfMatch =
  (read: ParameterDecorator, required: boolean): ParameterDecorator =>
  (target, property, index) => {
    read(target, property, index);
    const header = ApiHeader({
      name: 'If-Match',
      required,
      description: '조회할 때 받은 ETag',
      schema: { type: 'string' },
    });
    header(target, property!, Object.getOwnPropertyDescriptor(target, property!)!);
  };

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Env } from '#platform/env.js';
import { cookieName } from './http/access.guard.js';
import { ACCESS } from './http/access.js';

/** The API as an OpenAPI 3.1 document, and a page to read it. */
export function describeApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('해치 — 시정 리스크 관리 API')
    .setDescription(
      '시정 리스크의 발굴·분석·대응·환류와 월간 리포트. Errors are RFC 9457 problems in Korean or English.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(cookieName(app.get(Env)))
    .addSecurityRequirements('cookie')
    .build();
  const document = (): OpenAPIObject => {
    const described = nullsAsTypes(SwaggerModule.createDocument(app, config)) as OpenAPIObject;
    openPublicRoutes(described);
    closeBodies(described);
    return described;
  };
  // Made when somebody first asks for it: a start does not wait for what few read.
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
}

/** 3.1 says "or null" by type; the builder still writes the `nullable` of 3.0. */
function nullsAsTypes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullsAsTypes);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, nullsAsTypes(value)]),
  );
  if (nullable !== true) return rest;
  if (typeof rest.type === 'string') {
    return {
      ...rest,
      type: [rest.type, 'null'],
      ...(Array.isArray(rest.enum) && { enum: [...rest.enum, null] }),
    };
  }
  return { anyOf: [rest, { type: 'null' }] };
}

const operations = (document: OpenAPIObject) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((verb) =>
      item[verb] ? [{ path, verb, operation: item[verb] }] : [],
    ),
  );

function openPublicRoutes(document: OpenAPIObject): void {
  for (const { path, verb, operation } of operations(document)) {
    const route = `${verb.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    if (ACCESS[route] === 'public') operation.security = [];
  }
}

/** Bodies refuse fields they do not know, and so do the parts of bodies. */
function closeBodies(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  const waiting = operations(document).flatMap(({ operation }) => referredBy(operation.requestBody));
  const closed = new Set<string>();
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (closed.has(name)) continue;
    closed.add(name);
    Object.assign(schemas[name]!, { additionalProperties: false });
    waiting.push(...referredBy(schemas[name]));
  }
}

const referredBy = (node: unknown): string[] =>
  Array.from(JSON.stringify(node ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g), ([, name]) => name!);

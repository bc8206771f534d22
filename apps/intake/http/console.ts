import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../console', import.meta.url));
const YEAR_S = 365 * 24 * 3600;

/** Serves the built console; its pages are made in the browser, so each of their addresses answers the same document. */
export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(`${ROOT}/index.html`)) return;
  await app.register(fastifyStatic, {
    root: ROOT,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, path: string) =>
      // Files under assets/ are named by their content.
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
      ),
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      if (isPage(request)) return reply.sendFile('index.html');
    });
}

/** A page asked for by a browser; what is missing under the API stays an error of the API. */
function isPage({ routeOptions, method, url, headers }: FastifyRequest): boolean {
  return (
    method === 'GET' &&
    routeOptions.url === '/*' &&
    (headers.accept ?? '').includes('text/html') &&
    !/^\/(api|health|dev|assets)(\/|$|\?)|^\/($|\?)/.test(url)
  );
}

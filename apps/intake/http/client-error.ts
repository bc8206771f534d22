import type { Socket } from 'node:net';
import { Problem, type ProblemCode } from '#platform/problem.js';
import { problemBody } from './problem.filter.js';

const CODES: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'header.too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too_slow',
};

/** Answers what is refused before it is a request at all, in the same form as everything else. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = new Problem(CODES[error.code ?? ''] ?? 'request.malformed');
  const body = JSON.stringify(problemBody(problem, '/', 'ko'));
  const head = [
    `HTTP/1.1 ${problem.status} Refused`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

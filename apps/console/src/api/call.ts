import { currentLanguage, defineText } from '../text/i18n.js';
import { actingFor } from './acting-for.js';
import { isIdle } from './attendance.js';
import { connectionState, setConnection, signedInAgain } from './connection.js';
import { problemOf, Unreachable } from './problem.js';

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Options {
  body?: unknown;
  /** Version that the change is meant for. */
  ifMatch?: number | string;
  signal?: AbortSignal;
  /** Signing in itself must not wait for signing in. */
  anonymous?: boolean;
}

const text = defineText('call', {
  ko: { away: '서버에 연결되지 않습니다. 잠시 후 다시 시도해 주십시오. 작성한 내용은 그대로 있습니다.' },
  en: { away: 'The server cannot be reached. Please try again shortly; nothing you wrote is lost.' },
});

export const BASE = '/api/v1';
/** How long a write tries again while nobody answers: a restart of the service takes less. */
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000];

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Works without a secure context too, which an office's plain http address is not. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * Asks the API. A write carries a key of its own or the version it is meant for, so it may be sent again until it is
 * answered: it has one effect. When the session has ended the call waits until the person has signed in again, and then
 * goes on.
 * @throws ApiProblem what the API refused · Unreachable nobody answered
 */
export async function call<T>(verb: Verb, path: string, options: Options = {}): Promise<T> {
  const response = await answered(verb, path, options);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** Saves what the API answers as a file, by the name that it gives it. @throws as `call` */
export async function download(path: string): Promise<void> {
  const response = await answered('GET', path, {});
  const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function answered(verb: Verb, path: string, options: Options): Promise<Response> {
  const key = verb === 'POST' ? newKey() : undefined;
  const repeatable = key !== undefined || options.ifMatch !== undefined;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(verb, path, options, key);
    } catch (error) {
      const wait = RETRY_MS[attempt];
      const again = error instanceof Unreachable && repeatable && !options.anonymous && wait !== undefined;
      if (!again) throw error;
      await sleep(wait);
    }
  }
}

const isForm = (body: unknown): body is FormData => body instanceof FormData;

async function send(verb: Verb, path: string, options: Options, key: string | undefined): Promise<Response> {
  const response = await fetch(BASE + path, {
    method: verb,
    headers: {
      'accept-language': currentLanguage(),
      // A form says itself what it is.
      ...(options.body !== undefined && !isForm(options.body) && { 'content-type': 'application/json' }),
      ...(options.ifMatch !== undefined && { 'if-match': `"${options.ifMatch}"` }),
      ...(key && { 'idempotency-key': key }),
      ...(isIdle() && { 'haechi-idle': '1' }),
      ...(verb !== 'GET' && actingFor() && { 'on-behalf-of': actingFor()! }),
    },
    ...(options.body !== undefined && {
      body: isForm(options.body) ? options.body : JSON.stringify(options.body),
    }),
    ...(options.signal && { signal: options.signal }),
  }).catch((error: Error) => {
    if (error.name === 'AbortError') throw error;
    setConnection('away');
    throw new Unreachable(text.say('away'), { cause: error });
  });
  if (response.status >= 502) {
    setConnection('away');
    throw new Unreachable(text.say('away'), { cause: response.status });
  }
  if (response.status === 401 && !options.anonymous) {
    await signedInAgain();
    return send(verb, path, options, key);
  }
  if (connectionState() === 'away') setConnection('online');
  if (!response.ok) throw await problemOf(response);
  return response;
}

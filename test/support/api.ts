import { Contract } from './contract.js';

/** An answer as it came, its body read. */
export interface Answer<T = Json> {
  status: number;
  headers: Headers;
  body: T;
}

// Tests read whatever field they are about.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** A person's hands on the API, which hold every answer against the document. */
export class Api {
  constructor(
    readonly url: string,
    readonly cookie = '',
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<Api> {
    const response = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.status !== 204) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    return new Api(url, response.headers.get('set-cookie')!.split(';')[0]);
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const address = `${path.startsWith('/api') ? '' : '/api/v1'}${path}`;
    const response = await fetch(`${this.url}${address}`, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const answer = {
      status: response.status,
      headers: response.headers,
      body: json ? JSON.parse(text) : text,
    };
    const complaint = (await Contract.of(this.url)).complaint(method, address, answer);
    if (complaint) throw new Error(`${method} ${address} answers ${answer.status}: ${complaint}\n${text}`);
    return answer;
  }

  /** What must succeed: the body, or an error that tells all. */
  private async must(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Json> {
    const answer = await this.send(method, path, body, headers);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  get = (path: string): Promise<Json> => this.must('GET', path);
  post = (path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Json> =>
    this.must('POST', path, body, headers);
}

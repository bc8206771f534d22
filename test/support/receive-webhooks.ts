import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from './api.js';

export interface Called {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

type Behaviour = (response: ServerResponse) => unknown;

/** What servers do that do not simply take what they are sent. */
export const answers = {
  status:
    (status: number, headers: Record<string, string> = {}): Behaviour =>
    (response) =>
      response.writeHead(status, headers).end(`status ${status}`),
  /** Takes it and says nothing. */
  nothing: (): void => undefined,
  /** Its head byte by byte, never the whole of it. */
  drip: async (response: ServerResponse): Promise<void> => {
    const { socket } = response;
    for (const byte of 'HTTP/1.1 200 OK\r\nx-slow: '.padEnd(10_000, '.')) {
      if (!socket || socket.destroyed) return;
      socket.write(byte);
      await sleep(200);
    }
  },
  /** Takes it, and then talks without end. */
  endless: async (response: ServerResponse): Promise<void> => {
    response.writeHead(200);
    while (!response.destroyed) {
      if (!response.write('x'.repeat(65_536))) await once(response, 'drain').catch(() => undefined);
      await sleep(1);
    }
  },
} satisfies Record<string, unknown>;

/** A server that webhooks lead to: keeps what it is sent as it came; how a path answers can be changed at any time. */
export class WebhookSink {
  readonly calls: Called[] = [];
  private readonly behaviours = new Map<string, Behaviour>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookSink> {
    const server = createServer();
    const sink = new WebhookSink(server);
    server.on('request', (request, response) => {
      void buffer(request).then((body) => {
        const path = request.url!;
        sink.calls.push({ path, headers: request.headers, body: body.toString('utf8'), at: Date.now() });
        void (sink.behaviours.get(path) ?? answers.status(204))(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return sink;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  url = (path: string): string => `http://${this.host}${path}`;

  /** What came to a path, in the order of its coming. */
  at = (path: string): Called[] => this.calls.filter((one) => one.path === path);

  /** The events of a path. */
  events = (path: string): Json[] => this.at(path).map(({ body }) => JSON.parse(body));

  on(path: string, behaviour: Behaviour): void {
    this.behaviours.set(path, behaviour);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

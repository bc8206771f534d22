import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Article {
  title: string;
  guid: string;
  link?: string;
  date?: string;
}

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** An outlet's server: what its feeds answer can be changed at any time, and it remembers who asked for what. */
export class FeedServer {
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  private readonly behaviours = new Map<string, Behaviour>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<FeedServer> {
    const server = createServer();
    const feeds = new FeedServer(server);
    server.on('request', (request, response) => feeds.answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return feeds;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  url = (path: string): string => `http://${this.host}${path}`;

  /** How often a path was asked for. */
  times = (path: string): number => this.asked.filter((one) => one.path === path).length;

  on(path: string, behaviour: Behaviour): void {
    this.behaviours.set(path, behaviour);
  }

  serve(path: string, articles: Article[], etag = '"1"'): void {
    this.on(path, (request, response) => {
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss(articles));
    });
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url!;
    this.asked.push({ path, headers: request.headers });
    const behaviour = this.behaviours.get(path);
    if (behaviour) behaviour(request, response);
    else response.writeHead(404).end();
  }
}

export const rss = (articles: Article[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>뉴스</title>${articles
    .map(
      ({ title, guid, link, date }) =>
        `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid>${link ? `<link>${link}</link>` : ''}` +
        `${date ? `<pubDate>${date}</pubDate>` : ''}<description>본문</description></item>`,
    )
    .join('')}</channel></rss>`;

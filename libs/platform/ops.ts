import { createServer, type Server } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { Env } from './env.js';

const PATIENCE_MS = 2500;

/** Alive and able to work? `ready` asks the database, since nothing is promised without it. */
@Injectable()
export class Health {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async ready(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
    const answer = this.source.query('select 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, late]);
  }
}

/** Health and metrics of one process, on a port of their own that is not for the public. */
@Injectable()
export class Ops implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: Server;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Health) private readonly health: Health,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    collectDefaultMetrics();
    backlogGauge(this.source);
    const server = createServer((request, response) => {
      void this.answer(request.url ?? '').then(([status, type, body]) => {
        response.writeHead(status, { 'content-type': type });
        response.end(body);
      });
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.env.OPS_PORT, this.env.HOST, resolve);
    });
  }

  onApplicationShutdown(): void {
    register.clear();
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(url: string): Promise<[number, string, string]> {
    if (url === '/health/live') return [200, 'application/json', '{"status":"ok"}'];
    if (url === '/health/ready') {
      const ready = await this.health.ready();
      return [
        ready ? 200 : 503,
        'application/json',
        JSON.stringify({ status: ready ? 'ok' : 'unavailable' }),
      ];
    }
    if (url === '/metrics') return [200, register.contentType, await register.metrics()];
    return [404, 'text/plain', 'not found'];
  }
}

/** What waits and what is parked, by queue: an operator's first look. Confidential issues are in no figure. */
function backlogGauge(source: DataSource): Gauge {
  return new Gauge({
    name: 'haechi_hints',
    help: 'Undone hints by queue and state',
    labelNames: ['queue', 'state'],
    async collect() {
      const rows: { queue: string; state: string; n: number }[] = await source
        .query(
          `select queue, case when parked_at is null then 'undone' else 'parked' end as state, count(*) as n
          from hints h where not exists (select 1 from issues i where i.confidential
            and i.id = case when h.subject ~ '^(issue|note):' then split_part(h.subject, ':', 2)::uuid end)
          group by 1, 2`,
        )
        .catch(() => []);
      this.reset();
      for (const { queue, state, n } of rows) this.set({ queue, state }, n);
    },
  });
}

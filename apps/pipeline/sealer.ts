import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AUDIT } from '#config/audit.js';
import { anchor } from '#audit/anchor.js';
import { sealNew, type Seal } from '#audit/seal.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { Outbound } from '#platform/outbound.js';

const KEEPING_MS = 3_600_000;

/** Seals the record while it is written, keeps the head of the chain elsewhere, and lets go what need not be kept any longer. */
@Injectable()
export class Sealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly timers: Ticker[] = [];
  /** Made here, and not anchored yet. */
  private head: Seal | null = null;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Outbound) private readonly outbound: Outbound,
  ) {}

  onApplicationBootstrap(): void {
    this.timers.push(
      every(AUDIT.sealEveryMs, 'seal', async () => {
        this.head = (await sealNew(this.source)) ?? this.head;
      }),
      every(AUDIT.anchorEveryMs, 'anchor', () => this.anchor()),
      every(KEEPING_MS, 'access log', () =>
        this.source.query('select keep_access_log($1)', [AUDIT.keepAccessMonths]),
      ),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.timers.map((timer) => timer.stop()));
    await this.anchor().catch(() => undefined);
  }

  private async anchor(): Promise<void> {
    const { head } = this;
    if (!head) return;
    await anchor(this.env, this.outbound, head);
    if (this.head === head) this.head = null;
  }
}

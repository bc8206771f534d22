import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { emit } from '#events/emit.js';
import { issueSubject, policySubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { Writes } from '#events/write.js';
import { endAcceptance } from '#issues/accept-issue.js';
import { Issue } from '#issues/issue.entity.js';
import type { Tx } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { every, type Ticker } from '#platform/every.js';
import { moveWork, workLeftBehind } from '#reorganisations/move-work.js';
import { reorganisationsDue, takeEffect as reorganise } from '#reorganisations/take-effect.js';
import { carryOutToday, dueToday } from '#retention/retention.js';

/** So many issues follow their department between two looks. */
const ISSUES_AT_ONCE = 1000;

/**
 * What begins or ends on a day, by the database's clock in Seoul: a policy or a reorganisation takes effect, an acceptance expires, what was kept long enough goes. Every pipeline process
 * looks; each turns once, under the lock of its subject. Days missed while nothing ran are made up.
 */
@Injectable()
export class TurningDays implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(this.env.SCHEDULE_INTERVAL_MS, 'turning days', async () => {
      const policies: { version: string }[] = await this.writes.source.query(POLICIES);
      for (const { version } of policies) await this.writes.run((tx) => takeEffect(tx, version));
      for (const id of await reorganisationsDue(this.writes.source.manager))
        await this.writes.run((tx) => reorganise(tx, id));
      for (const id of await workLeftBehind(this.writes.source.manager, ISSUES_AT_ONCE))
        await this.writes.run((tx) => moveWork(tx, id));
      if (await dueToday(this.writes.source.manager)) await this.writes.run(carryOutToday);
      const acceptances: { issueId: string }[] = await this.writes.source.query(EXPIRED);
      for (const { issueId } of acceptances) await this.writes.run((tx) => expire(tx, issueId));
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }
}

async function takeEffect(tx: Tx, version: string): Promise<void> {
  await lock(tx, policySubject(version));
  const [due] = await tx.query(`${POLICIES} and p.version = $1`, [version]);
  if (due) await emit(tx, policySubject(version), 'policy.took-effect', { version });
}

async function expire(tx: Tx, issueId: string): Promise<void> {
  await lock(tx, issueSubject(issueId));
  const [due] = await tx.query(`${EXPIRED} and issue_id = $1`, [issueId]);
  if (due) await endAcceptance(tx, await tx.findOneByOrFail(Issue, { id: issueId }), 'expired');
}

const POLICIES = `
select p.version from policies p where p.activated_at is not null and p.effective_from <= seoul_today()
  and p.applied_at is null and not exists (select 1 from events e
    where e.subject = 'policy:' || p.version and e.name = 'policy.took-effect')`;

const EXPIRED = `select issue_id as "issueId" from acceptances where ended_at is null and expires_on < seoul_today()`;

import { Inject, Injectable } from '@nestjs/common';
import { Writes } from '#events/write.js';
import { viewIssues, type IssueView } from '#issues/issue-view.js';
import type { NewIssue } from '#issues/new-issue.js';
import { reportIssues } from '#issues/report-issues.js';
import type { Principal } from '#people/principal.js';
import { Batch } from '#platform/batch.js';
import type { Tx } from '#platform/database.js';
import { claim, settle, type Answer, type Repeatable } from '#platform/idempotency.js';
import { groupBy } from '#platform/group-by.js';
import { Problem } from '#platform/problem.js';
import { Reply } from '../http/answer.js';

interface Registration {
  by: Principal;
  repeat: Repeatable | null;
  issue: NewIssue;
}

/** Registers issues. Those that arrive while others are being written share the next transaction (group commit). */
@Injectable()
export class Registrar {
  private readonly batch: Batch<Registration, Reply<IssueView> | Problem>;

  constructor(@Inject(Writes) writes: Writes) {
    this.batch = new Batch((list) => writes.run((tx) => registerAll(tx, list)), { max: 64, parallel: 2 });
  }

  async register(by: Principal, repeat: Repeatable | null, body: object): Promise<Reply<IssueView>> {
    return (await this.batch.add({ by, repeat, issue: body as NewIssue })) as Reply<IssueView>;
  }
}

/** Within one list the same key counts once; the others get the answer of the first. */
async function registerAll(tx: Tx, list: Registration[]): Promise<(Reply<IssueView> | Problem)[]> {
  const claims = await claim(
    tx,
    list.map(({ repeat }) => repeat),
  );
  const fresh = firstOfEachKey(list.filter((_, i) => claims[i] === null));
  const created = await create(tx, fresh);
  await settle(
    tx,
    fresh.flatMap((one) => {
      const answer = created.get(one);
      return answer instanceof Problem || !answer ? [] : [{ one: one.repeat, answer }];
    }),
  );
  await forget(
    tx,
    fresh.filter((one) => created.get(one) instanceof Problem),
  );
  const byKey = new Map(fresh.filter(({ repeat }) => repeat).map((one) => [keyOf(one), one]));
  return list.map((one, i) => {
    const known = claims[i];
    if (known instanceof Problem) return known;
    if (known) return replyOf(known);
    const first = created.has(one) ? one : byKey.get(keyOf(one))!;
    if (first !== one && !first.repeat!.bodyHash.equals(one.repeat!.bodyHash))
      return new Problem('idempotency.other_body');
    const answer = created.get(first)!;
    return answer instanceof Problem ? answer : replyOf(answer);
  });
}

const replyOf = ({ status, body }: Answer): Reply<IssueView> => new Reply(status, body as IssueView);
const keyOf = ({ by, repeat }: Registration): string => `${by.id} ${repeat?.key}`;

function firstOfEachKey(list: Registration[]): Registration[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    if (!one.repeat) return true;
    const known = seen.has(keyOf(one));
    seen.add(keyOf(one));
    return !known;
  });
}

async function create(tx: Tx, list: Registration[]): Promise<Map<Registration, Answer | Problem>> {
  const results = await reportIssues(tx, list);
  const ids = new Map(list.map((one, i) => [one, results[i]!]));
  const views = new Map<string, IssueView>();
  for (const [, group] of groupBy(list, ({ by }) => by.id)) {
    const created = group.map((one) => ids.get(one)!).filter((id) => typeof id === 'string');
    for (const view of await viewIssues(tx, group[0]!.by, created)) views.set(view.id, view);
  }
  return new Map(
    [...ids].map(([one, id]) => [one, id instanceof Problem ? id : { status: 201, body: views.get(id)! }]),
  );
}

/** Only committed writes are remembered: a refused one may be corrected and sent again under its key. */
async function forget(tx: Tx, list: Registration[]): Promise<void> {
  for (const { repeat } of list) {
    if (!repeat) continue;
    await tx.query(
      'delete from idempotency_keys where (principal_id, method, path, key) = ($1, $2, $3, $4)',
      [repeat.principalId, repeat.method, repeat.path, repeat.key],
    );
  }
}

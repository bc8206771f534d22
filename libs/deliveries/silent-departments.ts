import { SENDING } from '#config/sending.js';
import { emit } from '#events/emit.js';
import { contactSubject } from '#events/subjects.js';
import { appNow, type Tx } from '#platform/database.js';
import { groupBy } from '#platform/group-by.js';
import { missedInARow, type Asked } from './rules/silence.js';

type Row = Asked & { departmentId: string };

/** Looks for departments that leave one request after another unconfirmed, and tells of each once. */
export async function watchSilence(tx: Tx): Promise<void> {
  const [{ mine }] = await tx.query(`select pg_try_advisory_xact_lock(hashtext('silence')) as mine`);
  if (!mine) return;
  const now = await appNow(tx);
  const rows: Row[] = await tx.query(ASKED, [SENDING.contact.daysBack]);
  const known: { departmentId: string }[] = await tx.query(
    'select department_id as "departmentId" from silent_departments',
  );
  const silent = new Map(
    [...groupBy(rows, ({ departmentId }) => departmentId)]
      .map(([department, asked]) => [department, missedInARow(asked, now)] as const)
      .filter(([, missed]) => missed >= SENDING.contact.missed),
  );
  for (const [departmentId, missed] of silent) {
    await tx.query(KEEP, [departmentId, missed]);
    if (!known.some((one) => one.departmentId === departmentId))
      await tell(tx, 'contact.failed', departmentId);
  }
  for (const { departmentId } of known.filter((one) => !silent.has(one.departmentId))) {
    await tx.query('delete from silent_departments where department_id = $1', [departmentId]);
    await tell(tx, 'contact.recovered', departmentId);
  }
}

const tell = (tx: Tx, name: 'contact.failed' | 'contact.recovered', departmentId: string): Promise<void> =>
  emit(tx, contactSubject(departmentId), name, { departmentId, userId: null, as: 'silent' });

// What is confidential shows in nothing that others see.
const ASKED = `
select q.department_id as "departmentId", q.acknowledge_by as "acknowledgeBy", q.delivered_at as "deliveredAt",
  least(q.acknowledged_at, q.answered_at, q.refused_at) as "reactedAt"
from requests q join issues i on i.id = q.issue_id
where q.department_id is not null and q.delivered_at > app_now() - $1 * interval '1 day' and not i.confidential
  and (q.state <> 'cancelled' or q.acknowledged_at is not null)`;

const KEEP = `
insert into silent_departments (department_id, missed) values ($1, $2)
on conflict (department_id) do update set missed = excluded.missed where silent_departments.missed <> excluded.missed`;

import sql from 'sql-template-tag';
import { emitAll, type Fact } from '#events/emit.js';
import { roundSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { holdRound } from './hold-round.js';
import { roundEnded } from './standing.js';

/** Reminds all that have not answered, in one act. @throws Problem `round.all_answered` */
export async function remindRound(
  tx: Tx,
  by: Principal,
  month: string,
  expected: number | null,
): Promise<void> {
  await holdRound(tx, by, month, expected);
  if (!(await remind(tx, by, month))) throw new Problem('round.all_answered');
}

/** Rounds whose reminder is due. */
export async function remindersDue(tx: Tx): Promise<string[]> {
  const rows: { month: string }[] = await tx.query(
    'select month from rounds where remind_at <= app_now() order by month',
  );
  return rows.map(({ month }) => month);
}

/** The reminder before the deadline, once, by whoever comes first; of a round that has ended nobody is reminded. */
export async function remindWhenDue(tx: Tx, month: string): Promise<void> {
  await lock(tx, roundSubject(month));
  const query = sql`
    with due as (select r.month, ${roundEnded} as ended from rounds r where r.month = ${month} and r.remind_at <= app_now())
    update rounds set remind_at = null from due where rounds.month = due.month returning due.ended`;
  const [[due]] = await tx.query(query.text, query.values);
  if (due && !due.ended) await remind(tx, null, month);
}

/** @returns how many are reminded */
async function remind(tx: Tx, by: Principal | null, month: string): Promise<number> {
  const [waiting]: [{ departmentId: string }[]] = await tx.query(
    `update round_departments rd set reminded_at = app_now(), version = version + 1
     where rd.month = $1 and not exists (select 1 from round_answers a where a.month = rd.month and a.department_id = rd.department_id)
     returning department_id as "departmentId"`,
    [month],
  );
  if (!waiting.length) return 0;
  await tx.query('update rounds set version = version + 1 where month = $1', [month]);
  await emitAll(
    tx,
    waiting.map(({ departmentId }): Fact => ({
      subject: roundSubject(month),
      name: 'round.reminded',
      payload: { month, departmentId },
      ...(by && { by }),
    })),
  );
  return waiting.length;
}

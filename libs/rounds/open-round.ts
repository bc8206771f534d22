import sql, { raw } from 'sql-template-tag';
import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { emitAll, type Fact } from '#events/emit.js';
import { roundSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import { calendar } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { answerBy, remindAt } from './rules/round-schedule.js';
import { roundEnded } from './standing.js';

const OFFICE = calendar(HOLIDAYS);

/**
 * Asks every department that there is what it expects of a month. The month is unique: of many who ask at once one does.
 * @returns false where it was asked before, or is no use any more
 */
export async function openRound(
  tx: Tx,
  by: Principal | null,
  month: string,
  wanted: Date | null = null,
): Promise<boolean> {
  const now = await appNow(tx);
  if (wanted && wanted <= now) throw wrongField('dueAt', 'future');
  const dueAt = wanted ?? answerBy(now, REPORT_SCHEDULE, OFFICE);
  const reminded = remindAt({ openedAt: now, dueAt }, REPORT_SCHEDULE, OFFICE);
  const opened = await tx.query(OPEN, [month, by?.id ?? null, dueAt, reminded]);
  if (!opened.length) return false;
  const who = by && { by };
  await emitAll(tx, [
    { subject: roundSubject(month), name: 'round.opened', payload: { month }, ...who },
    ...(await ask(tx, month)).map((fact): Fact => ({ ...fact, ...who })),
  ]);
  return true;
}

/** Asks those that a round does not ask yet. */
async function ask(tx: Tx, month: string): Promise<Fact[]> {
  const asked: { departmentId: string }[] = await tx.query(ASK, [month]);
  return asked.map(({ departmentId }) => ({
    subject: roundSubject(month),
    name: 'round.asked',
    payload: { month, departmentId },
  }));
}

/** Rounds that could still be answered in time by a department that began after they were opened. */
export async function roundsToJoin(tx: Tx): Promise<string[]> {
  const query = sql`
    select r.month from rounds r where not ${roundEnded} and r.due_at > app_now()
      and exists (select 1 from departments d where ${raw(STANDS)} and not exists (
        select 1 from round_departments rd where rd.month = r.month and rd.department_id = d.id))
    order by r.month`;
  const rows: { month: string }[] = await tx.query(query.text, query.values);
  return rows.map(({ month }) => month);
}

/** A department that began while a round runs is asked in it too, once, whoever looks. */
export async function askNewcomers(tx: Tx, month: string): Promise<void> {
  await lock(tx, roundSubject(month));
  if (!(await roundsToJoin(tx)).includes(month)) return;
  await emitAll(tx, await ask(tx, month));
  await tx.query('update rounds set version = version + 1 where month = $1', [month]);
}

/** By hand, for a month that has none. @throws Problem `round.exists`, `round.over` */
export async function openByHand(tx: Tx, by: Principal, month: string, dueAt: Date | null): Promise<void> {
  if (await openRound(tx, by, month, dueAt)) return;
  const [known] = await tx.query('select 1 from rounds where month = $1', [month]);
  throw new Problem(known ? 'round.exists' : 'round.over', { month });
}

const OPEN = `
insert into rounds (month, opened_by, due_at, remind_at)
select $1::text, $2, $3, $4 where $1::text >= to_char(seoul_today(), 'YYYY-MM')
  and not exists (select 1 from editions e where e.month = $1::text and e.approved_at is not null)
on conflict (month) do nothing returning month`;

/** It is there today. */
const STANDS = 'd.valid_from <= seoul_today() and (d.valid_to is null or d.valid_to > seoul_today())';

const ASK = `
insert into round_departments (month, department_id)
select $1::text, d.id from departments d where ${STANDS} order by d.no
on conflict (month, department_id) do nothing
returning department_id as "departmentId"`;

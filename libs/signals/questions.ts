import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { signalSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { hold, oneSignal } from './hold-signals.js';
import { Signal } from './signal.entity.js';
import { FREE_STATES } from './vocabulary.js';

/** Asks the department that reported a signal for more; one question at a time. */
export async function askReporter(
  tx: Tx,
  by: Principal,
  id: string,
  text: string,
  expected: number | null,
): Promise<void> {
  await hold(tx, await oneSignal(tx, by, id, expected), FREE_STATES);
  const departmentId = await reporterOf(tx, id);
  if (!departmentId) throw new Problem('signal.no_reporter');
  if (await openQuestion(tx, id)) throw new Problem('signal.question_open');
  await tx.query('insert into signal_questions (id, signal_id, text, asked_by) values ($1, $2, $3, $4)', [
    uuidv7(),
    id,
    text,
    by.id,
  ]);
  await bump(tx, id);
  await emit(tx, signalSubject(id), 'signal.questioned', { signalId: id, departmentId }, { by });
}

/** Answers the question that is open. */
export async function answerOffice(
  tx: Tx,
  by: Principal,
  id: string,
  text: string,
  expected: number | null,
): Promise<void> {
  await hold(tx, await oneSignal(tx, by, id, expected), [...FREE_STATES, 'attached', 'dismissed']);
  const question = await openQuestion(tx, id);
  if (!question) throw new Problem('signal.no_question');
  await tx.query(
    'update signal_questions set answer = $2, answered_by = $3, answered_at = app_now() where id = $1',
    [question, text, by.id],
  );
  await bump(tx, id);
  const payload = { signalId: id, departmentId: by.departmentId! };
  await emit(tx, signalSubject(id), 'signal.answered', payload, { by });
}

async function openQuestion(tx: Tx, signalId: string): Promise<string | null> {
  const [open] = await tx.query('select id from signal_questions where signal_id = $1 and answer is null', [
    signalId,
  ]);
  return open?.id ?? null;
}

async function reporterOf(tx: Tx, signalId: string): Promise<string | null> {
  const [reporter] = await tx.query(
    `select u.department_id as id from signals s join users u on u.id = s.created_by
     where s.id = $1 and u.role = 'department'`,
    [signalId],
  );
  return reporter?.id ?? null;
}

/** What is asked and answered shows on the signal: it has a new version. */
const bump = (tx: Tx, id: string) => tx.increment(Signal, { id }, 'version', 1);

import { v7 as uuidv7 } from 'uuid';
import { OFFICE_CALENDAR } from '#actions/due-for.js';
import { followUpOn } from '#actions/rules/follow-up.js';
import { REMINDERS } from '#config/reminders.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import type { Issue } from './issue.entity.js';
import type { Outcome } from './vocabulary.js';

/**
 * Sets when it is asked whether a held issue that is being closed happened again: on the day that was chosen, never for null, else by
 * its grade and outcome. @throws Problem `invalid` naming `followUpOn` for a day that is over
 */
export async function planFollowUp(
  tx: Tx,
  { id, grade }: Pick<Issue, 'id' | 'grade'>,
  outcome: Outcome,
  chosen?: string | null,
): Promise<void> {
  const [{ today }] = await tx.query('select seoul_today() as today');
  if (chosen && chosen <= today) throw wrongField('followUpOn', 'future');
  const on =
    chosen === undefined
      ? followUpOn({ grade, outcome, closedOn: today }, REMINDERS, OFFICE_CALENDAR)
      : chosen;
  if (on) await askOn(tx, id, on);
}

/** A question for a day. */
export const askOn = (tx: Tx, issueId: string, on: string): Promise<unknown> =>
  tx.query('insert into follow_up_questions (id, issue_id, ask_on) values ($1, $2, $3)', [
    uuidv7(),
    issueId,
    on,
  ]);

/** Nobody asks about what is taken up again. */
export const dropFollowUp = (tx: Tx, issueId: string): Promise<unknown> =>
  tx.query(
    'update follow_up_questions set dropped_at = app_now() where issue_id = $1 and answered_at is null and dropped_at is null',
    [issueId],
  );

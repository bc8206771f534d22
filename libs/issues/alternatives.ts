import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { issueSubject } from '#events/events.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { NewAlternative } from './new-issue.js';

/** Puts a list in place of the alternatives that stand; what carries an id of one of them stays that one. @returns old and new texts */
export async function replaceAlternatives(
  tx: Tx,
  issueId: string,
  list: NewAlternative[],
): Promise<[unknown, unknown]> {
  const before: { id: string; text: string }[] = await tx.query(
    'select id, text from alternatives where issue_id = $1 order by place',
    [issueId],
  );
  const known = new Set(before.map(({ id }) => id));
  const rows = list.map(({ id, sideEffect, ...one }, place) => ({
    ...one,
    // An id of somewhere else is none of ours.
    id: id && known.has(id) ? id : uuidv7(),
    issue_id: issueId,
    place,
    side_effect: sideEffect,
    recommended: one.recommended ?? false,
  }));
  await tx.query('delete from alternatives where issue_id = $1 and id <> all($2)', [
    issueId,
    rows.map(({ id }) => id),
  ]);
  // Places are unique: they are left before others take them.
  await tx.query('update alternatives set place = -1 - place where issue_id = $1', [issueId]);
  await tx.query(UPSERT, [JSON.stringify(rows)]);
  return [before.map(({ text }) => text), list.map(({ text }) => text)];
}

/** Takes one of the alternatives (채택), with the reason; another one that was taken gives way. */
export async function chooseAlternative(
  tx: Tx,
  by: Principal,
  id: string,
  { alternativeId, reason }: { alternativeId: string; reason: string },
  expected: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, id, expected);
  require(issue, issue.stage !== 'closed');
  const [row] = await tx.query('select text from alternatives where id = $1 and issue_id = $2', [
    alternativeId,
    id,
  ]);
  if (!row) throw new Problem('not-found');
  const before = await unchoose(tx, id);
  await tx.query(
    'update alternatives set chosen_at = app_now(), chosen_by = $2, choice_reason = $3 where id = $1',
    [alternativeId, by.id, reason],
  );
  await changeIssue(tx, id);
  const changes = { chosen: [before?.text ?? null, row.text], reason: [null, reason] };
  await emit(
    tx,
    issueSubject(id),
    'alternative.chosen',
    { issueId: id, alternativeId },
    { by, changes: changes as never },
  );
}

/** Takes the choice back. */
export async function unchooseAlternative(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const issue = await holdIssue(tx, by, id, expected);
  const before = issue.stage === 'closed' ? undefined : await unchoose(tx, id);
  require(issue, before !== undefined);
  await changeIssue(tx, id);
  const payload = { issueId: id, alternativeId: before!.id };
  await emit(tx, issueSubject(id), 'alternative.unchosen', payload, {
    by,
    changes: { chosen: [before!.text, null] },
  });
}

async function unchoose(tx: Tx, issueId: string): Promise<{ id: string; text: string } | undefined> {
  const [rows]: [{ id: string; text: string }[], number] = await tx.query(
    `update alternatives set chosen_at = null, chosen_by = null, choice_reason = null
     where issue_id = $1 and chosen_at is not null returning id, text`,
    [issueId],
  );
  return rows[0];
}

const UPSERT = `
insert into alternatives (id, issue_id, place, horizon, text, effect, cost, side_effect, precedent, recommended)
select * from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, place int, horizon text, text text, effect text,
  cost text, side_effect text, precedent text, recommended boolean)
on conflict (id) do update set place = excluded.place, horizon = excluded.horizon, text = excluded.text,
  effect = excluded.effect, cost = excluded.cost, side_effect = excluded.side_effect, precedent = excluded.precedent,
  recommended = excluded.recommended`;

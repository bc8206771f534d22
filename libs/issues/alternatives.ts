import { v7 as uuidv7 } from 'uuid';
import { emit, type Changes } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { changeIssue, holdIssue, require } from './hold-issue.js';
import type { NewAlternative } from './new-issue.js';

/**
 * Puts a list in place of the alternatives that stand. What carries an id of one of them, or says the same, stays that one with its
 * choice; where the chosen one is no longer among them the choice is taken back, and the record says so. @returns old and new texts
 */
export async function replaceAlternatives(
  tx: Tx,
  by: Principal,
  issueId: string,
  list: NewAlternative[],
): Promise<[unknown, unknown]> {
  const before: { id: string; text: string; chosen: boolean }[] = await tx.query(
    'select id, text, chosen_at is not null as chosen from alternatives where issue_id = $1 order by place',
    [issueId],
  );
  const ids = keptIds(before, list);
  const rows = list.map(({ sideEffect, ...one }, place) => ({
    ...one,
    id: ids[place] ?? uuidv7(),
    issue_id: issueId,
    place,
    side_effect: sideEffect,
    recommended: one.recommended ?? false,
  }));
  const chosen = before.find((one) => one.chosen);
  if (chosen && !ids.includes(chosen.id)) await takeBack(tx, by, issueId);
  await tx.query('delete from alternatives where issue_id = $1 and id <> all($2)', [
    issueId,
    rows.map(({ id }) => id),
  ]);
  // Places are unique: they are left before others take them.
  await tx.query('update alternatives set place = -1 - place where issue_id = $1', [issueId]);
  await tx.query(UPSERT, [JSON.stringify(rows)]);
  return [before.map(({ text }) => text), list.map(({ text }) => text)];
}

/** Which of those that stand each of the list is: by its id, else by its words; an id of somewhere else is none of ours. */
function keptIds(
  before: readonly { id: string; text: string }[],
  list: readonly NewAlternative[],
): (string | null)[] {
  const left = new Set(before.map(({ id }) => id));
  const take = (id: string | null | undefined): string | null => (id && left.delete(id) ? id : null);
  const byId = list.map(({ id }) => take(id));
  return list.map(
    ({ text }, i) => byId[i] ?? take(before.find((one) => left.has(one.id) && one.text === text)?.id),
  );
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
  const changes = { chosen: [before?.text ?? null, row.text], reason: [before?.reason ?? null, reason] };
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
  require(issue, issue.stage !== 'closed' && (await takeBack(tx, by, id)));
  await changeIssue(tx, id);
}

/** @returns whether one was chosen */
async function takeBack(tx: Tx, by: Principal, issueId: string): Promise<boolean> {
  const before = await unchoose(tx, issueId);
  if (!before) return false;
  const payload = { issueId, alternativeId: before.id };
  const changes: Changes = { chosen: [before.text, null], reason: [before.reason, null] };
  await emit(tx, issueSubject(issueId), 'alternative.unchosen', payload, { by, changes });
  return true;
}

async function unchoose(
  tx: Tx,
  issueId: string,
): Promise<{ id: string; text: string; reason: string } | undefined> {
  const [before] = await tx.query(
    'select id, text, choice_reason as reason from alternatives where issue_id = $1 and chosen_at is not null',
    [issueId],
  );
  if (before) await tx.query(UNCHOOSE, [issueId]);
  return before;
}

const UNCHOOSE = `
update alternatives set chosen_at = null, chosen_by = null, choice_reason = null
where issue_id = $1 and chosen_at is not null`;

const UPSERT = `
insert into alternatives (id, issue_id, place, horizon, text, effect, cost, side_effect, precedent, recommended)
select * from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, place int, horizon text, text text, effect text,
  cost text, side_effect text, precedent text, recommended boolean)
on conflict (id) do update set place = excluded.place, horizon = excluded.horizon, text = excluded.text,
  effect = excluded.effect, cost = excluded.cost, side_effect = excluded.side_effect, precedent = excluded.precedent,
  recommended = excluded.recommended`;

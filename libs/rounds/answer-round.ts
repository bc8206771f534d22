import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { roundSubject, signalSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { wrongField } from '#platform/problem.js';
import { receiveSignal } from '#signals/receive-signals.js';
import { dismissSignals } from '#signals/settle-signals.js';
import { viewSignal } from '#signals/signal-view.js';
import { FREE_STATES } from '#signals/vocabulary.js';
import type { ExpectedIssue } from './expected.js';
import { holdRound } from './hold-round.js';
import type { RemarkStand, RoundAnswerKind } from './vocabulary.js';

export interface RoundItem {
  title: string;
  /** What happens. */
  text: string;
  /** `YYYY-MM`; the round's own where none is named. */
  expectedMonth?: string | null;
  expectedOn?: string | null;
  alternative?: string | null;
}

export interface Remark {
  issueId: string;
  stands: RemarkStand;
  text?: string | null;
}

export interface RoundAnswer {
  kind: RoundAnswerKind;
  items?: RoundItem[];
  remarks?: Remark[];
  note?: string | null;
  confirmedBy?: { position: string; name: string } | null;
}

/** Why a report that an answer does not name any more is not followed up. */
const NOT_ANY_MORE = '수요조회 회신을 고치면서 제외함';

/**
 * A department says what it expects of a month, or that there is nothing. Said again, each version stays on record: what is the
 * same keeps its signal, what is new becomes one, and what is not named any more is dismissed unless the office has taken it up.
 * @throws Problem `not-found` where it was not asked, `round.closed`
 */
export async function answerRound(
  tx: Tx,
  by: Principal,
  month: string,
  answer: RoundAnswer,
  expected: number | null,
): Promise<void> {
  const round = await holdRound(tx, by, month, expected);
  const departmentId = by.departmentId!;
  const items = itemsOf(answer, month);
  const remarks = remarksOf(answer, round.expected!);
  const before = await reported(tx, month, departmentId);
  const signalIds: string[] = [];
  for (const item of items) signalIds.push(before.get(keyOf(item)) ?? (await report(tx, by, month, item)));
  await dropReports(
    tx,
    by,
    [...before.values()].filter((id) => !signalIds.includes(id)),
  );
  const { kind, note = null, confirmedBy } = answer;
  const who = [confirmedBy?.position ?? null, confirmedBy?.name ?? null, by.id];
  await tx.query(ANSWER, [
    uuidv7(),
    month,
    departmentId,
    kind,
    signalIds,
    JSON.stringify(remarks),
    note,
    ...who,
  ]);
  await tx.query('update rounds set version = version + 1 where month = $1', [month]);
  await tx.query(
    'update round_departments set version = version + 1 where month = $1 and department_id = $2',
    [month, departmentId],
  );
  await emit(tx, roundSubject(month), 'round.answered', { month, departmentId }, { by });
}

type Item = Required<RoundItem>;

/** A day says its month. */
function itemsOf({ kind, items = [] }: RoundAnswer, month: string): Item[] {
  if (kind === 'none' && items.length) throw wrongField('items', 'none_expected');
  if (kind === 'issues' && !items.length) throw wrongField('items', 'empty');
  const known = new Set<string>();
  return items.map(({ title, text, expectedMonth, expectedOn = null, alternative = null }, n) => {
    const named = expectedOn?.slice(0, 7) ?? expectedMonth ?? month;
    if (expectedMonth && expectedMonth !== named) throw wrongField(`items.${n}.expectedOn`, 'other_month');
    const item = { title, text, expectedMonth: named, expectedOn, alternative };
    if (known.has(keyOf(item))) throw wrongField(`items.${n}.title`, 'twice');
    known.add(keyOf(item));
    return item;
  });
}

const keyOf = ({ title, text, expectedMonth, expectedOn, alternative }: Item): string =>
  JSON.stringify([title, text, expectedMonth, expectedOn, alternative]);

function remarksOf({ remarks = [] }: RoundAnswer, expected: ExpectedIssue[]): Remark[] {
  const known = new Set(expected.map(({ issueId }) => issueId));
  return remarks.map(({ issueId, stands, text = null }, n) => {
    if (!known.delete(issueId)) throw wrongField(`remarks.${n}.issueId`, 'unknown');
    if (stands === 'otherwise' && text === null) throw wrongField(`remarks.${n}.text`, 'required');
    return { issueId, stands, text };
  });
}

/** What the answer so far reported, by what it says. */
async function reported(tx: Tx, month: string, departmentId: string): Promise<Map<string, string>> {
  const rows: (Item & { id: string })[] = await tx.query(REPORTED, [month, departmentId]);
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}

async function report(tx: Tx, by: Principal, month: string, item: Item): Promise<string> {
  const { title, text, alternative } = item;
  const body = alternative ? `${text}\n간략대안: ${alternative}` : text;
  const { id } = await receiveSignal(tx, by, { channel: 'own', kind: 'round', title, body });
  await tx.query(ITEM, [id, month, by.departmentId, text, item.expectedMonth, item.expectedOn, alternative]);
  return id;
}

async function dropReports(tx: Tx, by: Principal, ids: string[]): Promise<void> {
  await lock(tx, ...ids.map(signalSubject));
  const rows: { id: string }[] = await tx.query(
    'select id from signals where id = any($1) and state = any($2)',
    [ids, FREE_STATES],
  );
  const free = rows.map(({ id }) => id);
  const target = { ids: free, expected: null, view: () => viewSignal(tx, by, free[0]!) };
  if (free.length) await dismissSignals(tx, by, target, NOT_ANY_MORE);
}

const REPORTED = `
select s.id, s.title, x.text, x.expected_month as "expectedMonth", x.expected_on as "expectedOn", x.alternative
from (select signal_ids from round_answers where month = $1 and department_id = $2 order by version desc limit 1) a
join signals s on s.id = any(a.signal_ids) join round_items x on x.signal_id = s.id`;

const ITEM = `
insert into round_items (signal_id, month, department_id, text, expected_month, expected_on, alternative)
values ($1, $2, $3, $4, $5, $6, $7)`;

const ANSWER = `
insert into round_answers (id, month, department_id, version, kind, signal_ids, remarks, note, confirmed_position,
  confirmed_name, answered_by, late)
select $1, $2::text, $3::uuid, coalesce((select max(version) from round_answers
    where month = $2::text and department_id = $3::uuid), 0) + 1,
  $4, $5, $6, $7, $8, $9, $10, due_at < app_now()
from rounds where month = $2::text`;

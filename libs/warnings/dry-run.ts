import sql from 'sql-template-tag';
import type { Outcome } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { addDays } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { knownPast, observe, type Matter } from './observe.js';
import {
  firingDays,
  lookbackDays,
  type Past,
  type Reading,
  type Span,
  type WarningRule,
} from './rules/early-warning.js';

/** What a rule would have rung for on a day of the past. */
export interface Firing {
  on: string;
  issueId: string | null;
  issueNumber: string | null;
  title: string | null;
  outcome: Outcome | null;
  /** null while nobody knows what became of it. */
  falseAlarm: boolean | null;
  readings: Reading[];
}

export interface DryRun {
  firings: Firing[];
  falseAlarms: number;
  confirmed: number;
  unknown: number;
}

const FALSE: readonly Outcome[] = ['did-not-occur', 'not-a-risk', 'not-ours'];
const UNKNOWN: readonly Outcome[] = ['duplicate', 'ended', 'long-term'];

interface Told {
  id: string;
  number: string;
  title: string;
  outcome: Outcome | null;
  closedOn: string | null;
}

/** Plays a rule over days of the past, with what this person sees, its pauses included. Changes nothing. */
export async function dryRun(
  tx: Tx,
  principal: Principal,
  rule: WarningRule,
  { from, to }: Span,
): Promise<DryRun> {
  const reach = { from: addDays(from, -lookbackDays(rule)), to };
  const which = sql`(s.issue_id is null or exists (select 1 from issues i where i.id = s.issue_id and ${visible(principal)}))`;
  const matters = await observe(tx, rule, { ...reach, which });
  const past = await (await knownPast(tx, reach))(rule.scope, matters);
  const told = await issuesOf(
    tx,
    principal,
    matters.flatMap(({ issueId }) => issueId ?? []),
  );
  const played = await inTurns(matters, (matter) =>
    play(rule, matter, told.get(matter.issueId ?? '') ?? null, { from, to, ...past(matter) }),
  );
  const firings = played.flat().toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    firings,
    falseAlarms: firings.filter(({ falseAlarm }) => falseAlarm === true).length,
    confirmed: firings.filter(({ falseAlarm }) => falseAlarm === false).length,
    unknown: firings.filter(({ falseAlarm }) => falseAlarm === null).length,
  };
}

function play(
  rule: WarningRule,
  { observations }: Matter,
  issue: Told | null,
  { from, to, ...past }: Past & Span,
): Firing[] {
  const last = issue?.closedOn && issue.closedOn < to ? issue.closedOn : to;
  return firingDays(rule, observations, { from, to: last, ...past }).map(({ on, readings }) => ({
    on,
    issueId: issue?.id ?? null,
    issueNumber: issue?.number ?? null,
    title: issue?.title ?? observations.at(-1)?.title ?? null,
    outcome: issue?.outcome ?? null,
    falseAlarm: judged(issue?.outcome ?? null),
    readings,
  }));
}

const judged = (outcome: Outcome | null): boolean | null =>
  outcome === null || UNKNOWN.includes(outcome) ? null : FALSE.includes(outcome);

async function issuesOf(tx: Tx, principal: Principal, ids: string[]): Promise<Map<string, Told>> {
  const query = sql`select i.id, i.number, i.title, i.outcome,
      (i.closed_at at time zone 'Asia/Seoul')::date as "closedOn"
    from issues i where i.id = any(${ids}::uuid[]) and ${visible(principal)}`;
  const rows: Told[] = await tx.query(query.text, query.values);
  return new Map(rows.map((row) => [row.id, row]));
}

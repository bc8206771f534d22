import sql, { type Sql } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit, type Actor } from '#events/emit.js';
import { ruleSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import type { WarningRule } from './rules/early-warning.js';
import { seenWarning } from './warnings.js';

export interface RuleView extends WarningRule {
  id: string;
  version: number;
  active: boolean;
}

export type RuleChange = Partial<WarningRule> & { active?: boolean };

export async function addRule(
  tx: Tx,
  by: Principal,
  { active, ...sent }: WarningRule & { active: boolean },
): Promise<RuleView> {
  const rule = ruleOf(sent);
  checkRule(rule);
  const id = uuidv7();
  await tx.query('insert into warning_rules (id, active, rule) values ($1, $2, $3)', [
    id,
    active,
    JSON.stringify(rule),
  ]);
  await keepVersion(tx, id, by);
  await emit(tx, ruleSubject(id), 'warning-rule.added', { ruleId: id }, { by });
  return viewRule(tx, by, id);
}

/** Makes the next version; what rang before keeps the one it rang by. */
export async function changeRule(
  tx: Tx,
  by: Principal,
  id: string,
  change: RuleChange,
  expected: number | null,
): Promise<RuleView> {
  await lock(tx, ruleSubject(id));
  const before = await viewRule(tx, by, id);
  requireVersion(before, expected);
  const { active = before.active, ...parts } = change;
  const rule = changed(before, parts);
  checkRule(rule);
  const same = JSON.stringify([before.active, ruleOf(before)]) === JSON.stringify([active, rule]);
  if (same) return before;
  await tx.query(
    'update warning_rules set active = $2, rule = $3, version = version + 1, updated_at = app_now() where id = $1',
    [id, active, JSON.stringify(rule)],
  );
  await keepVersion(tx, id, by);
  await emit(
    tx,
    ruleSubject(id),
    'warning-rule.changed',
    { ruleId: id },
    { by, changes: { active: [before.active, active], rule: [ruleOf(before), rule] } },
  );
  return viewRule(tx, by, id);
}

/** A rule with some of its parts as somebody would have them. */
export const changed = (rule: WarningRule, parts: Partial<WarningRule>): WarningRule =>
  ruleOf({ ...rule, ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) });

const ruleOf = (one: WarningRule): WarningRule => ({
  name: one.name,
  level: one.level,
  scope: one.scope,
  words: one.words,
  windowDays: one.windowDays,
  conditions: one.conditions.map(({ channel, kind, measure, against, atLeast, times }) => ({
    channel: channel ?? null,
    kind: kind ?? null,
    measure,
    against,
    atLeast,
    times,
  })),
  need: one.need,
  cooldownDays: one.cooldownDays,
});

/** What no field can tell by itself. @throws Problem */
export function checkRule({ need, conditions, scope, words }: WarningRule): void {
  if (need > conditions.length) throw wrongField('need', `between|1|${conditions.length}`);
  if (scope === 'words' && !words.length) throw wrongField('words', 'required');
  const wrong = conditions.findIndex(({ measure, against }) => measure === 'outlets' && against === 'own');
  if (wrong >= 0) throw wrongField(`conditions.${wrong}.against`, 'outlets_own');
}

const keepVersion = (tx: Tx, id: string, by: Actor): Promise<unknown> =>
  tx.query(
    `insert into warning_rule_versions (rule_id, version, active, rule, changed_by)
     select id, version, active, rule, $2 from warning_rules where id = $1`,
    [id, by.id],
  );

export function listRules(tx: Tx, principal: Principal, page: PageRequest): Promise<Page<RuleView>> {
  return readPage(
    tx,
    {
      json: ruleJson(principal),
      from: sql`warning_rules r`,
      where: [sql`true`],
      id: 'r.id',
      orders: bothWays('createdAt', 'r.created_at', 'timestamptz'),
      defaultSort: 'createdAt',
    },
    page,
  );
}

export async function viewRule(tx: Tx, principal: Principal, id: string): Promise<RuleView> {
  const query = sql`select ${ruleJson(principal)} as view from warning_rules r where r.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/** With how often it rang for what this person sees. */
const ruleJson = (
  principal: Principal,
): Sql => sql`(r.rule || jsonb_build_object('id', r.id, 'version', r.version,
  'active', r.active, 'createdAt', r.created_at, 'updatedAt', r.updated_at,
  'raised', (select count(*) from warnings w where w.rule_id = r.id and ${seenWarning(principal)}),
  'lastRaisedAt', (select max(w.raised_at) from warnings w where w.rule_id = r.id and ${seenWarning(principal)}),
  'changedBy', (select u.name from warning_rule_versions v left join users u on u.id = v.changed_by
    where v.rule_id = r.id and v.version = r.version)))`;

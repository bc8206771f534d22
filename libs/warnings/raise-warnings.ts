import sql, { type Sql } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { emit } from '#events/emit.js';
import { issueSubject, type Subject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { Issue } from '#issues/issue.entity.js';
import { assessAgain } from '#issues/revise-issue.js';
import { addDays } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { knownPast, observe, type Matter } from './observe.js';
import { evaluate, isNews, lookbackDays, type Reading, type WarningRule } from './rules/early-warning.js';

interface Standing extends WarningRule {
  id: string;
  version: number;
}

/** Looks at some issues with the rules about issues (the caller holds them). */
export const watchIssues = (tx: Tx, issueIds: string[]): Promise<number> =>
  watch(tx, sql`s.issue_id = any(${issueIds}::uuid[])`, (rule) => rule.scope === 'issue');

/** Looks at everything with every rule: windows move by themselves, and stories that are no issue have nobody to hold them. */
export const watchAll = (tx: Tx): Promise<number> => watch(tx, sql`true`, () => true);

async function watch(tx: Tx, which: Sql, applies: (rule: Standing) => boolean): Promise<number> {
  const [{ today }] = await tx.query('select seoul_today() as today');
  let raised = 0;
  // The heavier first: what rang as an alert needs no watch beside it.
  const rules = (await activeRules(tx)).filter(applies);
  const past = await knownPast(tx, {
    from: addDays(today, -Math.max(0, ...rules.map(lookbackDays))),
    to: today,
  });
  for (const rule of rules) {
    const matters = await observe(tx, rule, { from: addDays(today, -lookbackDays(rule)), to: today, which });
    const pastOf = await past(rule.scope, matters);
    for (const matter of matters) {
      const { rings, readings } = evaluate(rule, matter.observations, { today, ...pastOf(matter) });
      if (rings && (await raise(tx, rule, matter, readings, today))) raised += 1;
    }
  }
  return raised;
}

const activeRules = (tx: Tx): Promise<Standing[]> =>
  tx
    .query(
      `select rule || jsonb_build_object('id', id, 'version', version) as rule from warning_rules
       where active order by rule->>'level', created_at, id`,
    )
    .then((rows: { rule: Standing }[]) => rows.map(({ rule }) => rule));

/** Once for one firing, however many look: under the lock of what it is about, with the day in the row. */
async function raise(
  tx: Tx,
  rule: Standing,
  { issueId, clusterId }: Matter,
  readings: Reading[],
  today: string,
): Promise<boolean> {
  const subject: Subject = issueId ? issueSubject(issueId) : 'system:watch';
  await lock(tx, subject);
  const issue = issueId ? await tx.findOneByOrFail(Issue, { id: issueId }) : null;
  if (issue?.stage === 'closed') return false;
  const [known] = await tx.query(STANDING, [rule.id, issueId, clusterId, rule.level, today]);
  if (known) return false;
  const [before] = await tx.query(BEFORE, [rule.id, issueId, clusterId]);
  if (!isNews(readings, before?.readings ?? null)) return false;
  const id = uuidv7();
  await tx.query(INSERT, [
    id,
    rule.id,
    rule.version,
    rule.level,
    issueId,
    clusterId,
    JSON.stringify(readings),
    today,
    addDays(today, rule.cooldownDays),
  ]);
  // No word of the issue is another: decision and acceptance stand, and who decided is asked to look (`prioritize`).
  if (issue) await assessAgain(tx, issue, undefined, { warning: [null, rule.name] });
  const payload = { warningId: id, level: rule.level, ...(issueId && { issueId }) };
  await emit(tx, subject, 'warning.raised', payload);
  return true;
}

// By the same rule, or by a heavier one about the same issue.
const STANDING = `
select 1 from warnings where stands_until >= $5 and issue_id is not distinct from $2 and cluster_id is not distinct from $3
  and (rule_id = $1 or ($4 = 'watch' and level = 'alert' and coalesce(issue_id, cluster_id) is not null)) limit 1`;

const BEFORE = `
select readings from warnings where rule_id = $1 and issue_id is not distinct from $2 and cluster_id is not distinct from $3
order by raised_on desc, id desc limit 1`;

const INSERT = `
insert into warnings (id, rule_id, rule_version, level, issue_id, cluster_id, readings, raised_on, stands_until)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

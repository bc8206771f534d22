import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import type { WarningLevel } from './vocabulary.js';
import { visibleSignals } from '#signals/signal-view.js';
import { warningJson } from './warning-json.js';

/** The warning `w` is seen by those who see what it is about: the issue, or each signal of the story. */
export const seenWarning = (principal: Principal): Sql =>
  sql`(w.issue_id is null or exists (select 1 from issues i where i.id = w.issue_id and ${visible(principal)}))
    and not exists (select 1 from signals s where s.cluster_id = w.cluster_id and not ${visibleSignals(principal)})`;

export interface WarningFilter {
  ruleId?: string;
  level?: WarningLevel;
}

/** Which of them, in which order. */
export const warningSelection = (principal: Principal, { ruleId, level }: WarningFilter): Selection => ({
  from: sql`warnings w`,
  where: [
    seenWarning(principal),
    ...(ruleId ? [sql`w.rule_id = ${ruleId}`] : []),
    ...(level ? [sql`w.level = ${level}`] : []),
  ],
  id: 'w.id',
  orders: bothWays('raisedAt', 'w.raised_at', 'timestamptz'),
  defaultSort: '-raisedAt',
});

/** What it is about: the issue, or how the story began. */
export const warningTitle = sql`coalesce((select i.title from issues i where i.id = w.issue_id),
  (select s.title from signals s where s.cluster_id = w.cluster_id order by s.created_at, s.id limit 1))`;

/** What rules rang for, newest first. */
export function listWarnings(
  tx: Tx,
  principal: Principal,
  query: PageRequest & WarningFilter,
): Promise<Page<object>> {
  return readPage(
    tx,
    {
      json: sql`(${warningJson}::jsonb || jsonb_build_object(
        'issueNumber', (select i.number from issues i where i.id = w.issue_id),
        'title', ${warningTitle}))`,
      ...warningSelection(principal, query),
    },
    query,
  );
}

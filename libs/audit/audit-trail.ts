import sql, { raw, type Sql } from 'sql-template-tag';
import { seen } from '#notifications/feed-view.js';
import { INSTANT, inWords, same, text, type ExportColumns, type ExportedList } from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { TRAIL_LABELS, type TrailKind } from './vocabulary.js';

/** One entry of the record: a change with what was before and after, or an access. */
export interface TrailEntry {
  id: string;
  at: string;
  kind: TrailKind;
  /** Of a change the event's name, else method and route. */
  what: string;
  actorId: string | null;
  actor: string | null;
  onBehalfOf: string | null;
  subject: string | null;
  issues: { id: string; number: string }[];
  changes: Record<string, [unknown, unknown]> | null;
  detail: Record<string, unknown> | null;
  address: string | null;
  /** For a moment not yet. */
  sealed: boolean;
}

export interface TrailQuery extends PageRequest {
  kind?: TrailKind;
  actorId?: string;
  issueId?: string;
  /** Part of an event's name or of a route. */
  what?: string;
  from?: string;
  to?: string;
}

/** Everything on record that this person may know of; an access that showed an issue only with the right to that issue. */
function trail(by: Principal): Sql {
  return sql`(
    select e.id, e.at, 'change' as kind, e.name as what, e.actor_id, e.on_behalf_of, e.subject, e.changes, null::jsonb as detail,
      null::inet as address, 'event' as source,
      case when e.subject ~ '^(issue|note):' then array[split_part(e.subject, ':', 2)::uuid]
        when e.payload ? 'issueId' then array[(e.payload->>'issueId')::uuid] else '{}' end as issue_ids
    from events e where ${seen(by)}
    union all
    select a.id, a.at, a.kind, a.what, a.actor_id, a.on_behalf_of, null, null, a.detail, a.address, 'access', a.issue_ids
    from access_log a where a.issue_ids = '{}' or not exists (
      select 1 from unnest(a.issue_ids) shown where not exists (select 1 from issues i where i.id = shown and ${visible(by)}))
  ) t`;
}

const NUMBERS = `(select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number) order by i.number), '[]')
  from issues i where i.id = any(t.issue_ids))`;
const ACTOR = '(select u.name from users u where u.id = t.actor_id)';
const ON_BEHALF_OF = '(select u.name from users u where u.id = t.on_behalf_of)';
const SEALED = 'exists (select from sealed s where s.source = t.source and s.row_id = t.id)';

function selection(by: Principal, { kind, actorId, issueId, what, from, to }: TrailQuery): Selection {
  return {
    from: trail(by),
    where: [
      kind ? sql`t.kind = ${kind}` : sql`true`,
      actorId ? sql`(t.actor_id = ${actorId} or t.on_behalf_of = ${actorId})` : sql`true`,
      issueId ? sql`t.issue_ids @> array[${issueId}]::uuid[]` : sql`true`,
      what ? sql`position(lower(${what}) in lower(t.what)) > 0` : sql`true`,
      from ? sql`t.at >= (${from}::date)::timestamp at time zone 'Asia/Seoul'` : sql`true`,
      to ? sql`t.at < (${to}::date + 1)::timestamp at time zone 'Asia/Seoul'` : sql`true`,
    ],
    id: 't.id',
    orders: bothWays('at', 't.at', 'timestamptz'),
    defaultSort: '-at',
  };
}

export function listTrail(tx: Tx, by: Principal, query: TrailQuery): Promise<Page<TrailEntry>> {
  return readPage(
    tx,
    {
      ...selection(by, query),
      json: sql`json_build_object('id', t.id, 'at', t.at, 'kind', t.kind, 'what', t.what, 'actorId', t.actor_id,
        'actor', ${raw(ACTOR)}, 'onBehalfOf', ${raw(ON_BEHALF_OF)}, 'subject', t.subject, 'issues', ${raw(NUMBERS)},
        'changes', t.changes, 'detail', t.detail, 'address', host(t.address), 'sealed', ${raw(SEALED)})`,
    },
    query,
  );
}

const asText = (value: unknown): string => JSON.stringify(value);

// prettier-ignore
export const TRAIL_COLUMNS = {
  at: { ko: '일시', en: 'At', ...INSTANT, read: same('t.at') },
  kind: { ko: '구분', en: 'Kind', ...text(14), read: same('t.kind'), said: inWords(TRAIL_LABELS) },
  what: { ko: '내용', en: 'What', ...text(36), read: same('t.what') },
  actor: { ko: '행위자', en: 'By', ...text(16), read: same(ACTOR) },
  onBehalfOf: { ko: '대결·직무대리', en: 'On behalf of', ...text(16), read: same(ON_BEHALF_OF) },
  subject: { ko: '대상', en: 'Subject', ...text(30), read: same('t.subject') },
  issues: { ko: '이슈', en: 'Issues', ...text(20), read: same(`(select string_agg(i.number, ', ' order by i.number) from issues i where i.id = any(t.issue_ids))`) },
  changes: { ko: '변경 전·후', en: 'Before and after', ...text(60), read: same('t.changes'), said: asText },
  detail: { ko: '상세', en: 'Detail', ...text(60), read: same('t.detail'), said: asText },
  address: { ko: '접속 주소', en: 'Address', ...text(16), read: same('host(t.address)') },
} as const satisfies ExportColumns;

export const trailToExport = (by: Principal, query: TrailQuery): ExportedList => ({
  selection: selection(by, query),
  from: trail(by),
  seen: sql`true`,
  about: sql`t.issue_ids`,
  columns: TRAIL_COLUMNS,
});

export interface SealState {
  /** Something has waited for its seal longer than sealing takes. */
  behind: boolean;
}

/** Whether what is on record is sealed. No count and no time of it: they would tell of what this person may not know of. */
export async function sealState(tx: Tx): Promise<SealState> {
  const [state] = await tx.query(STATE);
  return state;
}

const STATE = `
select exists (select from unsealed u left join events e on u.source = 'event' and e.id = u.row_id
  left join access_log a on u.source = 'access' and a.id = u.row_id
  where coalesce(e.at, a.at) < app_now() - interval '10 seconds') as behind`;

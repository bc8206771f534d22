import sql, { join, type Sql } from 'sql-template-tag';
import { contains, inSignal } from '#issues/search.js';
import type { Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { Problem } from '#platform/problem.js';
import { likelyIssueJson, signalJson, visibleSignals } from './signal-view.js';
import { FREE_STATES, type SignalState } from './vocabulary.js';

/** Where a cluster's signals stand: those that wait for somebody, and what was made of the others. */
export const CLUSTER_STATES = ['waiting', 'observed', 'attached', 'dismissed'] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];

const STATES: Record<ClusterState, readonly SignalState[]> = {
  waiting: ['new', 'clustered'],
  observed: ['observed'],
  attached: ['attached'],
  dismissed: ['dismissed'],
};

export interface ClusterView {
  id: string;
  version: number;
  [field: string]: unknown;
}

export interface ClusterQuery extends PageRequest {
  state?: ClusterState;
  channel?: Channel;
  q?: string;
  /** Signals that are alone too, each as a cluster of one under its own id. */
  lone?: boolean;
  /** What departments reported. */
  reported?: boolean;
}

/** Shown with a cluster; there are hardly ever more. */
const SHOWN = 100;
const REPORTED = sql`exists (select 1 from users u where u.id = s.created_by and u.role = 'department')`;
const PLACE = sql`coalesce(s.cluster_id, s.id)`;

/** Stories, newest first: signals that tell the same one are one row. */
export function listClusters(tx: Tx, principal: Principal, query: ClusterQuery): Promise<Page<ClusterView>> {
  const { members, groups } = stories(principal, query);
  return readPage(
    tx,
    {
      json: clusterJson(principal, members),
      from: groups,
      where: [sql`true`],
      id: 'c.id',
      orders: bothWays('receivedAt', 'c.received_at', 'timestamptz'),
      defaultSort: '-receivedAt',
    },
    query,
  );
}

/** The signals of the stories that the list shows, those of one together. */
export function clusterSelection(principal: Principal, query: ClusterQuery): Selection {
  const { members, groups } = stories(principal, query);
  return {
    from: sql`${groups} join signals s on ${PLACE} = c.id`,
    where: members,
    id: 's.id',
    // Ten that came in one list came at one instant.
    orders: bothWays('receivedAt', '(c.received_at, c.id)', 'timestamptz'),
    defaultSort: '-receivedAt',
  };
}

/** Which signals count, and the stories `c` that they tell. */
function stories(principal: Principal, query: ClusterQuery): { members: Sql[]; groups: Sql } {
  const { state = 'waiting', channel, q, lone, reported } = query;
  const members = [
    visibleSignals(principal),
    sql`s.state = any(${STATES[state]})`,
    ...(channel ? [sql`s.channel = ${channel}`] : []),
  ];
  const having = [
    ...(lone ? [] : [sql`count(*) > 1`]),
    ...(q ? [sql`bool_or(${contains(q, inSignal)})`] : []),
    ...(reported ? [sql`bool_or(${REPORTED})`] : []),
  ];
  const groups = sql`(select ${PLACE} as id, max(s.created_at) as received_at from signals s
    where ${join(members, ' and ')} group by 1 ${having.length ? sql`having ${join(having, ' and ')}` : sql``}) c`;
  return { members, groups };
}

/** All of a cluster, whatever was made of it. @throws Problem `not-found` where there is none or none to be seen */
export async function viewCluster(tx: Tx, principal: Principal, id: string): Promise<ClusterView> {
  const members = [visibleSignals(principal)];
  const query = sql`select ${clusterJson(principal, members)} as view from (select ${id}::uuid as id,
    (select max(s.created_at) from signals s where ${inCluster(sql`${id}`)} and ${visibleSignals(principal)}) as received_at) c`;
  const [{ view }] = await tx.query(query.text, query.values);
  if (!view.receivedAt) throw new Problem('not-found');
  return view;
}

/** @throws Problem `not-found` where there is none or none to be seen */
export async function clusterMembers(tx: Tx, principal: Principal, id: string): Promise<string[]> {
  const query = sql`select s.id from signals s where ${inCluster(sql`${id}`)} and ${visibleSignals(principal)} order by s.id`;
  const rows: { id: string }[] = await tx.query(query.text, query.values);
  if (!rows.length) throw new Problem('not-found');
  return rows.map((row) => row.id);
}

/** A signal that is alone is a cluster of one. */
const inCluster = (id: Sql): Sql => sql`(s.cluster_id = ${id} or (s.id = ${id} and s.cluster_id is null))`;

function clusterJson(principal: Principal, members: Sql[]): Sql {
  const mine = sql`from signals s where ${inCluster(sql`c.id`)} and ${join(members, ' and ')}`;
  const first = sql`order by s.created_at, s.id limit 1`;
  // Of everything in it, whatever the list shows: what somebody saw of it is no more once any of it has changed.
  const version = sql`(select abs(hashtext(string_agg(s.id || ':' || s.version, ' ' order by s.id))::bigint) % 1000000000
    from signals s where ${inCluster(sql`c.id`)} and ${visibleSignals(principal)})`;
  return sql`json_build_object('id', c.id, 'receivedAt', c.received_at, 'version', ${version},
    'title', (select s.title ${mine} ${first}), 'channel', (select s.channel ${mine} ${first}),
    'count', (select count(*)::int ${mine}),
    'outlets', (select coalesce(json_agg(o.outlet order by o.place), '[]') from
      (select s.outlet, min(s.created_at) as place ${mine} and s.outlet is not null group by 1) o),
    'firstOn', (select min(s.published_on) ${mine}), 'lastOn', (select max(s.published_on) ${mine}),
    'likelyIssue', (select ${likelyIssueJson(principal)} ${mine} and s.state = any(${FREE_STATES})
      and ${likelyIssueJson(principal)} is not null order by s.likely_score desc, s.id limit 1),
    'signals', (select coalesce(json_agg(one.view order by one.place), '[]') from (select ${signalJson(principal)} as view,
      row_number() over (order by s.created_at, s.id) as place ${mine} order by s.created_at, s.id limit ${SHOWN}) one))`;
}

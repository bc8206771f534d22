import sql from 'sql-template-tag';
import { contains, inSignal } from '#issues/search.js';
import type { Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { shownState, signalJson, visibleSignals, type SignalView } from './signal-view.js';
import type { SignalState } from './vocabulary.js';

export interface SignalQuery extends PageRequest {
  state?: SignalState;
  channel?: Channel;
  q?: string;
  clusterId?: string;
}

/** Which signals of those this person sees are asked for. */
export const signalSelection = (principal: Principal, query: SignalQuery): Selection => ({
  from: sql`signals s`,
  where: [
    visibleSignals(principal),
    ...(query.state ? [sql`${shownState(principal)} = ${query.state}`] : []),
    ...(query.q ? [contains(query.q, inSignal)] : []),
    ...(query.clusterId ? [sql`s.cluster_id = ${query.clusterId}`] : []),
    ...(query.channel ? [sql`s.channel = ${query.channel}`] : []),
  ],
  id: 's.id',
  orders: bothWays('createdAt', 's.created_at', 'timestamptz'),
  defaultSort: '-createdAt',
});

export const listSignals = (tx: Tx, principal: Principal, query: SignalQuery): Promise<Page<SignalView>> =>
  readPage(tx, { json: signalJson(principal), ...signalSelection(principal, query) }, query);

import sql from 'sql-template-tag';
import { contains } from '#issues/search.js';
import type { Channel } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { shownState, signalJson, visibleSignals, type SignalView } from './signal-view.js';
import type { SignalState } from './vocabulary.js';

const TITLE = { text: sql`search_text(s.title)`, marks: sql`s.marks` };

export function listSignals(
  tx: Tx,
  principal: Principal,
  query: PageRequest & { state?: SignalState; channel?: Channel; q?: string; clusterId?: string },
): Promise<Page<SignalView>> {
  return readPage(
    tx,
    {
      json: signalJson(principal),
      from: sql`signals s`,
      where: [
        visibleSignals(principal),
        ...(query.state ? [sql`${shownState(principal)} = ${query.state}`] : []),
        ...(query.q ? [contains(query.q, TITLE)] : []),
        ...(query.clusterId ? [sql`s.cluster_id = ${query.clusterId}`] : []),
        ...(query.channel ? [sql`s.channel = ${query.channel}`] : []),
      ],
      id: 's.id',
      orders: bothWays('createdAt', 's.created_at', 'timestamptz'),
      defaultSort: '-createdAt',
    },
    query,
  );
}

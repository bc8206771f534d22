import sql, { join } from 'sql-template-tag';
import { requestJson } from '#issues/issue-view.js';
import type { Horizon } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import { readableRequests, visible, visibleRequests } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest, type Selection } from '#platform/page.js';
import { overdue } from './overdue.js';
import type { RequestView } from './requests.js';
import { ENDED_STATES, type RequestState } from './vocabulary.js';

export interface RequestQuery extends PageRequest {
  state?: RequestState;
  /** Still something to be done for it, by whomever. */
  open?: boolean;
  departmentId?: string;
  issueId?: string;
  horizon?: Horizon;
  handlerId?: string;
  /** The others whose answers this request collects. */
  collectedBy?: string;
  overdue?: boolean;
}

const ENDED = sql`(q.state in (${join([...ENDED_STATES])}) or i.stage = 'closed')`;
const LATE = overdue('q');

/** Which requests of those this person sees are asked for. */
export const requestSelection = (principal: Principal, query: RequestQuery): Selection => ({
  from: sql`requests q join issues i on i.id = q.issue_id`,
  where: [
    visible(principal),
    // A department's list is its own; what it collects is asked for by what collects it.
    query.collectedBy ? readableRequests(principal) : visibleRequests(principal),
    ...(query.state ? [sql`q.state = ${query.state}`] : []),
    ...(query.open === undefined ? [] : [query.open ? sql`not ${ENDED}` : ENDED]),
    ...(query.departmentId ? [sql`q.department_id = ${query.departmentId}`] : []),
    ...(query.horizon ? [sql`q.horizon = ${query.horizon}`] : []),
    ...(query.handlerId ? [sql`q.handler_id = ${query.handlerId}`] : []),
    ...(query.collectedBy ? [sql`q.collected_by = ${query.collectedBy}`] : []),
    ...(query.issueId ? [sql`q.issue_id = ${query.issueId}`] : []),
    ...(query.overdue === undefined ? [] : [query.overdue ? LATE : sql`(${LATE}) is not true`]),
  ],
  id: 'q.id',
  orders: {
    dueAt: { by: `coalesce(q.due_at, 'infinity')`, type: 'timestamptz', descending: false },
    '-dueAt': { by: `coalesce(q.due_at, '-infinity')`, type: 'timestamptz', descending: true },
    ...bothWays('createdAt', 'q.created_at', 'timestamptz'),
  },
  defaultSort: '-createdAt',
});

export const listRequests = (tx: Tx, principal: Principal, query: RequestQuery): Promise<Page<RequestView>> =>
  readPage(tx, { json: requestJson(), ...requestSelection(principal, query) }, query);

/** Who asked for the request `q` of the issue `i`; of one that the system sent, who keeps the issue. */
export const ASKER = 'coalesce(q.requested_by, i.created_by)';

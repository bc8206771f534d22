import type { EventName } from '#events/events.js';
import type { Tx } from '#platform/database.js';
import type { Occasion } from './sight.js';

/** Whether the clock that rang still runs: nobody did what was waited for, and the time was not moved. `$1` request, `$2` of, `$3` deadline. */
const REMINDED = `
select 1 from requests q where q.id = $1 and case $2
  when 'acknowledgement' then q.state = 'delivered' and ${isAt('q.acknowledge_by')}
  when 'assignment' then q.state = 'acknowledged' and q.assigned_at is null and ${isAt('q.assign_by')}
  when 'answer' then q.state in ('delivered', 'acknowledged', 'returned') and ${isAt('q.due_at')}
  when 'settlement' then q.state = 'refused' and ${isAt('q.office_by')}
  when 'review' then q.state = 'answered' and ${isAt('q.office_by')}
  else q.state not in ('cancelled', 'refused') end`;

/** Whether a superior has still something to hear. */
const ESCALATED = `
select 1 from escalations x join requests q on q.id = x.request_id where x.id = $1 and q.department_id = x.department_id
  and case x.about when 'acknowledgement' then q.state = 'delivered' and q.acknowledge_by = x.deadline
    else q.state in ('delivered', 'acknowledged', 'returned') and q.due_at = x.deadline end`;

const reminded = ({ requestId, of, deadline }: Occasion['payload']): [string, unknown[]] => [
  REMINDED,
  [requestId, of, deadline],
];
const escalated = ({ escalationId }: Occasion['payload']): [string, unknown[]] => [ESCALATED, [escalationId]];

const CONDITIONS: { [N in EventName]?: (payload: Occasion['payload']) => [string, unknown[]] } = {
  'request.reminded': reminded,
  'office.reminded': reminded,
  'request.escalated': escalated,
  'escalation.prepared': escalated,
  'escalation.released': escalated,
  'request.refused': ({ requestId }) => [
    `select 1 from requests where id = $1 and state = 'refused'`,
    [requestId],
  ],
};

/** Whether what a notice asks for is still asked for: it may have been done, moved or withdrawn while it waited for the morning. */
export async function stillTrue(
  tx: Tx,
  { name, payload }: Pick<Occasion, 'name' | 'payload'>,
): Promise<boolean> {
  const condition = CONDITIONS[name]?.(payload);
  return !condition || (await tx.query(...condition)).length > 0;
}

/** Events tell instants to the millisecond. */
function isAt(column: string): string {
  return `date_trunc('milliseconds', ${column}) = $3::timestamptz`;
}

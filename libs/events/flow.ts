import type { EventName, QueueName } from './events.js';

/** The whole system on one screen: which event wakes which queue. Every event also reaches the live stream. */
export const FLOW = {
  'signal.received': ['cluster'],
  'signal.clustered': [],
  'signal.separated': [],
  'signal.recognised': [],
  'signal.observed': [],
  'signal.unobserved': [],
  'signal.reported': ['notify'],
  'signal.questioned': ['notify'],
  'signal.answered': ['notify'],
  // What else tells its story may belong to the same issue.
  'signal.attached': ['cluster', 'notify'],
  'signal.detached': ['cluster'],
  'signal.dismissed': ['notify'],
  'signal.restored': ['cluster'],

  // A feed is polled when it is due, whatever happened to it: see feed-schedule.ts.
  'feed.added': [],
  'feed.changed': [],
  'feed.removed': [],
  'feed.poll-asked': [],
  'feed.polled': [],
  'feed.died': ['notify'],
  'feed.recovered': [],

  'issue.reported': ['identify'],
  'issue.amended': [],
  'issue.revised': ['analyze'],
  'issue.identified': ['analyze'],
  'issue.analyzed': ['prioritize'],
  'issue.prioritized': ['act'],
  'issue.referred': ['notify'],
  'issue.opened': [],
  'issue.grade-risen': ['notify'],
  'issue.merged': [],
  'issue.handed-over': ['notify'],
  'issue.closed': [],
  // Whichever stage it was closed in goes on.
  'issue.reopened': ['identify', 'analyze', 'prioritize', 'act', 'notify'],

  'acceptance.granted': ['notify'],
  'acceptance.ended': ['notify'],
  'alternative.chosen': [],
  'alternative.unchosen': [],

  'decision.taken': [],
  'decision.voided': ['notify'],

  'request.added': [],
  'request.delivered': ['notify'],
  'request.acknowledged': [],
  'request.refused': ['notify'],
  'request.transferred': ['notify'],
  'request.cancelled': ['notify'],
  'request.resumed': ['notify'],
  'response.posted': ['notify'],
  'response.accepted': ['notify'],
  'response.returned': ['notify'],

  'policy.drafted': [],
  'policy.revised': [],
  'policy.dropped': [],
  'policy.activated': ['notify'],
  'policy.took-effect': ['reweigh'],
  'policy.applied-in-part': ['reweigh'],
  'policy.applied': [],

  'import.requested': ['import'],
  'import.staged': ['import'],
  'import.progressed': ['import'],
  'import.checked': [],
  'import.finished': ['notify'],
  'import.failed': ['notify'],
  'import.cancelled': [],

  'report.requested': ['compile'],
  'report.compiled': ['notify'],
  'report.published': ['notify'],
  'report.sent': [],

  'step.parked': ['notify'],
  'step.retried': [],
  'step.skipped': [],
} as const satisfies Record<EventName, readonly QueueName[]>;

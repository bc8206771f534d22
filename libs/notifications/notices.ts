import type { EventName } from '#events/events.js';
import type { FLOW } from '#events/flow.js';

export const CHANNELS = ['mail', 'inbox'] as const;
export type DeliveryChannel = (typeof CHANNELS)[number];

/** Who is meant; resolved to people when the notice is sent, never before. */
export type Audience =
  | 'department'
  | 'former-department'
  | 'request-handler'
  | 'collecting-department'
  | 'asker'
  | 'reporter'
  | 'questioner'
  | 'handler'
  | 'closer'
  | 'decider'
  | 'officers'
  // Who holds the position the word goes up to, in the department that is late.
  | 'superior'
  // The department that led the issue.
  | 'lead-department'
  | 'absent'
  | 'deputy'
  // What belongs to no issue, and so to nobody yet.
  | 'officers-at-large'
  | 'managers'
  | 'importer'
  | 'admins';

interface Notice {
  to: readonly Audience[];
  by: readonly DeliveryChannel[];
}

/** Events that wake the notifier: each has its row here, and nothing else has. */
type Notified = { [N in EventName]: 'notify' extends (typeof FLOW)[N][number] ? N : never }[EventName];

/** The routing table: which event tells whom, and how. Events that are not here tell nobody. */
export const NOTICES = {
  'request.delivered': { to: ['department'], by: ['mail', 'inbox'] },
  'request.transferred': { to: ['department', 'former-department'], by: ['mail', 'inbox'] },
  'request.cancelled': { to: ['department'], by: ['inbox'] },
  'request.resumed': { to: ['department'], by: ['mail', 'inbox'] },
  'request.due-moved': { to: ['department'], by: ['mail', 'inbox'] },
  'request.assigned': { to: ['request-handler'], by: ['mail', 'inbox'] },
  'request.collecting': { to: ['department'], by: ['mail', 'inbox'] },
  'request.refused': { to: ['asker'], by: ['mail', 'inbox'] },
  'response.posted': { to: ['asker', 'collecting-department'], by: ['mail', 'inbox'] },
  'response.returned': { to: ['department'], by: ['mail', 'inbox'] },
  'response.accepted': { to: ['department'], by: ['inbox'] },
  'signal.reported': { to: ['officers'], by: ['inbox'] },
  'signal.questioned': { to: ['reporter'], by: ['mail', 'inbox'] },
  'signal.answered': { to: ['questioner'], by: ['mail', 'inbox'] },
  'signal.attached': { to: ['reporter'], by: ['inbox'] },
  'signal.dismissed': { to: ['reporter'], by: ['inbox'] },
  'issue.referred': { to: ['handler'], by: ['inbox'] },
  'issue.grade-risen': { to: ['handler'], by: ['mail', 'inbox'] },
  'issue.handed-over': { to: ['officers'], by: ['mail', 'inbox'] },
  'issue.reopened': { to: ['closer'], by: ['inbox'] },
  'decision.voided': { to: ['decider'], by: ['inbox'] },
  'warning.raised': { to: ['handler', 'officers-at-large'], by: ['mail', 'inbox'] },
  'feed.died': { to: ['officers', 'admins'], by: ['inbox'] },
  'acceptance.granted': { to: ['handler'], by: ['inbox'] },
  'acceptance.ended': { to: ['handler'], by: ['mail', 'inbox'] },
  'policy.activated': { to: ['officers'], by: ['inbox'] },
  'import.finished': { to: ['importer'], by: ['inbox'] },
  'import.failed': { to: ['importer'], by: ['inbox'] },
  'request.reminded': { to: ['department'], by: ['mail', 'inbox'] },
  'request.escalated': { to: ['superior', 'asker', 'handler'], by: ['mail', 'inbox'] },
  'escalation.prepared': { to: ['asker', 'handler'], by: ['mail', 'inbox'] },
  'escalation.released': { to: ['superior'], by: ['mail', 'inbox'] },
  'issue.review-due': { to: ['handler'], by: ['inbox'] },
  'issue.follow-up-asked': { to: ['closer', 'lead-department'], by: ['mail', 'inbox'] },
  'issue.follow-up-answered': { to: ['closer'], by: ['inbox'] },
  'deputy.appointed': { to: ['absent', 'deputy'], by: ['mail', 'inbox'] },
  'deputy.ended': { to: ['absent', 'deputy'], by: ['inbox'] },
  'report.compiled': { to: ['officers'], by: ['inbox'] },
  'report.published': { to: ['managers'], by: ['mail', 'inbox'] },
  'step.parked': { to: ['admins'], by: ['mail', 'inbox'] },
} as const satisfies Record<Notified, Notice>;
export type NoticeName = keyof typeof NOTICES;

export const isNotice = (name: string): name is NoticeName => name in NOTICES;

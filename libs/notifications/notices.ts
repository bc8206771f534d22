import type { EventName } from '#events/events.js';
import type { FLOW } from '#events/flow.js';
import { ROLES, type Role } from '#people/vocabulary.js';
import { groupBy } from '#platform/group-by.js';
import type { NoticeKind } from './vocabulary.js';

/** How people are told. */
export type DeliveryChannel = 'mail' | 'inbox';

/** Who is meant, by post or department; resolved to people when the notice is sent, never before. */
export type Audience =
  | 'department'
  | 'former-department'
  // Who was in it when it became another, and went elsewhere.
  | 'former-people'
  // Whose department became another.
  | 'moved-people'
  | 'request-handler'
  // Who has it on the desk: the handler, or before there is one the department below its heads.
  | 'request-desk'
  | 'collecting-department'
  // Whose answer nobody judged, and nobody will.
  | 'unjudged'
  | 'asker'
  | 'reporter'
  | 'questioner'
  | 'handler'
  | 'closer'
  | 'decider'
  | 'officers'
  // Who holds the position the word goes up to, in the department that is late.
  | 'superior'
  // Who holds the position that is told afterwards (사후 보고), in the office or over all.
  | 'reported-to'
  // The department that led the issue.
  | 'lead-department'
  // A department that has not answered the monthly round yet.
  | 'asked-department'
  | 'absent'
  | 'deputy'
  // What belongs to no issue, and so to nobody yet.
  | 'officers-at-large'
  | 'managers'
  // To whom an edition is sent once more.
  | 'report-reader'
  // Whose account it is.
  | 'account-holder'
  | 'importer'
  | 'admins'
  // To whom a comment speaks, and who is named in it.
  | 'other-side'
  | 'mentioned'
  // Who chose to hear of it; told in the words of `following`.
  | 'followers';

/** What wakes people at night: always, or for an issue of the heaviest grade, or an early warning of the higher level. */
export type Urgency = 'critical' | 'critical-grade' | 'alert';

interface Notice {
  kind: NoticeKind;
  to: readonly Audience[];
  /** What comes by the inbox only may still be gathered into a digest. */
  by: readonly DeliveryChannel[];
  urgent?: Urgency;
}

/** Events that wake the notifier: each has its row here, and nothing else has. */
type Notified = { [N in EventName]: 'notify' extends (typeof FLOW)[N][number] ? N : never }[EventName];

const BOTH = ['mail', 'inbox'] as const;
const INBOX = ['inbox'] as const;

/** The routing table: which event tells whom, and how. Events that are not here tell nobody. */
export const NOTICES = {
  'request.delivered': {
    kind: 'request',
    to: ['department', 'followers'],
    by: BOTH,
    urgent: 'critical-grade',
  },
  'request.transferred': {
    kind: 'request',
    to: ['department', 'former-department', 'followers'],
    by: BOTH,
    urgent: 'critical-grade',
  },
  // Many at once: whose department it was hears of that by mail.
  'request.inherited': { kind: 'request', to: ['department', 'former-people', 'asker'], by: INBOX },
  'request.cancelled': { kind: 'request', to: ['request-desk'], by: BOTH, urgent: 'critical-grade' },
  'request.resumed': { kind: 'request', to: ['request-desk'], by: BOTH, urgent: 'critical-grade' },
  'request.due-moved': {
    kind: 'request',
    to: ['request-desk', 'followers'],
    by: BOTH,
    urgent: 'critical-grade',
  },
  'request.assigned': { kind: 'request', to: ['request-handler'], by: BOTH, urgent: 'critical-grade' },
  'request.collecting': { kind: 'request', to: ['department'], by: BOTH },
  'request.refused': { kind: 'answer', to: ['asker', 'followers'], by: BOTH },
  'response.posted': { kind: 'answer', to: ['asker', 'collecting-department', 'followers'], by: BOTH },
  'response.returned': {
    kind: 'request',
    to: ['request-desk', 'followers'],
    by: BOTH,
    urgent: 'critical-grade',
  },
  'response.accepted': { kind: 'request', to: ['department', 'followers'], by: INBOX },
  'comment.added': { kind: 'comment', to: ['other-side'], by: BOTH },
  'comment.mentioned': { kind: 'comment', to: ['mentioned'], by: BOTH },
  'signal.reported': { kind: 'signal', to: ['officers'], by: INBOX },
  'signal.questioned': { kind: 'signal', to: ['reporter'], by: BOTH },
  'signal.answered': { kind: 'signal', to: ['questioner'], by: BOTH },
  'signal.attached': { kind: 'signal', to: ['reporter'], by: INBOX },
  'signal.dismissed': { kind: 'signal', to: ['reporter'], by: INBOX },
  'issue.referred': { kind: 'issue', to: ['handler', 'followers'], by: INBOX },
  'issue.opened': { kind: 'following', to: ['followers'], by: BOTH },
  'issue.grade-risen': { kind: 'issue', to: ['handler', 'followers'], by: BOTH, urgent: 'critical-grade' },
  'issue.crisis-suspected': { kind: 'crisis', to: ['handler', 'followers'], by: BOTH, urgent: 'critical' },
  'issue.handed-over': {
    kind: 'crisis',
    to: ['officers', 'reported-to', 'followers'],
    by: BOTH,
    urgent: 'critical',
  },
  'issue.closed': { kind: 'request', to: ['unjudged', 'followers'], by: BOTH },
  'issue.closing-reported': { kind: 'issue', to: ['reported-to'], by: BOTH },
  'issue.reopened': { kind: 'issue', to: ['closer', 'followers'], by: INBOX },
  'decision.voided': { kind: 'issue', to: ['decider'], by: INBOX },
  'warning.raised': { kind: 'warning', to: ['handler', 'officers-at-large'], by: BOTH, urgent: 'alert' },
  'feed.died': { kind: 'system', to: ['officers', 'admins'], by: INBOX },
  'acceptance.granted': { kind: 'issue', to: ['handler'], by: INBOX },
  'acceptance.ended': { kind: 'issue', to: ['handler'], by: BOTH },
  'reorganisation.planned': { kind: 'system', to: ['officers', 'admins'], by: INBOX },
  'reorganisation.undone': { kind: 'system', to: ['officers', 'admins'], by: INBOX },
  'reorganisation.took-effect': { kind: 'system', to: ['officers', 'admins', 'moved-people'], by: BOTH },
  'reorganisation.blocked': { kind: 'system', to: ['officers', 'admins'], by: BOTH },
  'policy.activated': { kind: 'system', to: ['officers'], by: INBOX },
  'import.finished': { kind: 'import', to: ['importer'], by: INBOX },
  'import.failed': { kind: 'import', to: ['importer'], by: INBOX },
  'request.reminded': { kind: 'reminder', to: ['request-desk'], by: BOTH, urgent: 'critical-grade' },
  'office.reminded': { kind: 'reminder', to: ['asker', 'handler'], by: BOTH, urgent: 'critical-grade' },
  'request.escalated': {
    kind: 'reminder',
    to: ['superior', 'asker', 'handler'],
    by: BOTH,
    urgent: 'critical-grade',
  },
  'escalation.prepared': {
    kind: 'reminder',
    to: ['asker', 'handler'],
    by: BOTH,
    urgent: 'critical-grade',
  },
  'escalation.released': { kind: 'reminder', to: ['superior'], by: BOTH, urgent: 'critical-grade' },
  'issue.review-due': { kind: 'issue', to: ['handler'], by: INBOX },
  'issue.follow-up-asked': { kind: 'issue', to: ['closer', 'lead-department'], by: BOTH },
  'issue.follow-up-answered': { kind: 'issue', to: ['closer'], by: INBOX },
  'deputy.appointed': { kind: 'deputy', to: ['absent', 'deputy'], by: BOTH },
  'deputy.ended': { kind: 'deputy', to: ['absent', 'deputy'], by: INBOX },
  'second-factor.taken-away': { kind: 'account', to: ['account-holder'], by: BOTH },
  'report.compiled': { kind: 'report', to: ['officers'], by: INBOX },
  'report.held': { kind: 'report', to: ['officers'], by: INBOX },
  'report.released': { kind: 'report', to: ['officers'], by: INBOX },
  'report.review-due': { kind: 'report', to: ['officers'], by: BOTH },
  'report.issue-due': { kind: 'report', to: ['officers'], by: BOTH },
  'report.published': { kind: 'report', to: ['managers'], by: BOTH },
  'report.resent': { kind: 'report', to: ['report-reader'], by: BOTH },
  'outlook.results-due': { kind: 'report', to: ['officers'], by: BOTH },
  'round.asked': { kind: 'request', to: ['asked-department'], by: BOTH },
  'round.reminded': { kind: 'reminder', to: ['asked-department'], by: BOTH },
  'webhook.disabled': { kind: 'system', to: ['admins'], by: BOTH },
  'contact.failed': { kind: 'system', to: ['officers'], by: BOTH },
  'step.parked': { kind: 'system', to: ['admins'], by: BOTH },
} as const satisfies Record<Notified, Notice>;
export type NoticeName = keyof typeof NOTICES;

/** What is told to more than its followers. */
export type HeardName = Exclude<NoticeName, 'issue.opened'>;
export const HEARD_NAMES = (Object.keys(NOTICES) as NoticeName[]).filter(
  (name): name is HeardName => name !== 'issue.opened',
);
export const isNotice = (name: string): name is NoticeName => name in NOTICES;
export const noticeOf = (name: NoticeName): Notice => NOTICES[name];

const OFFICE = ['officer', 'manager'] as const;
const EVERYBODY = ['officer', 'department', 'manager', 'auditor'] as const;

/** Roles among which an audience is found: nobody is offered preferences for what never comes. */
const ROLES_OF: Record<Audience, readonly Role[]> = {
  department: ['department'],
  'former-department': ['department'],
  'former-people': ['department'],
  'moved-people': EVERYBODY,
  'request-handler': ['department'],
  'request-desk': ['department'],
  'collecting-department': ['department'],
  unjudged: ['department'],
  asker: OFFICE,
  reporter: ['department'],
  questioner: ['officer'],
  handler: ['officer'],
  closer: ['officer'],
  decider: OFFICE,
  officers: ['officer'],
  superior: ['department', 'manager'],
  'reported-to': OFFICE,
  'lead-department': ['department'],
  'asked-department': ['department'],
  absent: EVERYBODY,
  deputy: EVERYBODY,
  'officers-at-large': ['officer'],
  managers: ['manager'],
  'report-reader': ['manager'],
  'account-holder': ROLES,
  importer: ['officer'],
  admins: ['admin'],
  'other-side': ['officer', 'manager', 'department'],
  mentioned: EVERYBODY,
  followers: EVERYBODY,
};

/** Notices that may come to people of this role, by their kinds; what is followed has no others. */
export function noticesFor(role: Role): Map<NoticeKind, HeardName[]> {
  const heard = HEARD_NAMES.filter((name) =>
    noticeOf(name).to.some((audience) => audience !== 'followers' && ROLES_OF[audience].includes(role)),
  );
  const byKind = groupBy(heard, (name) => noticeOf(name).kind);
  return role === 'admin' ? byKind : byKind.set('following', []);
}

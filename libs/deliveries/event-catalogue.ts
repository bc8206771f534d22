import { QUEUES, type EventName, type Events } from '#events/events.js';
import { AWAITED, OFFICE_AWAITED } from '#actions/vocabulary.js';
import {
  DECISION_OUTCOMES,
  DIRECTIONS,
  GRADES,
  OUTCOMES,
  RECURRED,
  REVIEW_OUTCOMES,
  STAGES,
} from '#issues/vocabulary.js';
import { POSITIONS } from '#people/vocabulary.js';
import { WARNING_LEVELS } from '#warnings/vocabulary.js';
import {
  always,
  day,
  id,
  instant,
  listOf,
  month,
  name,
  oneOf,
  optional,
  orNull,
  whole,
  workingDays,
  type Fields,
} from './event-fields.js';
import { CONTACT_STATES, DISABLED_REASONS } from './vocabulary.js';

interface Entry<N extends EventName> {
  /** Raised by whatever a reader of the event could trip over. */
  version: number;
  payload: Fields<Events[N]>;
}

const signal = { signalId: id };
const issue = { issueId: id };
const revised = { ...issue, revision: whole };
const toDepartment = { ...issue, requestId: id, departmentId: id };
const answered = { ...toDepartment, departmentId: orNull(id), responseId: id };
const reorganisation = { reorganisationId: id };
const version = { version: name('2026-1') };
const edition = { month, edition: whole };
const escalated = { ...issue, requestId: id, escalationId: id, position: oneOf(POSITIONS) };
const overdue = { of: oneOf(AWAITED), late: workingDays, moment: instant };
const step = { hintId: whole, queue: oneOf(QUEUES) };
const [, , ...CONTACT_FAULTS] = CONTACT_STATES;
const contact = { departmentId: orNull(id), userId: orNull(id), as: oneOf(CONTACT_FAULTS) };
/** Where something was said: of a note that is for the office only, no department. */
const about = { ...issue, requestId: optional(id), departmentId: optional(id), internal: optional(always) };
const comment = { ...about, commentId: id };
const first = <P>(payload: P): { version: 1; payload: P } => ({ version: 1, payload });

type Catalogue = { readonly [N in EventName]: Entry<N> };

const ENTRIES = {
  'signal.received': first(signal),
  'signal.clustered': first({ ...signal, clusterId: id }),
  'signal.separated': first({ ...signal, clusterId: id }),
  'signal.recognised': first({ ...signal, issueId: id }),
  'signal.observed': first(signal),
  'signal.unobserved': first(signal),
  'signal.reported': first({ ...signal, departmentId: id }),
  'signal.questioned': first({ ...signal, departmentId: id }),
  'signal.answered': first({ ...signal, departmentId: id }),
  'signal.attached': first({ ...signal, issueId: id }),
  'signal.detached': first({ ...signal, issueId: id }),
  'signal.dismissed': first(signal),
  'signal.restored': first(signal),

  'issue.signalled': first(issue),
  'warning.raised': first({ warningId: id, level: oneOf(WARNING_LEVELS), issueId: optional(id) }),
  'watch.due': first({ day }),
  'warning-rule.added': first({ ruleId: id }),
  'warning-rule.changed': first({ ruleId: id }),

  'feed.added': first({ feedId: id }),
  'feed.changed': first({ feedId: id }),
  'feed.removed': first({ feedId: id }),
  'feed.poll-asked': first({ feedId: id }),
  'feed.polled': first({ feedId: id }),
  'feed.died': first({ feedId: id }),
  'feed.recovered': first({ feedId: id }),

  'issue.reported': first(issue),
  'issue.amended': first(issue),
  'issue.revised': first(revised),
  'issue.identified': first(revised),
  'issue.analyzed': first(revised),
  'issue.prioritized': first({ ...revised, grade: oneOf(GRADES), direction: oneOf(DIRECTIONS) }),
  'issue.referred': first({ ...revised, stage: oneOf(STAGES) }),
  'issue.opened': first({ ...issue, direction: oneOf(DIRECTIONS) }),
  'issue.grade-risen': first({ ...revised, grade: oneOf(GRADES) }),
  'issue.crisis-suspected': first(revised),
  'issue.merged': first({ ...issue, intoId: id }),
  'issue.unmerged': first({ ...issue, intoId: id }),
  'issue.absorbed': first({ ...issue, fromId: id }),
  'issue.released': first({ ...issue, fromId: id }),
  'issue.handed-over': first({ ...issue, departmentId: orNull(id) }),
  'issue.lead-inherited': first({ ...issue, departmentId: id, fromId: id }),
  'issue.followed-up': first({ ...issue, followUpId: id }),
  'issue.closed': first({ ...issue, outcome: oneOf(OUTCOMES) }),
  'issue.closing-reported': first({ ...issue, position: oneOf(POSITIONS) }),
  'issue.reopened': first(issue),

  'acceptance.granted': first({ ...issue, acceptanceId: id }),
  'acceptance.ended': first({ ...issue, acceptanceId: id, as: oneOf(['expired', 'revoked', 'voided']) }),
  'alternative.chosen': first({ ...issue, alternativeId: id }),
  'alternative.unchosen': first({ ...issue, alternativeId: id }),

  'decision.taken': first({
    ...issue,
    decisionId: id,
    stage: oneOf(STAGES),
    outcome: oneOf(DECISION_OUTCOMES),
  }),
  'decision.voided': first({ ...issue, decisionId: id }),

  'lesson.used': first({ ...issue, sourceId: id }),

  'request.added': first({ ...issue, requestId: id, departmentId: orNull(id) }),
  'request.delivered': first(toDepartment),
  'request.acknowledged': first(toDepartment),
  'request.amended': first({ ...toDepartment, departmentId: orNull(id) }),
  'request.due-moved': first(toDepartment),
  'request.assigned': first(toDepartment),
  'request.collecting': first(toDepartment),
  'request.collecting-ended': first(toDepartment),
  'request.refused': first(toDepartment),
  'request.transferred': first({ ...toDepartment, fromId: id }),
  'request.inherited': first({ ...toDepartment, fromId: id }),
  'request.cancelled': first(toDepartment),
  'request.resumed': first(toDepartment),
  'response.posted': first(answered),
  'response.accepted': first(answered),
  'response.returned': first(answered),

  'request.reminded': first({ ...toDepartment, ...overdue, deadline: instant }),
  'office.reminded': first({
    ...issue,
    requestId: id,
    ...overdue,
    of: oneOf(OFFICE_AWAITED),
    deadline: instant,
  }),
  'request.escalated': first({ ...escalated, ...overdue, departmentId: id }),
  'escalation.prepared': first({ ...escalated, ...overdue }),
  'escalation.revised': first(escalated),
  'escalation.released': first({ ...escalated, departmentId: id }),
  'escalation.dismissed': first(escalated),
  'escalation.withdrawn': first(escalated),

  'issue.review-due': first({ ...issue, dueOn: day }),
  'issue.reviewed': first({ ...issue, reviewId: id, outcome: oneOf(REVIEW_OUTCOMES) }),
  'issue.follow-up-asked': first({ ...issue, questionId: id, departmentId: orNull(id) }),
  'issue.follow-up-answered': first({ ...issue, questionId: id, recurred: oneOf(RECURRED) }),

  'department.placed': first({ departmentId: id }),
  'area-contact.added': first({ departmentId: id, userId: id }),
  'area-contact.ended': first({ departmentId: id, userId: id }),
  'deputy.appointed': first({ deputyId: id }),
  'deputy.ended': first({ deputyId: id }),

  'file.added': first({ ...about, fileId: id }),
  'file.replaced': first({ ...about, fileId: id, fromId: id }),
  'comment.added': first(comment),
  'comment.mentioned': first({ ...comment, userIds: listOf(id) }),
  'comment.changed': first(comment),
  'comment.withdrawn': first(comment),
  'template.added': first({ templateId: id }),
  'template.changed': first({ templateId: id }),
  'template.removed': first({ templateId: id }),

  'reorganisation.planned': first(reorganisation),
  'reorganisation.undone': first(reorganisation),
  'reorganisation.took-effect': first(reorganisation),
  'reorganisation.blocked': first(reorganisation),
  'policy.drafted': first(version),
  'policy.revised': first(version),
  'policy.dropped': first(version),
  'policy.activated': first({ ...version, effectiveFrom: day }),
  'policy.took-effect': first(version),
  'policy.applied-in-part': first(version),
  'policy.applied': first(version),

  'import.requested': first({ importId: id }),
  'import.staged': first({ importId: id }),
  'import.progressed': first({ importId: id }),
  'import.checked': first({ importId: id }),
  'import.finished': first({ importId: id }),
  'import.failed': first({ importId: id }),
  'import.cancelled': first({ importId: id }),

  'report.requested': first({ month }),
  'report.compiled': first(edition),
  'report.held': first(edition),
  'report.released': first(edition),
  'report.review-due': first(edition),
  'report.issue-due': first(edition),
  'report.published': first(edition),
  'report.sent': first(edition),
  'report.resent': first({ ...edition, userId: id }),
  'outlook.settled': first({ month }),
  'outlook.results-due': first({ month, unsettled: whole }),

  'round.opened': first({ month }),
  'round.asked': first({ month, departmentId: id }),
  'round.reminded': first({ month, departmentId: id }),
  'round.answered': first({ month, departmentId: id }),
  'round.closed': first({ month }),

  'webhook.added': first({ webhookId: id }),
  'webhook.changed': first({ webhookId: id }),
  'webhook.rotated': first({ webhookId: id }),
  'webhook.removed': first({ webhookId: id }),
  'webhook.disabled': first({ webhookId: id, reason: oneOf(DISABLED_REASONS) }),
  'delivery.replayed': first({ deliveryId: id, issueId: optional(id) }),
  'user.added': first({ userId: id }),
  'user.changed': first({ userId: id }),
  'user.password-set': first({ userId: id }),
  'user.signed-out': first({ userId: id }),
  'second-factor.added': first({ userId: id }),
  'second-factor.removed': first({ userId: id }),
  'second-factor.taken-away': first({ userId: id }),
  'recovery-codes.renewed': first({ userId: id }),
  'identity.linked': first({ userId: id }),
  'user.pseudonymised': first({ userId: id }),
  'retention.carried-out': first({ runId: id }),
  'retention.scheduled': first({ as: oneOf(['on', 'off']) }),
  'token.added': first({ userId: id, tokenId: id }),
  'token.revoked': first({ userId: id, tokenId: id }),
  'contact.failed': first(contact),
  'contact.recovered': first(contact),

  'step.parked': first(step),
  'step.retried': first(step),
  'step.skipped': first(step),
} as const satisfies Catalogue;

type Surplus = {
  [N in EventName]: Exclude<keyof (typeof ENTRIES)[N]['payload'], keyof Events[N]>;
}[EventName];

/** Every event as others are told of it: an event that is missing here, and a field that differs, is an error of types. */
export const EVENT_CATALOGUE: Catalogue = ENTRIES satisfies [Surplus] extends [never] ? Catalogue : never;

export const EVENT_NAMES = Object.keys(EVENT_CATALOGUE) as [EventName, ...EventName[]];

import type {
  DecisionOutcome,
  Direction,
  Grade,
  Outcome,
  Recurred,
  ReviewOutcome,
  Stage,
} from '#issues/vocabulary.js';
import type { Awaited, OfficeAwaited } from '#actions/vocabulary.js';
import type { Position } from '#people/vocabulary.js';
import type { ContactFault, DisabledReason } from '#deliveries/vocabulary.js';
import type { WarningLevel } from '#warnings/vocabulary.js';

/**
 * Where in an issue something was said. What is `internal` names no department: nobody but the office ever hears of it, nor
 * can tell by a gap that there was something.
 */
interface About {
  issueId: string;
  requestId?: string;
  departmentId?: string;
  internal?: true;
}

/** Every fact the system announces, and exactly what it carries: ids and closed words, never snapshots. */
export interface Events {
  'signal.received': { signalId: string };
  /** It tells the story of others; the machine, or a person, put it there. */
  'signal.clustered': { signalId: string; clusterId: string };
  /** A person took it out of its cluster. */
  'signal.separated': { signalId: string; clusterId: string };
  /** It seems to tell the story of an open issue; nobody decided yet. */
  'signal.recognised': { signalId: string; issueId: string };
  'signal.observed': { signalId: string };
  'signal.unobserved': { signalId: string };
  /** By a department, which is told what becomes of it. */
  'signal.reported': { signalId: string; departmentId: string };
  'signal.questioned': { signalId: string; departmentId: string };
  'signal.answered': { signalId: string; departmentId: string };
  'signal.attached': { signalId: string; issueId: string };
  'signal.detached': { signalId: string; issueId: string };
  'signal.dismissed': { signalId: string };
  'signal.restored': { signalId: string };

  /** Signals came with a new issue. */
  'issue.signalled': { issueId: string };
  /** A rule of early warning rang; without an issue for what is none yet. */
  'warning.raised': { warningId: string; level: WarningLevel; issueId?: string };
  'watch.due': { day: string };
  'warning-rule.added': { ruleId: string };
  'warning-rule.changed': { ruleId: string };

  'feed.added': { feedId: string };
  'feed.changed': { feedId: string };
  'feed.removed': { feedId: string };
  'feed.poll-asked': { feedId: string };
  /** Somebody asked for it. */
  'feed.polled': { feedId: string };
  /** It failed so often that it counts as dead, or said that it is. */
  'feed.died': { feedId: string };
  'feed.recovered': { feedId: string };

  'issue.reported': { issueId: string };
  'issue.amended': { issueId: string };
  'issue.revised': { issueId: string; revision: number };
  'issue.identified': { issueId: string; revision: number };
  'issue.analyzed': { issueId: string; revision: number };
  'issue.prioritized': { issueId: string; revision: number; grade: Grade; direction: Direction };
  /** A stage asks a person to decide. */
  'issue.referred': { issueId: string; revision: number; stage: Stage };
  'issue.opened': { issueId: string; direction: Direction };
  /** Departments are at work and a new assessment weighs more than the decision did. */
  'issue.grade-risen': { issueId: string; revision: number; grade: Grade };
  /** Departments are at work and what came in sounds as if it has become a crisis: a person must say. */
  'issue.crisis-suspected': { issueId: string; revision: number };
  'issue.merged': { issueId: string; intoId: string };
  'issue.unmerged': { issueId: string; intoId: string };
  /** Another was merged into it, and came out of it again. */
  'issue.absorbed': { issueId: string; fromId: string };
  'issue.released': { issueId: string; fromId: string };
  'issue.handed-over': { issueId: string; departmentId: string | null };
  /** The department that led it has become another. */
  'issue.lead-inherited': { issueId: string; departmentId: string; fromId: string };
  /** The aftermath of a crisis became an issue of its own. */
  'issue.followed-up': { issueId: string; followUpId: string };
  'lesson.used': { issueId: string; sourceId: string };
  'issue.closed': { issueId: string; outcome: Outcome };
  /** 사후 보고: to who holds that position. */
  'issue.closing-reported': { issueId: string; position: Position };
  'issue.reopened': { issueId: string };

  'acceptance.granted': { issueId: string; acceptanceId: string };
  'acceptance.ended': { issueId: string; acceptanceId: string; as: 'expired' | 'revoked' | 'voided' };
  'alternative.chosen': { issueId: string; alternativeId: string };
  'alternative.unchosen': { issueId: string; alternativeId: string };

  'decision.taken': { issueId: string; decisionId: string; stage: Stage; outcome: DecisionOutcome };
  'decision.voided': { issueId: string; decisionId: string };

  'request.added': { issueId: string; requestId: string; departmentId: string | null };
  'request.delivered': { issueId: string; requestId: string; departmentId: string };
  'request.acknowledged': { issueId: string; requestId: string; departmentId: string };
  /** Its letter's number or the body concerned was written. */
  'request.amended': { issueId: string; requestId: string; departmentId: string | null };
  'request.due-moved': { issueId: string; requestId: string; departmentId: string };
  /** A division of the department takes it; again where another does. */
  'request.assigned': { issueId: string; requestId: string; departmentId: string };
  /** Its department collects the answers of others into one, or does no longer. */
  'request.collecting': { issueId: string; requestId: string; departmentId: string };
  'request.collecting-ended': { issueId: string; requestId: string; departmentId: string };
  'request.refused': { issueId: string; requestId: string; departmentId: string };
  'request.transferred': { issueId: string; requestId: string; departmentId: string; fromId: string };
  /** Its department has become another; nothing is asked anew. */
  'request.inherited': { issueId: string; requestId: string; departmentId: string; fromId: string };
  'request.cancelled': { issueId: string; requestId: string; departmentId: string };
  'request.resumed': { issueId: string; requestId: string; departmentId: string };
  'response.posted': Answered;
  'response.accepted': Answered;
  'response.returned': Answered;

  /** What was said by the clock: of what, how many working days after its deadline, and when it was to be said. */
  'request.reminded': {
    issueId: string;
    requestId: string;
    departmentId: string;
    of: Awaited;
    late: number;
    deadline: string;
    moment: string;
  };
  /** A refusal or an answer waits for the office; its department hears nothing of it. */
  'office.reminded': {
    issueId: string;
    requestId: string;
    of: OfficeAwaited;
    late: number;
    deadline: string;
    moment: string;
  };
  /** It went up the line by itself (상향 보고). */
  'request.escalated': Escalated & { departmentId: string; of: Awaited; late: number; moment: string };
  /** A word to a superior waits for an officer to release it. Until then its department hears nothing of it. */
  'escalation.prepared': Escalated & { of: Awaited; late: number; moment: string };
  'escalation.revised': Escalated;
  'escalation.released': Escalated & { departmentId: string };
  'escalation.dismissed': Escalated;
  /** It is not needed any more: the answer came, or somebody else is asked. */
  'escalation.withdrawn': Escalated;

  'issue.review-due': { issueId: string; dueOn: string };
  'issue.reviewed': { issueId: string; reviewId: string; outcome: ReviewOutcome };
  /** Some weeks after closing: did it happen again? */
  'issue.follow-up-asked': { issueId: string; questionId: string; departmentId: string | null };
  'issue.follow-up-answered': { issueId: string; questionId: string; recurred: Recurred };

  /** Somebody of a department is told first of a kind of issue, or of a district. */
  /** It stands under another department, or under none. */
  'department.placed': { departmentId: string };
  'area-contact.added': { departmentId: string; userId: string };
  'area-contact.ended': { departmentId: string; userId: string };

  'deputy.appointed': { deputyId: string };
  'deputy.ended': { deputyId: string };
  /** A file hangs on an answer or a comment from now on; its newer version does so at once. */
  'file.added': About & { fileId: string };
  'file.replaced': About & { fileId: string; fromId: string };
  'comment.added': About & { commentId: string };
  'comment.mentioned': About & { commentId: string; userIds: string[] };
  'comment.changed': About & { commentId: string };
  'comment.withdrawn': About & { commentId: string };
  /** 회신 서식 of the office or a department. */
  'template.added': { templateId: string };
  'template.changed': { templateId: string };
  'template.removed': { templateId: string };

  /** 조직개편: what happens to departments on a day. */
  'reorganisation.planned': { reorganisationId: string };
  'reorganisation.undone': { reorganisationId: string };
  'reorganisation.took-effect': { reorganisationId: string };
  /** Its day has come, and there is work that nobody would succeed to. */
  'reorganisation.blocked': { reorganisationId: string };

  'policy.drafted': { version: string };
  'policy.revised': { version: string };
  'policy.dropped': { version: string };
  'policy.activated': { version: string; effectiveFrom: string };
  /** Its day has come: open issues are weighed by it. */
  'policy.took-effect': { version: string };
  /** A part of the open issues was looked at; the next part follows. */
  'policy.applied-in-part': { version: string };
  'policy.applied': { version: string };

  'import.requested': { importId: string };
  /** Its file is read: the rows wait to be taken. */
  'import.staged': { importId: string };
  /** Some more of its rows are done. */
  'import.progressed': { importId: string };
  /** A dry run is through. */
  'import.checked': { importId: string };
  'import.finished': { importId: string };
  /** Its file could not be read. */
  'import.failed': { importId: string };
  'import.cancelled': { importId: string };

  'report.requested': { month: string };
  'report.compiled': { month: string; edition: number };
  /** The draft is not issued until it is released. */
  'report.held': { month: string; edition: number };
  'report.released': { month: string; edition: number };
  /** Its day of review, or of reporting, has come, and it is not issued. */
  'report.review-due': { month: string; edition: number };
  'report.issue-due': { month: string; edition: number };
  'report.published': { month: string; edition: number };
  /** Its messages are written: it reaches the managers whatever happens from here on. */
  'report.sent': { month: string; edition: number };
  /** One recipient is told of it once more. */
  'report.resent': { month: string; edition: number; userId: string };
  /** An officer settled what became of what the report of the month expected. */
  'outlook.settled': { month: string };
  /** Its day has come, and so many of its results are still only proposed. */
  'outlook.results-due': { month: string; unsettled: number };

  /** 수요조회: departments are asked what they expect of a month. */
  'round.opened': { month: string };
  'round.asked': { month: string; departmentId: string };
  'round.reminded': { month: string; departmentId: string };
  'round.answered': { month: string; departmentId: string };
  'round.closed': { month: string };

  'webhook.added': { webhookId: string };
  'webhook.changed': { webhookId: string };
  /** Its secret was changed. */
  'webhook.rotated': { webhookId: string };
  'webhook.removed': { webhookId: string };
  /** Its server said that it is gone, or failed for days. */
  'webhook.disabled': { webhookId: string; reason: DisabledReason };
  /** A person had it sent again. */
  'delivery.replayed': { deliveryId: string; issueId?: string };
  /** A department does not confirm its requests, or mail to one of its people bounces. */
  'user.added': { userId: string };
  'user.changed': { userId: string };
  /** By its owner, or anew by an administrator. */
  'user.password-set': { userId: string };
  /** From every device, by an administrator. */
  'user.signed-out': { userId: string };
  'second-factor.added': { userId: string };
  'second-factor.removed': { userId: string };
  /** By an administrator, for somebody who lost it. */
  'second-factor.taken-away': { userId: string };
  'recovery-codes.renewed': { userId: string };
  /** Whom the identity provider means by its subject. */
  'identity.linked': { userId: string };
  /** They left long ago: their name and address are kept no longer. */
  'user.pseudonymised': { userId: string };
  /** 보존·파기: what was kept long enough is gone. */
  'retention.carried-out': { runId: string };
  'retention.scheduled': { as: 'on' | 'off' };
  'token.added': { userId: string; tokenId: string };
  'token.revoked': { userId: string; tokenId: string };
  'contact.failed': { departmentId: string | null; userId: string | null; as: ContactFault };
  'contact.recovered': { departmentId: string | null; userId: string | null; as: ContactFault };

  /** A step failed for the last time and waits for *retry* or *skip*. */
  'step.parked': { hintId: number; queue: QueueName };
  'step.retried': { hintId: number; queue: QueueName };
  'step.skipped': { hintId: number; queue: QueueName };
}
export type EventName = keyof Events;

interface Answered {
  issueId: string;
  requestId: string;
  responseId: string;
  /** Null where the officer answers for no department. */
  departmentId: string | null;
}

interface Escalated {
  issueId: string;
  requestId: string;
  escalationId: string;
  position: Position;
}

/** A queue is named by the verb of its consumer. */
export const QUEUES = [
  'identify',
  'analyze',
  'prioritize',
  'act',
  'cluster',
  'reweigh',
  'compile',
  'import',
  'notify',
  'poll',
  'watch',
] as const;
export type QueueName = (typeof QUEUES)[number];

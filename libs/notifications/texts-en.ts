import type { Template } from './rules/template.js';
import type { TextName } from './text-names.js';
import { MONTH_TEXTS_EN } from './texts-of-the-month-en.js';

export const TEXTS_EN: Readonly<Record<TextName, Template>> = {
  'request.delivered': {
    title: '[Request] {issue}',
    lines: ['Please answer with your plan of action.', '○ Request : {request}', '○ Due : {due}'],
  },
  'request.transferred': {
    title: '[Transferred] {issue}',
    lines: [
      'Another department now answers this request.',
      '○ Department : {department}',
      '○ Request : {request}',
      '○ Due : {due}',
      '○ Reason : {reason}',
    ],
  },
  'request.inherited': {
    title: '[Successor] {issue}',
    lines: [
      'After a reorganisation another department answers this request. Its deadline stays as it is.',
      '○ Department : {department}',
      '○ Request : {request}',
      '○ Due : {due}',
      '○ Reason : {reason}',
    ],
  },
  'request.cancelled': {
    title: '[Withdrawn] {issue}',
    lines: [
      'The request below is withdrawn; no answer is needed.',
      '○ Request : {request}',
      '○ Reason : {reason}',
    ],
  },
  'request.resumed': {
    title: '[Request resumed] {issue}',
    lines: [
      'The issue was reopened: your answer is asked for again.',
      '○ Request : {request}',
      '○ Due : {due}',
    ],
  },
  'request.due-moved': {
    title: '[Deadline moved] {issue}',
    lines: [
      'The answer is due at another time.',
      '○ Due: {due}',
      '○ Reason: {reason}',
      '○ Request: {request}',
    ],
  },
  'request.assigned': {
    title: '[Assigned] {issue}',
    lines: ['You were named to handle this request.', '○ Request : {request}', '○ Due : {due}'],
  },
  'request.collecting': {
    title: '[One answer for all] {issue}',
    lines: [
      'Your department collects the answers of the others and sends one for all.',
      '○ Request : {request}',
      '○ Due : {due}',
    ],
  },
  'request.refused': {
    title: '[Not ours] {issue}',
    lines: [
      '{department} asks to assign the request elsewhere.',
      '○ Reason : {reason}',
      '○ Request : {request}',
    ],
  },
  'response.posted': {
    title: '[Response] {issue}',
    lines: ['{department} has answered. Please review.', '○ Request : {request}', '○ Response : {reason}'],
  },
  'response.returned': {
    title: '[Changes requested] {issue}',
    lines: [
      'Please complete your response.',
      '○ What is missing : {reason}',
      '○ Request : {request}',
      '○ Due : {due}',
    ],
  },
  'response.accepted': {
    title: '[Accepted] {issue}',
    lines: ['Your response was accepted.', '○ Request : {request}'],
  },
  'comment.added': {
    title: '[Comment] {issue}',
    lines: ['There is a new comment.', '○ By : {author}', '○ Request : {request}', '○ Comment : {reason}'],
  },
  'comment.mentioned': {
    title: '[Mention] {issue}',
    lines: [
      'You were named in a comment.',
      '○ By : {author}',
      '○ Request : {request}',
      '○ Comment : {reason}',
    ],
  },
  'signal.reported': {
    title: '[Reported] {title}',
    lines: ['{department} reported a signal. Please look at it.'],
  },
  'signal.questioned': {
    title: '[Question] {title}',
    lines: ['The office asks for more about what you reported.', '○ Question : {reason}'],
  },
  'signal.answered': {
    title: '[Answered] {title}',
    lines: ['{department} answered your question.', '○ Question : {request}', '○ Answer : {reason}'],
  },
  'signal.attached': {
    title: '[Taken up] {title}',
    lines: ['What you reported is now part of a risk issue.'],
  },
  'signal.dismissed': {
    title: '[Not taken up] {title}',
    lines: ['What you reported was looked at and is not managed as a risk.', '○ Reason : {reason}'],
  },
  'issue.referred': {
    title: '[Review] {issue}',
    lines: ['The assessment is done and waits for your review.'],
  },
  'issue.grade-risen': {
    title: '[Grade risen] {issue}',
    lines: ['An issue that departments work on now weighs more. Please check.'],
  },
  'issue.crisis-suspected': {
    title: '[Crisis?] {issue}',
    lines: [
      'What came in on an issue that departments work on reads as if it has become a crisis.',
      '○ Hand it over if it is one; confirm that it goes on as it is if not.',
      '※ Until somebody decides, whatever else comes in asks again.',
    ],
  },
  'issue.handed-over': {
    title: '[Crisis] {issue}',
    lines: ['Handed over as a crisis.', '※ Register its follow-up as a new issue.'],
  },
  'issue.closed': {
    title: '[Closed] {issue}',
    lines: [
      'The issue you answered on was closed. Your answer stays on record unjudged; nothing is left to do.',
    ],
  },
  'issue.closing-reported': {
    title: '[Closed, for your information] {issue}',
    lines: ['The issue was closed. Its outcome and lesson stand on its page.'],
  },
  'issue.reopened': {
    title: '[Reopened] {issue}',
    lines: ['An issue you closed was taken up again.', '○ Reason : {reason}'],
  },
  'decision.voided': {
    title: '[Decision void] {issue}',
    lines: ['The issue changed after your decision. Please look at the new assessment.'],
  },
  'warning.raised': {
    title: '[{level}] {issue}',
    lines: ["The early-warning rule '{rule}' applies. Please have a look.", '{readings}'],
  },
  'feed.died': {
    title: '[Feed dead] {feed}',
    lines: [
      'A press feed could not be read again and again. Please check its address or switch it off.',
      '○ Why : {reason}',
    ],
  },
  'acceptance.granted': {
    title: '[Accepted risk] {issue}',
    lines: ['The risk was accepted.', '○ Reason : {reason}'],
  },
  'acceptance.ended': {
    title: '[Acceptance ended] {issue}',
    lines: ['The risk is no longer accepted: please decide how to treat it.', '○ Reason : {reason}'],
  },
  'reorganisation.planned': {
    title: '[Reorganisation] Entered',
    lines: [
      'A reorganisation was entered. On its day open work goes to the successor.',
      '○ What : {reorganisation}',
      '○ Why : {reason}',
    ],
  },
  'reorganisation.undone': {
    title: '[Reorganisation] Taken back',
    lines: ['A reorganisation was taken back.', '○ What : {reorganisation}'],
  },
  'reorganisation.took-effect': {
    title: '[Reorganisation] In effect',
    lines: [
      'Open work is now with the successor. Deadlines stay as they are.',
      '○ What : {reorganisation}',
      '○ Why : {reason}',
    ],
  },
  'reorganisation.blocked': {
    title: '[Reorganisation] Held up',
    lines: [
      'There is open work that nobody would succeed to. Please transfer it, or enter a successor.',
      '○ What : {reorganisation}',
    ],
  },
  'policy.activated': {
    title: '[Policy] A new policy takes effect',
    lines: ['A new policy was activated. On its day the open issues are weighed again.'],
  },
  'import.finished': {
    title: '[Import] {file} is done',
    lines: [
      '{created} new, {known} known already, {failed} with errors',
      '{?faulty}The rows with errors can be downloaded, mended and sent again.',
    ],
  },
  'import.failed': {
    title: '[Import] {file} could not be read',
    lines: ['Nothing was imported. Please look at the reason.'],
  },
  'request.reminded': { title: '[{reminder}] {issue}', lines: ['{call}', '○ Request : {request}'] },
  'office.reminded': {
    title: '[{reminder}] {issue}',
    lines: ['{call}', '○ Department : {department}', '○ Request : {request}'],
  },
  'request.escalated': {
    title: '[Up the line] {issue}',
    lines: ['{department} is late with its {awaited}.', '{reason}'],
  },
  'escalation.prepared': {
    title: '[To be released] {issue}',
    lines: [
      '{department} is late with its {awaited}. A word to the {position} is prepared: please look at it and decide whether it goes.',
      '{reason}',
    ],
  },
  'escalation.released': {
    title: '[Up the line] {issue}',
    lines: ['{department} is late with its {awaited}.', '{reason}'],
  },
  'issue.review-due': {
    title: '[Review] {issue}',
    lines: ['The issue is due for its review: how is it coming along, does it still weigh the same?'],
  },
  'issue.follow-up-asked': {
    title: '[After closing] {issue}',
    lines: ['Did it happen again? If it did, the issue is taken up again.'],
  },
  'issue.follow-up-answered': {
    title: '[After closing] {issue}',
    lines: [
      'It was answered whether a closed issue happened again.',
      '○ Result : {result}',
      '○ Note : {reason}',
    ],
  },
  'deputy.appointed': { title: '[Deputy] Appointed', lines: ['A deputy was appointed.', '○ Who : {deputy}'] },
  'deputy.ended': { title: '[Deputy] Ended', lines: ['A deputy was ended.', '○ Who : {deputy}'] },
  'second-factor.taken-away': {
    title: '[Account] Second factor taken away',
    lines: [
      'An administrator took the second factor from your account and signed you out everywhere.',
      '○ To do: set it up again in the settings.',
      '※ If you did not ask for it, tell an administrator at once.',
    ],
  },
  ...MONTH_TEXTS_EN,
  'webhook.disabled': {
    title: '[Webhook disabled] {webhook}',
    lines: [
      'A webhook was switched off. Please look at its server, then switch it on again.',
      '○ Why: {reason}',
      '※ It is not told of what happens meanwhile.',
    ],
  },
  'contact.failed': {
    title: '[Contact] {contact}',
    lines: ['{advice}', '○ State: {fault}', '○ Error: {reason}'],
  },
  'step.parked': {
    title: '[Parked] {issue}',
    lines: ['A step failed repeatedly and waits: retry or skip it.', '○ Error : {reason}'],
  },
  following: {
    title: '[Following] {issue}',
    lines: ['{what}', '○ Department : {department}', '○ You follow : {because}'],
  },
  digest: {
    title: '[Digest] {date}: {count}',
    lines: ['What happened since the last one, in one mail.'],
  },
};

import type { EventName } from '#events/events.js';

/** One fact of the live stream: ids only, what it is about is read anew. */
export interface LiveEvent {
  id: string;
  name: EventName;
  subject: string;
  payload: { issueId?: string; requestId?: string; responseId?: string; importId?: string };
}

/** What an event may have changed: single things and, with a `?` at the end, the lists of such things. */
export function touchedBy({ payload, name }: LiveEvent): string[] {
  if (payload.importId) return [`/imports/${payload.importId}`, '/imports?'];
  const paths = ['/issues/summary', '/issues/statistics'];
  if (payload.issueId) paths.push(`/issues/${payload.issueId}`, '/issues?', '/requests?', '/work');
  // A word up the line is no longer needed once something happened to its request.
  if (payload.requestId) paths.push(`/requests/${payload.requestId}`, '/escalations');
  if (name.startsWith('issue.')) paths.push('/reviews', '/follow-up-questions');
  // What is told is told to somebody.
  paths.push('/deliveries');
  if (payload.responseId) paths.push(`/responses/${payload.responseId}`);
  if (name.startsWith('report.')) paths.push('/reports');
  if (name.startsWith('report.') || name.startsWith('outlook.')) paths.push('/outlook');
  if (name.startsWith('round.')) paths.push('/rounds', '/work');
  if (name.startsWith('signal.')) paths.push('/signals?', '/clusters?');
  if (name.startsWith('warning')) paths.push('/early-warning-rules', '/warnings');
  if (name.startsWith('reorganisation.')) paths.push('/reorganisations', '/departments?', '/me');
  if (name.startsWith('retention.')) paths.push('/retention');
  if (name.startsWith('feed.')) paths.push('/feeds');
  if (name.startsWith('step.')) paths.push('/parked');
  return paths;
}

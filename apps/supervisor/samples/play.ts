import { addDays, addMonths } from '#platform/calendar.js';
import type { Act } from './plan.js';
import { ACTS } from './plan.js';
import type { Office } from './office.js';
import type { Story, StorySignal } from './stories-shape.js';

/** Stories told so far, each with its issue's id. */
export type Played = Map<Story, string>;

interface IssueSeen {
  stage: string;
  state: string;
  grade: string | null;
  direction: string | null;
  requests: { id: string; departmentId: string | null; state: string; response: { id: string } | null }[];
}

/** Plays the acts of one day: what is of one kind together, then waits until the machine has done its part. */
export async function playDay(office: Office, acts: Act[], played: Played): Promise<void> {
  for (const kind of ACTS) {
    const now = acts.filter((act) => act.do === kind);
    if (!now.length) continue;
    // One after the other, so that numbers follow the order of the stories.
    for (const act of now) await play(office, act, played);
    await office.settled();
  }
}

async function play(office: Office, act: Act, played: Played): Promise<void> {
  switch (act.do) {
    case 'report':
      return report(office, act.story, played);
    case 'decide':
      return decide(office, act.story, played.get(act.story)!);
    case 'acknowledge':
    case 'respond':
    case 'review':
      return answer(office, act, played.get(act.story)!);
    case 'refuse':
      return refuse(office, act.story, played.get(act.story)!);
    case 'close':
      return office.officer('POST', `/issues/${played.get(act.story)}/closure`, {
        outcome: act.story.closure!.outcome,
        lesson: act.story.closure!.lesson,
      });
    case 'compile':
      return office.officer('POST', '/reports', { month: act.month });
    case 'approve':
      return office.manager('POST', `/reports/${act.month}/approval`);
    case 'settle':
      return settle(office, act.month);
  }
}

/** As the rule proposes it; what the rule finds unforeseen stays so. */
async function settle(office: Office, month: string): Promise<void> {
  const { entries, unforeseen } = await office.officer<{
    entries: { issueId: string; proposed: string }[];
    unforeseen: { issueId: string }[];
  }>('GET', `/outlook/${month}/results`);
  const settled = [
    ...entries.map(({ issueId, proposed }) => ({ issueId, result: proposed })),
    ...unforeseen.map(({ issueId }) => ({ issueId, result: 'unforeseen' })),
  ];
  if (settled.length) await office.officer('POST', `/outlook/${month}/results`, { entries: settled });
}

async function report(office: Office, story: Story, played: Played): Promise<void> {
  const { leadDepartment, expectedMonthOffset, signals, requests, ...issue } = story.issue;
  const today = await office.today();
  const { id } = await office.officer<{ id: string }>('POST', '/issues', {
    ...issue,
    expectedMonth: expectedMonthOffset === null ? null : addMonths(office.thisMonth, expectedMonthOffset),
    leadDepartmentId: leadDepartment ? office.department(leadDepartment) : null,
    signals: signals.map((signal) => placed(signal, today, office.startedOn)),
    requests: requests.map(({ department, ...request }) => ({
      ...request,
      departmentId: department ? office.department(department) : null,
    })),
  });
  played.set(story, id);
}

/** Days ago are counted from the day of installation; a count covers the days up to the eve of the report. */
function placed(
  { publishedDaysAgo, periodDays, ...signal }: StorySignal,
  today: string,
  startedOn: string,
): object {
  const publishedOn =
    signal.publishedOn ??
    (publishedDaysAgo === undefined ? undefined : addDays(startedOn, -publishedDaysAgo));
  const period = periodDays ? { periodFrom: addDays(today, -periodDays), periodTo: addDays(today, -1) } : {};
  return { ...signal, ...(publishedOn && { publishedOn }), ...period };
}

/** Decides wherever the pipeline waits for a person: first that it is no duplicate, then how much it weighs. */
async function decide(office: Office, { decision }: Story, id: string): Promise<void> {
  const { outcome, reason = '담당자 검토 결과', grade, direction } = decision!;
  for (let turn = 0; turn < 2; turn += 1) {
    await office.settled();
    const issue = await office.officer<IssueSeen>('GET', `/issues/${id}`);
    const leaves = outcome === 'reject' || outcome === 'crisis';
    if (issue.state !== 'review' && !leaves) return;
    if (leaves || issue.stage === 'identify') {
      await office.officer('POST', `/issues/${id}/decisions`, {
        stage: issue.stage,
        outcome: leaves ? outcome : 'confirm',
        reason,
      });
      if (leaves) return;
      continue;
    }
    const differs = (grade && grade !== issue.grade) || (direction && direction !== issue.direction);
    await office.officer('POST', `/issues/${id}/decisions`, {
      stage: issue.stage,
      outcome: differs ? 'override' : outcome,
      reason,
      ...(grade && { grade }),
      ...(direction && { direction }),
    });
    return;
  }
}

async function answer(
  office: Office,
  act: Extract<Act, { request: number }>,
  issueId: string,
): Promise<void> {
  const issue = await office.officer<IssueSeen>('GET', `/issues/${issueId}`);
  const request = issue.requests[act.request];
  if (!request?.departmentId)
    throw new Error(`${act.story.key}: request ${act.request} was not sent to a department`);
  if (act.do === 'acknowledge')
    return office.as(request.departmentId, 'POST', `/requests/${request.id}/acknowledgement`);
  const { daysAgo: _, review, ...response } = act.story.responses![act.request]!;
  if (act.do === 'respond')
    return office.as(request.departmentId, 'POST', `/requests/${request.id}/responses`, response);
  const { daysAgo: __, ...judgement } = review!;
  return office.officer('POST', `/responses/${request.response!.id}/review`, judgement);
}

async function refuse(office: Office, { refusal }: Story, issueId: string): Promise<void> {
  const issue = await office.officer<IssueSeen>('GET', `/issues/${issueId}`);
  const { id, departmentId } = issue.requests[refusal!.request]!;
  await office.as(departmentId!, 'POST', `/requests/${id}/refusal`, {
    reason: refusal!.reason,
    suggestedDepartmentId: office.department(refusal!.suggestedDepartment),
  });
}

import { randomUUID } from 'node:crypto';
import { Api, type Json } from './api.js';
import { eventually, type City } from './city.js';
import { anIssue, heavy, middling, settled } from './issues.js';
import { nonsense } from './words.js';

/** Everything that hangs on one issue. */
export interface Case {
  issueId: string;
  requestId: string;
  responseId: string;
  signalId: string;
}

/** Words that must be nowhere for those who are not named. */
export interface Secret extends Case {
  words: string[];
}

/** An issue at work, its request to a department answered, a signal on it. */
export async function openCase(
  officer: Api,
  department: Api,
  departmentIds: string[],
  more: object = {},
): Promise<Case> {
  const requests = departmentIds.map((departmentId) => ({ text: nonsense(4), departmentId }));
  const signals = [{ title: nonsense(), outlet: '한국일보', publishedOn: '2026-11-02' }];
  const { id } = await officer.post(
    '/issues',
    anIssue({ ...middling, requests, signals, leadDepartmentId: departmentIds[0], ...more }),
  );
  const issue = await settled(officer, id);
  const responseTo = issue.requests[0].id;
  const { id: responseId } = await department.post(`/requests/${responseTo}/responses`, {
    text: nonsense(4),
  });
  return { issueId: id, requestId: responseTo, responseId, signalId: issue.signals[0].id };
}

/** A confidential issue with all that can happen to one: decided on, asked about, answered, returned, accepted, closed, reopened. */
export async function confidentialCase(
  city: City,
  officer: Api,
  department: Api,
  words: string[],
  readers: string[],
): Promise<Secret> {
  const { labour } = city.people;
  const [title, summary, text, headline, answer, lesson, own] = words as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const { id } = await officer.post('/issues', {
    ...anIssue({
      ...heavy,
      title,
      summary,
      confidential: true,
      readers,
      leadDepartmentId: labour.departmentId,
    }),
    expectedMonth: '2026-12',
    requests: [{ text, departmentId: labour.departmentId, dueAt: '2026-11-01' }],
    signals: [{ title: headline, externalId: randomUUID() }],
    alternatives: [{ text: own }],
  });
  await settled(officer, id);
  await officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
  const { requests, signals } = await settled(officer, id);
  const requestId = requests[0].id;
  const first = await department.post(`/requests/${requestId}/responses`, { text: answer });
  await officer.post(`/responses/${first.id}/review`, { outcome: 'return', comment: answer });
  await department.post(`/requests/${requestId}/responses`, { text: answer });
  await officer.post(`/issues/${id}/closure`, { outcome: 'occurred', lesson });
  await officer.post(`/issues/${id}/reopening`, { reason: lesson });
  await officer.send('DELETE', `/signals/${signals[0].id}/issue`, undefined, { 'if-match': '"0"' });
  return { issueId: id, requestId, responseId: first.id, signalId: signals[0].id, words };
}

/** A word to a superior about a request, as the clock would prepare it one day. */
export async function prepareEscalation(city: City, requestId: string): Promise<string> {
  const id = randomUUID();
  await city.database.query(
    `insert into escalations (id, issue_id, request_id, department_id, about, deadline, step, position, state, text)
     select $1, issue_id, id, department_id, 'answer', '2026-11-01T18:00+09:00', 1, 'bureau-head', 'prepared', text
     from requests where id = $2`,
    [id, requestId],
  );
  return id;
}

/** Waits until whatever happened has been worked off and told, so that nothing is still on its way. */
export async function quiet(city: City, { but = [] }: { but?: string[] } = {}): Promise<void> {
  let left: Json[] = [];
  await eventually(
    'nothing is on its way any more',
    async () => {
      left = await city.database.query(LEFT, [but]);
      return left.length === 0;
    },
    45_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${JSON.stringify(left, null, 1)}`);
  });
}

const LEFT = `
select queue as what, to_jsonb(h) as row from hints h where parked_at is null and not queue = any($1::text[])
union all select 'feed', to_jsonb(p) from feed_pending p
union all select channel, to_jsonb(d) - 'body' - 'html' from deliveries d where state in ('pending', 'failed')
limit 10`;

/** A second person in the department of the first. */
export async function deskmate(city: City, admin: Api): Promise<Api> {
  const account = { email: 'deskmate@city.test', password: 'a-long-enough-password' };
  await admin.post('/users', {
    ...account,
    name: '옆자리',
    role: 'department',
    departmentId: city.people.labour.departmentId,
  });
  return Api.signIn(city.url, account.email, account.password);
}

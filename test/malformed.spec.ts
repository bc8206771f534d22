import fc from 'fast-check';
import { Api, type Answer, type Json } from './support/api.js';
import { nextMonth } from './support/browser-desk.js';
import { City } from './support/city.js';
import { Contract } from './support/contract.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';
import { malformed, type Known, type Malformed } from './support/malformed.js';
import { tally } from './support/tally.js';

const SEED = Number(process.env.MALFORMED_SEED ?? 20_261_122);
const REQUESTS = Number(process.env.MALFORMED_REQUESTS ?? 2000);
const AT_ONCE = 12;
const PATIENCE_MS = 20_000;

let city: City;
let who: Record<'officer' | 'admin' | 'labour', Api>;
let contract: Contract;

beforeAll(async () => {
  city = await City.start({ apps: ['intake', 'pipeline'] });
  who = await city.asEach('officer', 'admin', 'labour');
  contract = await Contract.of(city.url);
}, 120_000);
afterAll(() => city?.stop());

/** One of each thing, in a state in which something can be done to it. */
async function things(): Promise<Known> {
  const { labour, colleague, auditor } = city.people;
  const open = await atWork(who.officer, [labour.departmentId!, labour.departmentId!]);
  const waiting = await settled(who.officer, (await who.officer.post('/issues', anIssue(heavy))).id);
  const response = await who.labour.post(`/requests/${open.requests[0].id}/responses`, { text: '회신' });
  const signal = await who.officer.post('/signals', { channel: 'press', title: '보도' });
  await who.officer.post('/reports', { month: '2026-12' });
  await who.officer.post(`/rounds/${nextMonth()}`);
  return {
    issues: [open.id, waiting.id],
    requests: open.requests.map(({ id }: Json) => id),
    responses: [response.id],
    signals: [signal.id],
    users: [colleague.id, auditor.id],
    departments: [labour.departmentId!],
    reports: ['2026-12'],
    rounds: [nextMonth()],
    views: [
      (await who.officer.post('/views', { page: 'issues', name: '보기', query: 'stage=act', shared: true }))
        .id,
    ],
    feeds: [
      (await who.admin.post('/feeds', { name: '피드', url: 'https://news.example/rss', active: false })).id,
    ],
    'early-warning-rules': [(await who.admin.get('/early-warning-rules')).items[0].id],
    editions: ['1.pdf', '1.html'],
  };
}

/** Whoever may use the route, so that what is wrong is found by what lies behind. */
function callerOf({ verb, path }: Malformed['operation']): Api {
  if (verb === 'DELETE' && path.endsWith('/sessions/current')) return new Api(city.url, 'haechi=nobody');
  if (/\/(users|parked)/.test(path)) return who.admin;
  return /\/(acknowledgement|refusal|responses|answer)$/.test(path) ? who.labour : who.officer;
}

async function send({ operation, url, headers, body }: Malformed): Promise<string | null> {
  const target = new URL(url, city.url);
  const { cookie } = callerOf(operation);
  const shown = `${operation.verb} ${target.pathname}${target.search}`.slice(0, 400);
  try {
    const response = await fetch(target, {
      method: operation.verb,
      headers: { cookie, ...headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && { body }),
    });
    const answer = await read(response);
    const complaint =
      answer.status >= 500 ? `${answer.status}` : contract.complaint(operation.verb, target.pathname, answer);
    return (
      complaint &&
      `${shown} ${JSON.stringify(headers).slice(0, 200)} ${body?.slice(0, 400)}\n  → ${complaint} ${JSON.stringify(answer.body).slice(0, 300)}`
    );
  } catch (error) {
    return `${shown} ${JSON.stringify(headers).slice(0, 200)}: ${(error as Error).message} ${String((error as Error).cause)}`;
  }
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body!.cancel();
    return { status, headers, body: '' };
  }
  const text = await response.text();
  return { status, headers, body: type.includes('json') ? JSON.parse(text) : text };
}

it(
  `answers ${REQUESTS} malformed requests as documented, none with a 5xx, and works on`,
  async () => {
    const known = await things();
    const requests = fc.sample(malformed(contract, known), { numRuns: REQUESTS, seed: SEED });
    const complaints: string[] = [];
    let done = 0;
    const next = async (): Promise<void> => {
      for (let one = requests.pop(); one; one = requests.pop()) {
        const complaint = await send(one);
        if (complaint) complaints.push(complaint);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    tally(`malformed requests (seed ${SEED})`, done);
    expect(complaints.slice(0, 20)).toEqual([]);
    const issue = await settled(who.officer, (await who.officer.post('/issues', anIssue(heavy))).id);
    expect(issue).toMatchObject({ stage: 'prioritize', state: 'review' });
    expect((await fetch(`${city.url}/health/ready`)).status).toBe(200);
  },
  Math.max(120_000, REQUESTS * 60),
);

import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';

/** What this process is asked to do: it is the only one that talks to the API, and does nothing else. */
export type Task = { url: string; cookie: string } & (
  | { kind: 'load'; path: string; body: object; connections: number; seconds: number }
  | { kind: 'pace'; path: string; bodies: object[]; perSecond: number }
  | { kind: 'read'; paths: string[] }
  | { kind: 'ask'; path: string; bodies: object[] }
);

export interface Loaded {
  perSecond: number;
  /** Answers that were not 2xx, and connections that failed. */
  failed: number;
  succeeded: number;
}
export interface Timed {
  milliseconds: number[];
  failed: number;
}

/** So many connections, each sending the same body again as soon as it has its answer, every time under a new key. */
async function load(task: Extract<Task, { kind: 'load' }>): Promise<Loaded> {
  const result = await autocannon({
    url: task.url + task.path,
    method: 'POST',
    connections: task.connections,
    duration: task.seconds,
    headers: { 'content-type': 'application/json', cookie: task.cookie, 'idempotency-key': '[<id>]' },
    body: JSON.stringify(task.body),
    idReplacement: true,
  });
  return {
    perSecond: result['2xx'] / result.duration,
    succeeded: result['2xx'],
    failed: result.non2xx + result.errors,
  };
}

/** So many a second at even distances, whether or not the answers keep up. */
async function pace({
  url,
  path,
  cookie,
  bodies,
  perSecond,
}: Extract<Task, { kind: 'pace' }>): Promise<Timed> {
  const headers = (): Record<string, string> => ({
    'content-type': 'application/json',
    cookie,
    'idempotency-key': randomUUID(),
  });
  const begun = performance.now();
  const answers = bodies.map(async (body, i) => {
    await sleep((i * 1000) / perSecond - (performance.now() - begun));
    return timed(url + path, { method: 'POST', headers: headers(), body: JSON.stringify(body) });
  });
  return summed(await Promise.all(answers));
}

/** One after the other. */
async function read({ url, cookie, paths }: Extract<Task, { kind: 'read' }>): Promise<Timed> {
  const answers = [];
  for (const path of paths) answers.push(await timed(url + path, { headers: { cookie } }));
  return summed(answers);
}

/** One question after the other. */
async function ask({ url, path, cookie, bodies }: Extract<Task, { kind: 'ask' }>): Promise<Timed> {
  const headers = { 'content-type': 'application/json', cookie };
  const answers = [];
  for (const body of bodies)
    answers.push(await timed(url + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  return summed(answers);
}

async function timed(url: string, options: RequestInit): Promise<number | null> {
  const begun = performance.now();
  const response = await fetch(url, options);
  await response.arrayBuffer();
  return response.ok ? performance.now() - begun : null;
}

const summed = (answers: (number | null)[]): Timed => {
  const milliseconds = answers.filter((one) => one !== null);
  return { milliseconds, failed: answers.length - milliseconds.length };
};

function run(task: Task): Promise<Loaded | Timed> {
  switch (task.kind) {
    case 'load':
      return load(task);
    case 'pace':
      return pace(task);
    case 'read':
      return read(task);
    case 'ask':
      return ask(task);
  }
}

process.on('message', (task: Task) => {
  run(task).then(
    (answer) => process.send!({ type: 'answer', ...answer }),
    (error: Error) => process.send!({ type: 'error', message: error.stack }),
  );
});
process.on('disconnect', () => process.exit());
process.send!({ type: 'ready' });

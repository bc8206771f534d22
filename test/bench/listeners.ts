import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';

/** What this process is asked: to open so many streams, one for each cookie, and to tell when what came by them. */
export type ListenTask = { kind: 'open'; url: string; cookies: string[] } | { kind: 'heard' };
export interface Heard {
  /** By the id of an event: when each listener had it, in ms. */
  heard: Record<string, number[]>;
  /** Of how many the stream has ended. */
  ended: number;
}

const AT_ONCE = 20;

let heard: Record<string, number[]> = {};
let ended = 0;
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

async function open(url: string, cookies: string[]): Promise<void> {
  const waiting = [...cookies];
  const some = async (): Promise<void> => {
    for (let cookie = waiting.pop(); cookie; cookie = waiting.pop()) await listen(url, cookie);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
}

async function listen(url: string, cookie: string): Promise<void> {
  const request = get(`${url}/api/v1/stream`, { agent, headers: { cookie } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`stream: ${response.statusCode}`);
  response.on('close', () => (ended += 1)).on('error', () => undefined);
  await new Promise<void>((greeted) => follow(response, greeted));
}

function follow(response: IncomingMessage, greeted: () => void): void {
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const now = Date.now();
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      if (block.includes('event: hello')) greeted();
      const id = /^data: \{"id" : "([0-9a-f-]{36})"/m.exec(block)?.[1];
      if (id) (heard[id] ??= []).push(now);
    }
  });
}

async function run(task: ListenTask): Promise<object> {
  if (task.kind === 'open') {
    await open(task.url, task.cookies);
    return {};
  }
  const told = { heard, ended };
  heard = {};
  return told;
}

process.on('message', (task: ListenTask) => {
  run(task).then(
    (answer) => process.send!({ type: 'answer', ...answer }),
    (error: Error) => process.send!({ type: 'error', message: error.stack }),
  );
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send!({ type: 'ready' });

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What this process is asked: it takes mail and calls of webhooks, keeps nothing of them, and counts. */
export type SinkTask = 'open' | 'count';
export interface Opened {
  /** Host and port. */
  mail: string;
  web: string;
}
export interface Counted {
  count: number;
  /** When the first of them was taken since the last count, in ms. */
  since: number;
}

let count = 0;
let since = 0;
const take = (): void => {
  if (!count) since = Date.now();
  count += 1;
};

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    stream.resume().once('end', () => {
      take();
      done();
    });
  },
});
smtp.on('error', () => undefined);

const web = createServer((request, response) => {
  request.resume().once('end', () => {
    take();
    response.writeHead(204).end();
  });
});

async function open(): Promise<Opened> {
  const listen = async (server: Server): Promise<string> => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return { mail: await listen(smtp.server), web: await listen(web) };
}

function counted(): Counted {
  const answer = { count, since };
  count = 0;
  return answer;
}

process.on('message', ({ task }: { task: SinkTask }) => {
  const answer = task === 'open' ? open() : Promise.resolve(counted());
  void answer.then((told) => process.send!({ type: 'answer', ...told }));
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send!({ type: 'ready' });

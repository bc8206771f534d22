import { createTransport } from 'nodemailer';
import { Pool } from 'undici';

/** The same sent by the client alone: nothing is read, signed or noted. */
export type BareTask = { to: string; count: number; atOnce: number } & (
  | { channel: 'mail'; title: string; body: string; html: string }
  | { channel: 'webhook'; body: string }
);

/** One client, and how it sends one. */
function client(task: BareTask): { send: () => Promise<unknown>; close: () => unknown } {
  const { to, atOnce } = task;
  if (task.channel === 'mail') {
    const transport = createTransport({ url: `smtp://${to}`, pool: true, maxConnections: atOnce } as never);
    const mail = {
      from: 'haechi@city.test',
      to: { name: '김주무', address: 'kim@city.test' },
      subject: task.title,
      text: task.body,
      html: task.html,
    };
    return { send: () => transport.sendMail(mail), close: () => transport.close() };
  }
  const pool = new Pool(`http://${to}`, { connections: atOnce, pipelining: 1 });
  const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
  return {
    send: async () =>
      (await pool.request({ path: '/in', method: 'POST', headers, body: task.body })).body.dump(),
    close: () => pool.close(),
  };
}

async function run(task: BareTask): Promise<{ seconds: number }> {
  const { send, close } = client(task);
  const begun = performance.now();
  let left = task.count;
  const one = async (): Promise<void> => {
    while (left-- > 0) await send();
  };
  await Promise.all(Array.from({ length: task.atOnce }, one));
  const seconds = (performance.now() - begun) / 1000;
  await close();
  return { seconds };
}

process.on('message', (task: BareTask) => {
  run(task).then(
    (answer) => process.send!({ type: 'answer', ...answer }),
    (error: Error) => process.send!({ type: 'error', message: error.stack }),
  );
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send!({ type: 'ready' });

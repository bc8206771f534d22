import { jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Api } from './support/api.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { atWork } from './support/issues.js';
import { MailSink } from './support/receive-mail.js';
import { WebhookSink, type Called } from './support/receive-webhooks.js';

jest.setTimeout(180_000);

const PATH = '/in';

let sink: WebhookSink;
let mail: MailSink;
let city: City;
let officer: Api;

beforeAll(async () => {
  sink = await WebhookSink.open();
  mail = await MailSink.open();
  city = await City.start({
    env: { SMTP_URL: mail.url, OUTBOUND_ALLOW: sink.host, RELAY_INTERVAL_MS: '200' },
  });
  officer = await city.as('officer');
  const admin = await city.as('admin');
  await admin.post('/webhooks', { name: '연계', url: sink.url(PATH), events: ['policy.drafted'] });
}, 180_000);
afterAll(async () => {
  await city?.stop();
  sink?.close();
  await mail?.close();
});

let drafts = 0;
/** So many things happen that the webhook wants to hear of. */
async function happen(count: number): Promise<string[]> {
  const versions = Array.from({ length: count }, () => `s-${(drafts += 1)}`);
  for (const version of versions) await officer.post('/policies', { version, note: '검토용' });
  return versions;
}

/** A delivery belongs to its sender for a minute; here nobody waits for that. */
const endClaims = (): Promise<unknown> =>
  city.database.query(`update delivery_leases set until = clock_timestamp()`);

const byId = (calls: Called[]): Map<string, Called[]> => {
  const found = new Map<string, Called[]>();
  for (const call of calls) {
    const id = String(call.headers['webhook-id']);
    found.set(id, [...(found.get(id) ?? []), call]);
  }
  return found;
};

/** What its sender lived to note. */
async function notedSent(): Promise<Set<string>> {
  const sent = await city.database.query<{ id: string }>(`select id from deliveries where state = 'sent'`);
  return new Set(sent.map(({ id }) => id));
}

/** What came since, compared with what should have: each by its id, copies with the same bytes. @returns ids that came twice */
function expectAll(calls: Called[], versions: string[]): string[] {
  const deliveries = byId(calls);
  for (const copies of deliveries.values()) expect(new Set(copies.map(({ body }) => body)).size).toBe(1);
  const told = [...deliveries.values()].map(([first]) => JSON.parse(first!.body).data.version);
  expect(told.toSorted()).toEqual(versions.toSorted());
  for (const copies of deliveries.values()) expect(copies.length).toBeLessThanOrEqual(2);
  return [...deliveries].filter(([, copies]) => copies.length > 1).map(([id]) => id);
}

describe('a notifier that is killed in every window', () => {
  it.each([
    ['before what is written for webhooks is committed', 'webhooks.beforeCommit', false],
    ['between claiming and sending', 'dispatcher.afterClaim', false],
    ['between sending and noting it', 'dispatcher.afterSend', true],
    ['after noting it', 'dispatcher.afterNote', true],
  ])(
    '%s: nothing is missing, ids and bytes are equal, doubles only of what it had sent and not noted',
    async (...[, point, hadSent]) => {
      const from = sink.calls.length;
      const mails = mail.mails.length;
      await city.kill('notifier');
      const versions = await happen(12);
      const { number } = await atWork(officer, [city.people.labour.departmentId!]);
      await city.run('notifier', { env: { FAILPOINT: `${point}:kill@1` } });
      await eventually('its end', async () => city.child('notifier').signalCode === 'SIGKILL');
      const noted = await notedSent();
      await endClaims();
      await city.run('notifier');
      await expectPeace(city.database, 60_000);
      const doubled = expectAll(sink.calls.slice(from), versions);
      expect(doubled.filter((id) => !hadSent || noted.has(id))).toEqual([]);
      const sent = mail.mails.slice(mails);
      const parsed = await Promise.all([...new Set(sent)].map((raw) => simpleParser(raw)));
      expect(parsed.map(({ subject }) => subject)).toEqual([
        expect.stringContaining(`[요청사항] [${number}]`),
      ]);
    },
  );
});

describe('five notifiers', () => {
  it('at once send everything once', async () => {
    const others = ['two', 'three', 'four', 'five'];
    await Promise.all(others.map((name) => city.run('notifier', { name })));
    const from = sink.calls.length;
    const mails = mail.mails.length;
    const versions = await happen(100);
    await atWork(officer, [city.people.labour.departmentId!, city.people.economy.departmentId!]);
    await expectPeace(city.database, 60_000);
    expect(expectAll(sink.calls.slice(from), versions)).toEqual([]);
    expect(mail.mails.slice(mails)).toHaveLength(2);
    await Promise.all(others.map((name) => city.kill(name)));
  });
});

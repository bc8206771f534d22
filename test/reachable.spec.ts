import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { SENDING } from '#config/sending.js';
import { MailSink } from './support/receive-mail.js';
import { answers, WebhookSink } from './support/receive-webhooks.js';
import { atWork } from './support/issues.js';
import { turnClock } from './support/turn-clock.js';

let sink: WebhookSink;
let mail: MailSink;
let city: City;
let who: Record<'officer' | 'admin' | 'labour' | 'economy', Api>;

beforeAll(async () => {
  [sink, mail] = [await WebhookSink.open(), await MailSink.open()];
  city = await City.start({
    env: {
      SMTP_URL: mail.url,
      PUBLIC_URL: 'https://haechi.city.test',
      OUTBOUND_ALLOW: sink.host,
      SCHEDULE_INTERVAL_MS: '300',
      SESSION_HOURS: '9000',
    },
  });
  await turnClock(city.database, '2026-11-25T10:00');
  who = await city.asEach('officer', 'admin', 'labour', 'economy');
}, 120_000);
afterAll(async () => {
  await city?.stop();
  sink?.close();
  await mail?.close();
});

const unit = (name: 'labour' | 'economy' | 'water'): string => city.people[name].departmentId!;
const contact = async (name: 'labour' | 'economy' | 'water'): Promise<Json> =>
  (await who.admin.get(`/contacts?departmentId=${unit(name)}`)).items[0];
const isIn = (name: 'labour' | 'economy' | 'water', state: string): Promise<Json> =>
  eventually(`${name} is ${state}`, async () => {
    const one = await contact(name);
    return one.state === state && one;
  });
const alarms = async (departmentId: string): Promise<string[]> =>
  (
    await city.database.query<{ name: string }>(
      `select name from events where name like 'contact.%' and payload->>'departmentId' = $1 order by at, seq`,
      [departmentId],
    )
  ).map(({ name }) => name);

describe('a department', () => {
  it('whose address refuses mail is flagged, and well again once a copy sent by hand arrives', async () => {
    mail.refused.set('economy@city.test', 550);
    await atWork(who.officer, [unit('economy')]);
    const { people } = await isIn('economy', 'bouncing');
    expect(people).toEqual([
      expect.objectContaining({ email: 'economy@city.test', bounces: SENDING.contact.bounces }),
    ]);
    const [dead] = (await who.admin.get('/deliveries?state=dead&channel=mail')).items;
    mail.refused.clear();
    expect((await who.admin.send('POST', `/deliveries/${dead.id}/replay`)).status).toBe(202);
    await isIn('economy', 'ok');
    const after = await who.admin.get(`/deliveries/${dead.id}`);
    expect([after.state, after.history.map(({ error }: Json) => error === null)]).toEqual([
      'sent',
      [false, true],
    ]);
    expect(await alarms(unit('economy'))).toEqual(['contact.failed', 'contact.recovered']);
    expect((await who.admin.send('POST', `/deliveries/${dead.id}/replay`)).status).toBe(202);
  });

  it('that confirms nothing it is asked is flagged once, and well again when it confirms in time', async () => {
    const asked: Json[] = [];
    for (let n = 0; n < SENDING.contact.missed; n += 1) {
      expect((await contact('labour')).state).toBe('ok');
      asked.push(await atWork(who.officer, [unit('labour')]));
      await turnClock(city.database, `2026-12-0${n * 2 + 1}T10:00`);
    }
    expect((await isIn('labour', 'silent')).missed).toBe(SENDING.contact.missed);
    const next = await atWork(who.officer, [unit('labour')]);
    await who.labour.post(`/requests/${next.requests[0].id}/acknowledgement`, {});
    await turnClock(city.database, '2026-12-09T10:00');
    await isIn('labour', 'ok');
    expect(await alarms(unit('labour'))).toEqual(['contact.failed', 'contact.recovered']);
  });
});

describe('a webhook', () => {
  let drafts = 0;
  const happens = (): Promise<Json> =>
    who.officer.post('/policies', { version: `r-${(drafts += 1)}`, note: '검토용' });
  const hook = (path: string): Promise<Json> =>
    who.admin.post('/webhooks', { name: path, url: sink.url(path), events: ['policy.drafted'] });
  const logOf = async ({ id }: Json): Promise<Json[]> =>
    (await who.admin.get(`/deliveries?webhookId=${id}&limit=200`)).items;

  it('is sent once more what it has had, under the same id and to the byte', async () => {
    const webhook = await hook('/again');
    await happens();
    const [first] = await eventually('the first call', async () => {
      const calls = sink.at('/again');
      return calls.length > 0 && calls;
    });
    const [sent] = await eventually('it is noted', async () => {
      const found = await logOf(webhook);
      return found[0]?.state === 'sent' && found;
    });
    expect((await who.admin.send('POST', `/deliveries/${sent!.id}/replay`)).status).toBe(202);
    const second = await eventually('the second call', async () => sink.at('/again')[1]);
    expect([second.body, second.headers['webhook-id']]).toEqual([first!.body, first!.headers['webhook-id']]);
    const view = await eventually('both are on record', async () => {
      const one = await who.admin.get(`/deliveries/${sent!.id}`);
      return one.history.length === 2 && one;
    });
    expect(view).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('that fails again and again is left alone for a while, and the summary says so', async () => {
    sink.on('/failing', answers.status(503));
    const webhook = await hook('/failing');
    for (let n = 0; n < SENDING.circuit.opensAfter + 3; n += 1) await happens();
    const summary = await eventually('its circuit is open', async () => {
      const one = await who.admin.get('/deliveries/summary');
      return one.paused.some(({ webhookId }: Json) => webhookId === webhook.id) && one;
    });
    const paused = summary.paused.find(({ webhookId }: Json) => webhookId === webhook.id);
    expect(paused.failures).toBeGreaterThanOrEqual(SENDING.circuit.opensAfter);
    const [failed] = summary.failures.filter(({ webhookId }: Json) => webhookId === webhook.id);
    const attempts = (await logOf(webhook)).reduce((sum, one) => sum + one.attempts, 0);
    expect(failed).toMatchObject({ fault: 'status', status: 503, attempts, arrived: 0, dead: 0 });
    // Well again, it gets all that waited.
    sink.on('/failing', answers.status(204));
    await city.database.query('update circuits set open_until = clock_timestamp()');
    await city.database.query(`update deliveries set due_at = clock_timestamp() where state = 'failed'`);
    await eventually(
      'all has arrived',
      async () => {
        await city.database.query(`update deliveries set due_at = clock_timestamp() where state = 'failed'`);
        return (await logOf(webhook)).every(({ state }) => state === 'sent');
      },
      60_000,
    );
    expect((await who.admin.get('/deliveries/summary')).paused).toEqual([]);
  }, 90_000);
});

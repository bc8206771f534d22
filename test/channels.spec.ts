import { jest } from '@jest/globals';
import { type Api, type Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { expectPeace } from './support/expect-peace.js';
import { INSIDE } from './support/inside-addresses.js';
import { anIssue, atWork, heavy, settled } from './support/issues.js';
import { MailSink } from './support/receive-mail.js';
import { answers, WebhookSink, type Called } from './support/receive-webhooks.js';
import { verified } from './support/verify-webhook.js';
import { nonsense } from './support/words.js';

jest.setTimeout(180_000);

let sink: WebhookSink;
let mail: MailSink;
let city: City;
let admin: Api;
let officer: Api;

beforeAll(async () => {
  sink = await WebhookSink.open();
  mail = await MailSink.open();
  city = await City.start({
    env: {
      SMTP_URL: mail.url,
      PUBLIC_URL: 'https://haechi.city.test',
      OUTBOUND_ALLOW: sink.host,
      SCHEDULE_INTERVAL_MS: '500',
    },
  });
  admin = await city.as('admin');
  officer = await city.as('officer');
}, 180_000);
afterAll(async () => {
  await city?.stop();
  sink?.close();
  await mail?.close();
});

let paths = 0;
/** A webhook of its own place, and that place. */
async function hook(more: Json = {}): Promise<{ webhook: Json; path: string }> {
  const path = `/in/${(paths += 1)}`;
  const body = { name: `수신 ${paths}`, url: sink.url(path), events: ['policy.drafted'], ...more };
  return { webhook: await admin.post('/webhooks', body), path };
}

let drafts = 0;
/** Something happens that everybody may know of. */
const happens = async (): Promise<string> => {
  const version = `t-${(drafts += 1)}`;
  await officer.post('/policies', { version, note: '검토용' });
  return version;
};

const came = (path: string, count: number): Promise<Called[]> =>
  eventually(`${count} calls of ${path}`, async () => {
    const calls = sink.at(path);
    return calls.length >= count && calls;
  });

const logOf = async (webhookId: string): Promise<Json[]> =>
  (await admin.get(`/deliveries?webhookId=${webhookId}&limit=200`)).items;
const inState = (webhookId: string, state: string, count = 1): Promise<Json[]> =>
  eventually(`${count} of ${webhookId} are ${state}`, async () => {
    const found = (await logOf(webhookId)).filter((one) => one.state === state);
    return found.length >= count && found;
  });

/** What waits is due now: nobody has minutes here. */
const hurry = async (): Promise<void> => {
  await city.database.query(`update deliveries set due_at = clock_timestamp() where state = 'failed'`);
  await city.database.query(
    `update circuits set open_until = clock_timestamp(), asked_until = null where open_until is not null`,
  );
};

describe('a webhook', () => {
  it('is called with each event it wants, once, as a signed CloudEvent that fits the catalogue', async () => {
    const { webhook, path } = await hook();
    const { path: other } = await hook({ events: ['report.sent'] });
    const versions = [await happens(), await happens(), await happens()];
    const calls = await came(path, 3);
    const deliveries = await inState(webhook.id, 'sent', 3);
    expect(calls.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(
      deliveries.map(({ id }) => id).toSorted(),
    );
    for (const call of calls) {
      expect(call.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
      expect(verified(webhook.secret, call)).toMatchObject({
        specversion: '1.0',
        source: 'https://haechi.city.test',
        type: 'policy.drafted',
      });
    }
    expect(sink.events(path).map(({ data }) => data.version)).toEqual(versions);
    expect(sink.at(other)).toEqual([]);
  });

  it('of every event hears of every event in the order of their happening', async () => {
    const { webhook, path } = await hook({ events: null });
    const { id } = await atWork(officer, [city.people.labour.departmentId!]);
    const told = await eventually('the issue at work', async () => {
      const events = sink.events(path).filter(({ subject }) => subject === `issue:${id}`);
      return events.some(({ type }) => type === 'request.delivered') && events;
    });
    await eventually('all of it', async () =>
      (await logOf(webhook.id)).every(({ state }) => state === 'sent'),
    );
    const happened = await city.database.query<{ name: string; seq: number; payload: object }>(
      'select name, seq, payload from events where subject = $1 order by seq',
      [`issue:${id}`],
    );
    const byPlace = sink
      .events(path)
      .filter(({ subject }) => subject === `issue:${id}`)
      .toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
    expect(byPlace.map(({ type, sequence, data }) => [type, Number(sequence), data])).toEqual(
      happened.map(({ name, seq, payload }) => [name, seq, payload]),
    );
    expect(told[0].dataschema).toMatch(/\/api\/v1\/events\/catalogue#issue\.\w+\.v1$/);
    await admin.send('DELETE', `/webhooks/${webhook.id}`, undefined, { 'if-match': '*' });
  });

  it('is told nothing of a confidential issue but the id of what something happened to', async () => {
    const { webhook, path } = await hook({ events: null });
    const secrets = { title: nonsense(), summary: nonsense(12), text: nonsense(4) };
    const { id, number } = await officer.post('/issues', {
      ...anIssue({ ...heavy, title: secrets.title, summary: secrets.summary }),
      confidential: true,
      readers: [city.people.labour.id],
      requests: [{ text: secrets.text, departmentId: city.people.labour.departmentId }],
      leadDepartmentId: city.people.labour.departmentId,
    });
    await settled(officer, id);
    const told = await eventually('events of it', async () => {
      const events = sink.events(path).filter(({ subject }) => subject === `issue:${id}`);
      return events.length >= 3 && events;
    });
    for (const { data, sequence, dataschema, confidential } of told)
      expect([data, sequence, dataschema, confidential]).toEqual([
        { issueId: id },
        undefined,
        undefined,
        true,
      ]);
    const all = sink
      .at(path)
      .map(({ body }) => body)
      .join('\n');
    for (const word of [...Object.values(secrets), number]) expect(all).not.toContain(word);
    // Who is not named on it does not see that anything was sent.
    const colleague = await city.as('colleague');
    const seen = await colleague.get(`/deliveries?webhookId=${webhook.id}&limit=200`);
    expect(seen.items.map(({ issueId }: Json) => issueId)).not.toContain(id);
    await admin.send('DELETE', `/webhooks/${webhook.id}`, undefined, { 'if-match': '*' });
  });

  it('hears nothing while it is switched off, and of what comes from then on when it is on again', async () => {
    const { webhook, path } = await hook({ active: false });
    await happens();
    await eventually('its place in the feed', async () => {
      const [{ n }] = (await city.database.query<{ n: number }>(
        'select count(*)::int n from feed_pending',
      )) as [{ n: number }];
      return n === 0;
    });
    const on = await admin.send('PATCH', `/webhooks/${webhook.id}`, { active: true }, { 'if-match': '"1"' });
    expect(on.body).toMatchObject({ active: true, state: 'ok', version: 2 });
    const version = await happens();
    await came(path, 1);
    expect(sink.events(path).map(({ data }) => data.version)).toEqual([version]);
  });
});

describe('the secret of a webhook', () => {
  it('is shown once, and stands in no later answer, list, log or stored answer', async () => {
    const key = { 'idempotency-key': `hook-${Date.now()}` };
    const body = { name: '한 번', url: sink.url('/in/once') };
    const first = await admin.post('/webhooks', body, key);
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const again = await admin.post('/webhooks', body, key);
    expect(again).toEqual({ ...first, secret: null });
    const texts = [
      JSON.stringify(await admin.get('/webhooks')),
      JSON.stringify(await admin.get(`/webhooks/${first.id}`)),
      ...(
        await city.database.query<{ row: string }>(
          `select k::text as row from idempotency_keys k union all select e::text from events e`,
        )
      ).map(({ row }) => row),
    ];
    for (const text of texts) expect(text).not.toContain(first.secret.slice(6));
    const may = `select has_table_privilege('haechi_read', 'webhook_secrets', 'select') as may`;
    expect(await city.database.query(may)).toEqual([{ may: false }]);
    await admin.send('DELETE', `/webhooks/${first.id}`, undefined, { 'if-match': '*' });
  });

  it('is changed without a gap: for as long as was said both keys fit, then the new one alone', async () => {
    const { webhook, path } = await hook();
    const rotated = await admin.post(`/webhooks/${webhook.id}/rotation`, { hours: 2 });
    expect(rotated.secret).not.toBe(webhook.secret);
    expect(Date.parse(rotated.rotatingUntil) - Date.now()).toBeGreaterThan(7_000_000);
    await happens();
    const [both] = await came(path, 1);
    for (const secret of [webhook.secret, rotated.secret]) expect(verified(secret, both!)).not.toBeNull();
    const { secret } = await admin.post(`/webhooks/${webhook.id}/rotation`, { hours: 0 });
    await happens();
    const [, alone] = await came(path, 2);
    expect(verified(secret, alone!)).not.toBeNull();
    for (const old of [webhook.secret, rotated.secret]) expect(verified(old, alone!)).toBeNull();
  });
});

describe('a test call', () => {
  it('is a real one, and tells the status and how long it took', async () => {
    const { webhook, path } = await hook({ active: false });
    expect(await admin.post(`/webhooks/${webhook.id}/test`)).toMatchObject({
      ok: true,
      status: 204,
      fault: null,
    });
    expect(verified(webhook.secret, sink.at(path)[0]!)).toMatchObject({ type: 'webhook.test' });
    sink.on(path, answers.status(500));
    const failed = await admin.post(`/webhooks/${webhook.id}/test`);
    expect(failed).toMatchObject({ ok: false, status: 500, fault: 'status', answer: 'status 500' });
    expect(failed.durationMs).toBeGreaterThanOrEqual(0);
  });
});

describe('an address that leads inside', () => {
  it(`is refused when it is given, in each of ${INSIDE.length} writings, and so is a change to it`, async () => {
    const { webhook } = await hook();
    for (const host of INSIDE) {
      const url = `http://${host}/in`;
      const { status, body } = await admin.send('POST', '/webhooks', { name: '안쪽', url });
      expect([url, status, body.errors?.map(({ path }: Json) => path)]).toEqual([url, 400, ['url']]);
    }
    const url = `http://${INSIDE[0]}/in`;
    const changed = await admin.send('PATCH', `/webhooks/${webhook.id}`, { url }, { 'if-match': '*' });
    expect(changed).toMatchObject({ status: 400, body: { errors: [{ path: 'url' }] } });
  });

  it('is not called when its name comes to lead there later, nor where an answer points', async () => {
    const { webhook, path } = await hook();
    sink.on(path, answers.status(302, { location: sink.url('/in/elsewhere') }));
    // Whatever was checked when it was given: it is looked at whenever it is called.
    const { webhook: inner } = await hook();
    await city.database.query(`update webhooks set url = 'http://localtest.me.internal/' where id = $1`, [
      inner.id,
    ]);
    await happens();
    const [redirected] = await inState(webhook.id, 'failed');
    const [refused] = await inState(inner.id, 'failed');
    expect([redirected!.fault, refused!.fault]).toEqual(['redirects', 'forbidden']);
    expect(sink.at('/in/elsewhere')).toEqual([]);
    for (const { id } of [webhook, inner])
      await admin.send('DELETE', `/webhooks/${id}`, undefined, { 'if-match': '*' });
  });
});

describe('a server in trouble', () => {
  it('that answers 500 is called again with the same id and the same bytes until it takes it', async () => {
    const { webhook, path } = await hook();
    sink.on(path, answers.status(500));
    await happens();
    const [failed] = await inState(webhook.id, 'failed');
    expect(failed).toMatchObject({ fault: 'status', status: 500, error: 'HTTP 500', attempts: 1 });
    sink.on(path, answers.status(200));
    await hurry();
    const [first, second] = await came(path, 2);
    expect([second!.body, second!.headers['webhook-id']]).toEqual([
      first!.body,
      first!.headers['webhook-id'],
    ]);
    await inState(webhook.id, 'sent');
    const { history } = await admin.get(`/deliveries/${failed!.id}`);
    expect(history).toEqual([
      expect.objectContaining({ n: 1, status: 500, fault: 'status', answer: 'status 500' }),
      expect.objectContaining({ n: 2, status: 200, fault: null, error: null }),
    ]);
    expect(history[0].durationMs).toBeGreaterThanOrEqual(0);
  });

  it('that asks for time gets it, in seconds or by a date, and nothing else of ours comes meanwhile', async () => {
    const { webhook, path } = await hook();
    for (const asked of ['120', new Date(Date.now() + 120_000).toUTCString()]) {
      sink.on(path, answers.status(429, { 'retry-after': asked }));
      const before = sink.at(path).length;
      await happens();
      await came(path, before + 1);
      const { pausedUntil, state } = await eventually('the pause', async () => {
        const view = await admin.get(`/webhooks/${webhook.id}`);
        return view.state === 'paused' && view;
      });
      expect(state).toBe('paused');
      expect(Date.parse(pausedUntil) - Date.now()).toBeGreaterThan(100_000);
      const [{ wait }] = (await city.database.query<{ wait: number }>(
        `select max(extract(epoch from due_at - clock_timestamp()))::float as wait from deliveries where webhook_id = $1 and state = 'failed'`,
        [webhook.id],
      )) as [{ wait: number }];
      expect(wait).toBeGreaterThan(100);
      await happens();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(sink.at(path)).toHaveLength(before + 1);
      sink.on(path, answers.status(200));
      await hurry();
      await eventually('all sent', async () => {
        await hurry();
        return (await logOf(webhook.id)).every((one) => one.state === 'sent');
      });
    }
  });

  it('gets the time it asked for though it takes what was under way already', async () => {
    const { webhook, path } = await hook();
    let take = (): unknown => undefined;
    sink.on(path, (response) => {
      take = () => answers.status(200)(response);
      sink.on(path, answers.status(429, { 'retry-after': '120' }));
    });
    await happens();
    await came(path, 1);
    await happens();
    await inState(webhook.id, 'failed');
    take();
    await inState(webhook.id, 'sent');
    expect(await admin.get(`/webhooks/${webhook.id}`)).toMatchObject({ state: 'paused' });
    await happens();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(sink.at(path)).toHaveLength(2);
    sink.on(path, answers.status(200));
    await hurry();
  });

  it('that is gone (410) is not called again, and the administrators are told', async () => {
    const { webhook, path } = await hook();
    sink.on(path, answers.status(410));
    await happens();
    expect((await inState(webhook.id, 'dead'))[0]).toMatchObject({ fault: 'gone', status: 410 });
    expect(await admin.get(`/webhooks/${webhook.id}`)).toMatchObject({
      active: false,
      state: 'disabled',
      disabledReason: 'gone',
    });
    await eventually('the notice', async () =>
      (await admin.get('/inbox')).items.some(
        ({ event, title }: Json) => event === 'webhook.disabled' && title.includes(webhook.name),
      ),
    );
    await happens();
    expect(sink.at(path)).toHaveLength(1);
  });

  it('that hangs, drips or talks without end delays nobody else; what was taken counts as taken', async () => {
    const hanging = await hook();
    sink.on(hanging.path, answers.nothing);
    const dripping = await hook();
    sink.on(dripping.path, answers.drip);
    const talking = await hook();
    sink.on(talking.path, answers.endless);
    const healthy = await hook();
    const begun = Date.now();
    for (let n = 0; n < 20; n += 1) await happens();
    await came(healthy.path, 20);
    // It would take what hangs 15 s to give way.
    expect(Date.now() - begun).toBeLessThan(14_000);
    await inState(talking.webhook.id, 'sent', 1);
    for (const { webhook } of [hanging, dripping])
      expect((await inState(webhook.id, 'failed'))[0]).toMatchObject({ fault: 'timeout', status: null });
    // At most so many at once, however many wait.
    expect(sink.at(hanging.path).length).toBeLessThanOrEqual(16);
    for (const { webhook } of [hanging, dripping, talking])
      await admin.send('DELETE', `/webhooks/${webhook.id}`, undefined, { 'if-match': '*' });
  });
});

describe('in the end', () => {
  it('nothing is lost, doubled or told too much, and every event that happened is as catalogued', async () => {
    for (const { id } of (await admin.get('/webhooks')).items)
      await admin.send('DELETE', `/webhooks/${id}`, undefined, { 'if-match': '*' });
    // What somebody will not take any more is no unfinished work.
    await city.database.query(`update deliveries set state = 'suppressed' where state = 'dead'`);
    // What hung at that moment has yet to give way.
    await eventually(
      'peace',
      async () => {
        await hurry();
        return expectPeace(city.database, 500).then(
          () => true,
          () => false,
        );
      },
      60_000,
    );
    expect(await expectPeace(city.database)).toBeGreaterThanOrEqual(0);
  });
});

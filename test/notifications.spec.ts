import { simpleParser, type ParsedMail } from 'mailparser';
import type { Api, Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { anIssue, atWork, heavy, middling, settled } from './support/issues.js';
import type { People } from './support/people.js';
import { MailSink } from './support/receive-mail.js';
import { nonsense } from './support/words.js';

let sink: MailSink;
let city: City;
let officer: Api;
let labour: Api;

beforeAll(async () => {
  sink = await MailSink.open();
  city = await City.start({ env: { SMTP_URL: sink.url, PUBLIC_URL: 'https://haechi.city.test' } });
  officer = await city.as('officer');
  labour = await city.as('labour');
});
afterAll(async () => {
  await city?.stop();
  await sink?.close();
});

const addressed = (mail: ParsedMail): string =>
  [mail.to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');

/** Mails whose subject has this in it, once there are so many. */
const mails = (about: string, count = 1): Promise<ParsedMail[]> =>
  eventually(`${count} mails about ${about}`, async () => {
    const all = await Promise.all(sink.mails.map((raw) => simpleParser(raw)));
    const found = all.filter(({ subject }) => subject?.includes(about));
    return found.length >= count && found;
  });

const department = (who: keyof People): string => city.people[who].departmentId!;

interface Delivery {
  id: string;
  state: string;
  attempts: number;
  error: string | null;
  wait: number;
}

/** The mails about an issue as the log has them. */
const logged = (issueId: string): Promise<Delivery[]> =>
  city.database.query<Delivery>(
    `select id, state, attempts, error, extract(epoch from due_at - clock_timestamp())::float as wait from deliveries
     where issue_id = $1 and channel = 'mail' order by id`,
    [issueId],
  );

const reaches = (issueId: string, state: string): Promise<Delivery> =>
  eventually(`a mail about ${issueId} is ${state}`, async () =>
    (await logged(issueId)).find((one) => one.state === state),
  );

/** What waits is due now: nobody has half an hour here. */
const hurry = (): Promise<unknown> =>
  city.database.query(`update deliveries set due_at = clock_timestamp() where state = 'failed'`);

const answered = async (text: string): Promise<{ issue: Json; responseId: string }> => {
  const issue = await atWork(officer, [department('labour')]);
  const [{ id }] = issue.requests;
  const response = await labour.post(`/requests/${id}/responses`, { text, status: 'underway' });
  return { issue, responseId: response.id };
};

describe('a request', () => {
  it('reaches all people of the department, by mail and in their inbox, and nobody else', async () => {
    const { number, title, id, requests } = await atWork(officer, [department('labour')]);
    const [mail] = await mails(number);
    expect(mail!.subject).toBe(`[요청사항] [${number}] ${title}`);
    expect(addressed(mail!)).toBe('"labour" <labour@city.test>');
    for (const part of [requests[0].text, '회신기한', `https://haechi.city.test/requests/${requests[0].id}`])
      expect([mail!.text, mail!.html]).toEqual([
        expect.stringContaining(part),
        expect.stringContaining(part),
      ]);
    const { items } = await labour.get('/inbox');
    expect(items[0]).toMatchObject({ event: 'request.delivered', issueId: id, readAt: null });
    expect((await officer.get('/inbox')).items.map(({ issueId }: Json) => issueId)).not.toContain(id);
    expect(await mails(number)).toHaveLength(1);
  });

  it('is mail of a machine, dated to when it was written, under an id of its own', async () => {
    const { id, number } = await atWork(officer, [department('water')]);
    const [mail] = await mails(number);
    const [delivery] = await logged(id);
    expect(mail!.messageId).toBe(`<${delivery!.id}@haechi>`);
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.html).toMatch(/^<!doctype html><html lang="ko">/);
  });
});

describe('a response', () => {
  it('reaches the officer who asked, and what they say of it the department', async () => {
    const text = nonsense(5);
    const { issue, responseId } = await answered(text);
    const posted = await eventually('mail of the response', async () =>
      (await mails(issue.number, 2)).find(({ subject }) => subject!.startsWith('[회신]')),
    );
    expect(addressed(posted)).toBe('"officer" <officer@city.test>');
    expect(posted.text).toContain(`○ 부서대응 : ${text}`);
    await officer.post(`/responses/${responseId}/review`, { outcome: 'return', comment: '예산 근거 보완' });
    const returned = await eventually('mail of the return', async () =>
      (await mails(issue.number, 3)).find(({ subject }) => subject!.startsWith('[보완 요청]')),
    );
    expect(addressed(returned)).toBe('"labour" <labour@city.test>');
    expect(returned.text).toContain('○ 보완사항 : 예산 근거 보완');
  });
});

describe('a report', () => {
  it('is told of to the managers when it is published, not before', async () => {
    const month = '2027-02';
    const { id } = await officer.post('/issues', anIssue({ expectedMonth: month }));
    await settled(officer, id);
    await officer.post('/reports', { month });
    await eventually(
      'the report',
      async () => (await officer.send('GET', `/reports/${month}`)).status === 200,
    );
    const manager = await city.as('manager');
    expect((await manager.get('/inbox')).items).toEqual([]);
    await approved(officer, month);
    const [mail] = await mails('2027년 2월 예상 시정 리스크 이슈 보고');
    expect(addressed(mail!)).toBe('"manager" <manager@city.test>');
    expect(mail!.text).toContain(`https://haechi.city.test/reports/${month}`);
    // What was issued stands below, word by word; what people heard in the console is short.
    const { body: edition } = await manager.send('GET', `/reports/${month}/editions/1.txt`);
    expect(edition).toContain('2027년 2월');
    expect(mail!.text!.replaceAll('\r\n', '\n')).toContain(edition.trim());
    expect((await manager.get('/inbox')).items[0].body).not.toContain('─');
    expect((await officer.get(`/reports/${month}`)).editions[0].state).toBe('sent');
  });
});

describe('a mail about a report', () => {
  it.each([
    ['is still at work', '2027-05', null, true],
    ['turned out to be no risk', '2027-06', 'not-a-risk', false],
  ])(
    'speaks of a restricted volume only where there is one: an issue that %s',
    async (_, month, outcome, told) => {
      const readers = [city.people.officer.id, city.people.manager.id];
      const secret = await atWork(officer, [department('labour')], {
        confidential: true,
        readers,
        expectedMonth: month,
      });
      if (outcome) await officer.post(`/issues/${secret.id}/closure`, { outcome, lesson: '사실 아님' });
      await officer.post('/reports', { month });
      await eventually(
        'the report',
        async () => (await officer.send('GET', `/reports/${month}`)).status === 200,
      );
      await approved(officer, month);
      const [mail] = await mails(`2027년 ${Number(month.slice(5))}월 예상 시정 리스크 이슈 보고`);
      expect(mail!.text!.includes('열람 제한 별책')).toBe(told);
      const { items } = await (await city.as('manager')).get(`/reports/${month}/restricted`);
      expect(items.length > 0).toBe(told);
    },
  );
});

describe('words of people', () => {
  it('become neither headers nor markup', async () => {
    const mark = nonsense(1);
    const title = `${mark}\r\nBcc: thief@evil.test <img src=x onerror=alert(1)>`;
    const text = `${nonsense(3)} <script>alert(1)</script> & "따옴표"`;
    const requests = [{ text, departmentId: department('labour') }];
    const body = anIssue({ ...middling, title, requests, leadDepartmentId: department('labour') });
    const { id, title: kept } = await officer.post('/issues', body);
    expect(kept).toBe(title.replace('\r\n', ' '));
    await settled(officer, id);
    const [mail] = await mails(mark);
    expect(mail!.headers.has('bcc')).toBe(false);
    expect(sink.mails.map((raw) => raw.split('\r\n\r\n', 1)[0]).join('')).not.toMatch(/^bcc:/im);
    expect(mail!.text).toContain(text);
    expect(mail!.html).not.toMatch(/<script|<img/);
    expect(mail!.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;따옴표&quot;');
  });

  it('of a confidential issue stay inside: its number is all that leaves', async () => {
    const secrets = { title: nonsense(), summary: nonsense(12), text: nonsense(4) };
    const { id, number } = await officer.post('/issues', {
      ...anIssue({ ...heavy, title: secrets.title, summary: secrets.summary }),
      confidential: true,
      readers: [city.people.labour.id],
      requests: [{ text: secrets.text, departmentId: department('labour') }],
      leadDepartmentId: department('labour'),
    });
    await settled(officer, id);
    await officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    const [mail] = await mails(number);
    expect([mail!.subject, addressed(mail!)]).toEqual([
      `[요청사항] [${number}] 열람 제한 이슈`,
      '"labour" <labour@city.test>',
    ]);
    const all = (await Promise.all(sink.mails.map((raw) => simpleParser(raw))))
      .map((one) => [one.subject, one.text, one.html].join('\n'))
      .join('\n');
    for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
  });
});

describe('a mail server that refuses', () => {
  afterEach(() => sink.refused.clear());

  it('for now is asked again, later each time, and gets the same mail in the end', async () => {
    sink.refused.set('climate@city.test', 451);
    const { id, number } = await atWork(officer, [department('climate')]);
    const first = await reaches(id, 'failed');
    expect(first).toMatchObject({ attempts: 1, error: expect.stringContaining('451') });
    expect(first.wait).toBeLessThanOrEqual(30);
    await hurry();
    const again = await eventually('a second attempt', async () =>
      (await logged(id)).find(({ attempts, state }) => attempts === 2 && state === 'failed'),
    );
    expect(again.wait).toBeLessThanOrEqual(60);
    sink.refused.clear();
    await hurry();
    expect((await reaches(id, 'sent')).attempts).toBe(3);
    expect(await mails(number)).toHaveLength(1);
    const attempts = await city.database.query<{ error: string | null }>(
      `select error from delivery_attempts where delivery_id = $1 order by n`,
      [first.id],
    );
    expect(attempts.map(({ error }) => error)).toEqual([
      expect.stringContaining('451'),
      expect.stringContaining('451'),
      null,
    ]);
  });

  it('for good is not asked again, and the log says so', async () => {
    sink.refused.set('economy@city.test', 550);
    const { id, number } = await atWork(officer, [department('economy')]);
    expect(await reaches(id, 'dead')).toMatchObject({ attempts: 1, error: expect.stringContaining('550') });
    const admin = await city.as('admin');
    const { items } = await admin.get('/deliveries?state=dead');
    expect(items).toEqual([
      expect.objectContaining({
        channel: 'mail',
        recipient: 'economy',
        attempts: 1,
        state: 'dead',
        issueId: null,
        error: expect.stringContaining('550'),
      }),
    ]);
    expect(JSON.stringify(items)).not.toContain(number);
    // Who did not get the mail still finds it in the inbox.
    const economy = await city.as('economy');
    expect((await economy.get('/inbox')).items[0]).toMatchObject({ issueId: id });
  });
});

describe('a right that is taken away while a mail waits', () => {
  it('keeps the mail from going out', async () => {
    sink.refused.set('labour@city.test', 451);
    const { id, number } = await officer.post('/issues', {
      ...anIssue(heavy),
      confidential: true,
      readers: [city.people.labour.id],
      requests: [{ text: nonsense(4), departmentId: department('labour') }],
      leadDepartmentId: department('labour'),
    });
    await settled(officer, id);
    await officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    await reaches(id, 'failed');
    const readers = [city.people.officer.id];
    await officer.send('PATCH', `/issues/${id}`, { readers }, { 'if-match': '*' });
    sink.refused.clear();
    await hurry();
    expect(await reaches(id, 'suppressed')).toMatchObject({ error: expect.stringContaining('may not see') });
    expect(
      (await Promise.all(sink.mails.map((raw) => simpleParser(raw)))).map(({ subject }) => subject),
    ).not.toContain(`[요청사항] [${number}] 열람 제한 이슈`);
    expect((await labour.get('/inbox')).items.map(({ issueId }: Json) => issueId)).not.toContain(id);
  });
});

describe('an answer to a request that the system sent', () => {
  it('is told to who keeps the issue, not to who decided last; it leads to the request', async () => {
    const departmentId = department('labour');
    const { id } = await officer.post('/issues', anIssue({ ...heavy, leadDepartmentId: departmentId }));
    await settled(officer, id);
    const manager = await city.as('manager');
    await manager.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    const [request] = (await settled(officer, id)).requests;
    await labour.post(`/requests/${request.id}/responses`, { text: '조치함' });
    const heard = async (by: Api): Promise<Json> =>
      (await by.get('/inbox')).items.find(
        (one: Json) => one.issueId === id && one.event === 'response.posted',
      );
    const notice = await eventually('the officer hears of it', () => heard(officer));
    expect(notice.link).toBe(`https://haechi.city.test/requests/${request.id}`);
    expect(await heard(manager)).toBeUndefined();
    // What went out about the issue is found by it; who may not read the issue finds nothing.
    const admin = await city.as('admin');
    const sent = async (by: Api): Promise<string[]> =>
      (await by.get(`/deliveries?issueId=${id}&limit=200`)).items.map(({ event }: Json) => event);
    expect(new Set(await sent(officer))).toEqual(
      new Set(['issue.referred', 'request.delivered', 'response.posted']),
    );
    expect(await sent(admin)).toEqual([]);
  });
});

describe('without a mail server', () => {
  let embedded: City;
  beforeAll(async () => {
    embedded = await City.start();
  });
  afterAll(() => embedded?.stop());

  it('mail is read in the browser, where the installation is the embedded one', async () => {
    const by = await embedded.as('officer');
    const mark = nonsense();
    const lead = embedded.people.labour.departmentId!;
    const requests = [{ text: `${mark} <b>강조</b>`, departmentId: lead }];
    const { id } = await by.post('/issues', anIssue({ ...middling, requests, leadDepartmentId: lead }));
    const { number } = await settled(by, id);
    const list = await eventually('the mailbox', async () => {
      const text = await (await fetch(`${embedded.url}/dev/mail`)).text();
      return text.includes(number) && text;
    });
    expect(list).toContain('labour &lt;labour@city.test&gt;');
    const path = /href="(\/dev\/mail\/[^"]+)"/.exec(list)![1];
    const mail = await (await fetch(`${embedded.url}${path}`)).text();
    expect(mail).toContain(`${mark} &lt;b&gt;강조&lt;/b&gt;`);
    // The other city has a server.
    expect((await fetch(`${city.url}/dev/mail`)).status).toBe(404);
    expect((await fetch(`${city.url}${path}`)).status).toBe(404);
  });
});

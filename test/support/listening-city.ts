import { simpleParser, type ParsedMail } from 'mailparser';
import type { Api, Json } from './api.js';
import { City, eventually } from './city.js';
import { anIssue, heavy, settled } from './issues.js';
import type { People } from './people.js';
import { MailSink } from './receive-mail.js';
import { turnClock } from './turn-clock.js';
import { nonsense } from './words.js';

export const AWAKE = { from: '00:00', to: '00:00', closedDays: false };
export const NIGHT = { from: '20:00', to: '08:00', closedDays: true };
const DIGEST = { at: '08:30', weekday: 1 };

interface Row {
  id: string;
  state: string;
  held: string | null;
  error: string | null;
}

/** A city with a mail server that keeps what arrives, and a look at who was told what. */
export class ListeningCity {
  private constructor(
    readonly city: City,
    readonly sink: MailSink,
    readonly officer: Api,
    readonly labour: Api,
    readonly economy: Api,
  ) {}

  static async start(): Promise<ListeningCity> {
    const sink = await MailSink.open();
    const city = await City.start({ env: { SMTP_URL: sink.url, PUBLIC_URL: 'https://haechi.city.test' } });
    const [officer, labour, economy] = await Promise.all([
      city.as('officer'),
      city.as('labour'),
      city.as('economy'),
    ]);
    return new ListeningCity(city, sink, officer, labour, economy);
  }

  async stop(): Promise<void> {
    await this.city.stop();
    await this.sink.close();
  }

  department = (who: keyof People): string => this.city.people[who].departmentId!;

  /** Everything that has arrived for somebody. */
  async mailsTo(who: keyof People): Promise<ParsedMail[]> {
    const mails = await Promise.all(this.sink.mails.map((raw) => simpleParser(raw)));
    return mails.filter((mail) => addressed(mail).includes(`${who}@city.test`));
  }

  /** The gathered ones of them. */
  async digestsTo(who: keyof People): Promise<ParsedMail[]> {
    return (await this.mailsTo(who)).filter(({ subject }) => subject!.startsWith('[알림 모음]'));
  }

  arrived(who: keyof People, about: string): Promise<ParsedMail> {
    return eventually(`mail to ${who} about ${about}`, async () =>
      (await this.mailsTo(who)).find(({ subject, text }) => `${subject} ${text}`.includes(about)),
    );
  }

  /** Sets the application's clock to this moment of Seoul; nobody's session ends by it. */
  async turnTo(seoul: string): Promise<void> {
    await this.city.database.query(
      `update sessions set expires_at = 'infinity', idle = interval '100 years'`,
    );
    await turnClock(this.city.database, seoul);
  }

  rightClock = (): Promise<unknown> => this.city.database.query('delete from clock');

  /** Mails about an issue as the log has them, reminders left out. */
  rows(issueId: string, who: keyof People): Promise<Row[]> {
    return this.city.database.query<Row>(
      `select l.id, l.state, l.held_for as held, l.error from deliveries l join events e on e.id = l.event_id
       where l.issue_id = $1 and l.channel = 'mail' and l.recipient_id = $2 and e.name <> 'request.reminded'
       order by l.created_at, l.id`,
      [issueId, this.city.people[who].id],
    );
  }

  stands(issueId: string, who: keyof People, state: string): Promise<Row> {
    return eventually(`a mail to ${who} about ${issueId} is ${state}`, async () =>
      (await this.rows(issueId, who)).find((one) => one.state === state),
    );
  }

  /** A confidential issue with a request at the department of labour, whose desk is named. */
  async confidential(): Promise<Json> {
    const { id } = await this.officer.post('/issues', {
      ...anIssue(heavy),
      confidential: true,
      readers: [this.city.people.labour.id],
      requests: [{ text: nonsense(4), departmentId: this.department('labour') }],
      leadDepartmentId: this.department('labour'),
    });
    await settled(this.officer, id);
    await this.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    return settled(this.officer, id);
  }
}

const addressed = (mail: ParsedMail): string =>
  [mail.to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');

/** What somebody was told of an issue in the inbox, newest first. */
export const told = async (api: Api, issueId: string): Promise<Json[]> =>
  (await api.get('/inbox?limit=200')).items.filter((one: Json) => one.issueId === issueId);

/** The same once there is anything. */
export const heard = (api: Api, issueId: string): Promise<Json[]> =>
  eventually(`word of ${issueId}`, async () => {
    const found = await told(api, issueId);
    return found.length > 0 && found;
  });

export async function prefer(api: Api, change: object): Promise<Json> {
  const { language, digest, quiet, version } = await api.get('/me/preferences');
  const body = { language, digest, quiet, kinds: [], ...change };
  const answer = await api.send('PUT', '/me/preferences', body, { 'if-match': `"${version}"` });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

export const mailMode = (api: Api, kind: string, mail: string): Promise<Json> =>
  prefer(api, { digest: DIGEST, kinds: [{ kind, mail, inbox: true }] });

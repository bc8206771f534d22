import type { Grade } from '#issues/vocabulary.js';
import type { Api, Json } from './api.js';
import { City, eventually } from './city.js';
import { hire, type Hired } from './hire.js';
import { anIssue, heavy } from './issues.js';
import { standing } from './report-issues.js';
import { turnClock } from './turn-clock.js';
import { nonsense } from './words.js';
import { quiet } from './worlds.js';

type Name = 'officer' | 'colleague' | 'manager' | 'admin' | 'labour' | 'economy';

export const seoul = (instant: string): string =>
  new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(5, 16);

/** An office whose clock the test turns, with two pipelines that both look what is due, and a line above one department. */
export class TimedOffice {
  private constructor(
    readonly city: City,
    readonly who: Record<Name, Api>,
    readonly head: Hired,
    readonly bureau: Hired,
    readonly acting: Hired,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<TimedOffice> {
    const city = await City.start({
      apps: ['intake', 'notifier'],
      env: { SCHEDULE_INTERVAL_MS: '100', SESSION_HOURS: '9000', ...env },
    });
    await turnClock(city.database, '2026-11-25T09:30');
    await Promise.all([1, 2].map((n) => city.run('pipeline', { name: `pipeline ${n}` })));
    const who = await city.asEach('officer', 'colleague', 'manager', 'admin', 'labour', 'economy');
    const { departmentId } = city.people.labour;
    const [head, bureau, acting] = await Promise.all([
      hire(city, '노동정책과장', { role: 'department', position: 'division-head', departmentId }),
      hire(city, '노동국장', { role: 'department', position: 'bureau-head', departmentId }),
      hire(city, '주무팀장', { role: 'department', position: 'team-leader', departmentId }),
    ]);
    return new TimedOffice(city, who, head, bureau, acting);
  }

  /** Turns the clock, and waits until all that is due then is said. */
  clock = async (local: string): Promise<void> => {
    await turnClock(this.city.database, local);
    await eventually('all that is due is said', async () => {
      const [row] = await this.city.database.query<{ n: number }>(UNSAID);
      return row!.n === 0;
    });
    await quiet(this.city);
  };

  /** An issue of a grade, its one request at the department of labour. */
  asked = async (grade: Grade): Promise<Json> => {
    const { officer } = this.who;
    const departmentId = this.unit('labour');
    const { id } = await officer.post(
      '/issues',
      anIssue({
        ...heavy,
        requests: [{ text: nonsense(4), departmentId }],
        leadDepartmentId: departmentId,
      }),
    );
    await standing(officer, id, 'prioritize/review');
    await officer.post(`/issues/${id}/decisions`, {
      stage: 'prioritize',
      outcome: 'override',
      grade,
      reason: '조정',
    });
    return standing(officer, id, 'act/open');
  };

  unit = (name: 'labour' | 'economy'): string => this.city.people[name].departmentId!;

  events = async (id: string, name: string): Promise<Json[]> =>
    (await this.who.officer.get(`/issues/${id}/timeline?limit=200`)).items.filter(
      (one: Json) => one.name === name,
    );

  reminders = async (id: string): Promise<string[]> =>
    (await this.events(id, 'request.reminded')).map(
      ({ payload: { of, moment, late } }: Json) => `${seoul(moment)} ${of}${late ? ` +${late}` : ''}`,
    );

  quiet = (): Promise<Json> => quiet(this.city);

  close = (): Promise<void> => this.city.stop();
}

export const told = async (
  by: { get(path: string): Promise<Json> },
  event: string,
  issueId: string,
): Promise<Json[]> =>
  (await by.get('/inbox?limit=200')).items.filter(
    (one: Json) => one.event === event && one.issueId === issueId,
  );

export const refused = async (by: Api, path: string, body: object = {}): Promise<string> => {
  const { status, body: said } = await by.send('POST', path, body);
  const fields = (said.errors ?? []).map((one: Json) => one.path).join();
  return `${status} ${fields || said.type.split(':').at(-1)}`;
};

const UNSAID = `
select (select count(*) from requests where look_at <= app_now())::int
  + (select count(*) from issues where stage = 'act' and review_due_on is distinct from review_told_for
      and (review_due_on + time '09:00') at time zone 'Asia/Seoul' <= app_now())::int
  + (select count(*) from follow_up_questions where asked_at is null and dropped_at is null and answered_at is null
      and (ask_on + time '09:00') at time zone 'Asia/Seoul' <= app_now())::int as n`;

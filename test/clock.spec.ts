import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { acknowledgementFor, dueFor, officeBy as officeDue } from '#actions/due-for.js';
import { REMINDERS } from '#config/reminders.js';
import type { Grade } from '#issues/vocabulary.js';
import { City } from './support/city.js';
import {
  daysLate,
  DAYS,
  deadlinesOf,
  HALF_HOURS,
  isOffice,
  momentsUntil,
  openDay,
  stepsUntil,
  type Local,
} from './support/day-by-day.js';
import { violations } from './support/invariants.js';

const FIRST = '2026-09-14';
const LAST = '2026-10-14';
const ISSUES = 300;

type Act = 'deliver' | 'acknowledge' | 'answer' | 'refuse' | 'withdraw' | 'transfer';
interface Turn {
  at: Local;
  act: Act;
}
interface Story {
  id: string;
  issueId: string;
  grade: Exclude<Grade, 'low'>;
  horizon: 'long' | null;
  /** Of the 49; a transfer takes it to the next. */
  department: number;
  turns: Turn[];
}

/** Three hundred requests, each with what becomes of it; the same ones every time. */
function stories(): Story[] {
  const days = DAYS.filter((day) => day >= FIRST);
  return Array.from({ length: ISSUES }, (_, n): Story => {
    const grade = (['critical', 'high', 'moderate'] as const)[n % 3]!;
    const day = openDay(days[(n * 7) % 16]!, 1);
    const delivered = `${day}T${['10:00', '14:00', '16:30'][Math.floor(n / 3) % 3]}`;
    const on = (days: number, time: string, act: Act): Turn => ({ at: `${openDay(day, days)}T${time}`, act });
    const FATES: Turn[][] = [
      [],
      [on(1, '10:07', 'acknowledge'), on(2, '15:07', 'answer')],
      [on(1, '11:07', 'acknowledge'), on(9, '15:07', 'answer')],
      [on(1, '13:07', 'refuse')],
      [on(2, '13:07', 'withdraw')],
      [on(2, '10:30', 'transfer'), on(6, '16:07', 'answer')],
      [on(3, '09:07', 'answer')],
    ];
    // Some were asked in June and wait for money: now comes the quarter's check.
    const long = n % 25 === 24;
    return {
      id: randomUUID(),
      issueId: randomUUID(),
      grade,
      horizon: long ? 'long' : null,
      department: n % 49,
      turns: long
        ? [{ at: `${FIRST}T00:00`, act: 'deliver' }]
        : [{ at: delivered, act: 'deliver' }, ...FATES[n % FATES.length]!],
    };
  });
}

/** What is to be said of a story, found by going through the half hours of the month one by one. */
function foretell(story: Story): { said: string[]; escalated: string[] } {
  const said: string[] = [];
  const escalated: string[] = [];
  const { byGrade } = REMINDERS;
  const { escalation } = REMINDERS;
  for (const [n, { at: start, act }] of story.turns.entries()) {
    if (act === 'withdraw') break;
    const end = story.turns[n + 1]?.at ?? `${LAST}T23:59`;
    const asked = story.turns.findLast((one, i) => i <= n && one.act !== 'acknowledge')!.at;
    const { acknowledge, due } = deadlinesOf(story.grade, asked);
    const where = story.department + Number(act === 'transfer');
    const back = act === 'answer' || act === 'refuse';
    const clocks = back
      ? [officeClock(act, start)]
      : story.horizon === 'long'
        ? [{ of: 'progress', deadline: asked, moments: new Set(['2026-09-21T09:00']), line: [] }]
        : [
            {
              of: 'answer',
              deadline: due,
              moments: momentsUntil(byGrade[story.grade].answer, due, end),
              line: stepsUntil(escalation.byGrade[story.grade].answer, due, end),
            },
            ...(act === 'acknowledge'
              ? []
              : [
                  {
                    of: 'acknowledgement',
                    deadline: acknowledge,
                    moments: momentsUntil(
                      byGrade[story.grade].acknowledgement,
                      acknowledge,
                      due < end ? due : end,
                    ),
                    line: stepsUntil(
                      escalation.byGrade[story.grade].acknowledgement,
                      acknowledge,
                      due < end ? due : end,
                    ),
                  },
                ]),
          ];
    for (const half of HALF_HOURS) {
      if (half <= start || half >= end || half > `${LAST}T18:00`) continue;
      for (const { of, deadline, moments, line } of clocks) {
        const late = of === 'progress' ? 0 : daysLate(deadline, half);
        const whose = back ? 'office' : where % 49;
        if (moments.has(half)) said.push(`${half} ${of} +${late} ${story.id} ${whose}`);
        for (const { at, step, to } of line)
          if (at === half) escalated.push(`${half} ${of} ${step} ${to} ${story.id} ${where % 49}`);
      }
    }
  }
  return { said, escalated };
}

/** What came back waits for the office from then on. */
function officeClock(act: 'answer' | 'refuse', since: Local) {
  const deadline = officeBy(act, since);
  const { rhythm } = REMINDERS.office[WAITS_FOR[act]];
  return { of: WAITS_FOR[act], deadline, moments: momentsUntil(rhythm, deadline, `${LAST}T23:59`), line: [] };
}
const WAITS_FOR = { answer: 'review', refuse: 'settlement' } as const;
const officeBy = (act: 'answer' | 'refuse', since: Local): Local =>
  `${openDay(since.slice(0, 10), act === 'answer' ? 3 : 1)}T18:00`;

let city: City;
let departments: string[];
beforeAll(async () => {
  city = await City.start({ apps: [], env: { SCHEDULE_INTERVAL_MS: '50' } });
  await city.database.query(`insert into clock (shift) values ('0')`);
  await turnTo(`${FIRST}T00:00`);
  await Promise.all([run(1), run(2)]);
  const rows = await city.database.query<{ id: string }>('select id from departments order by no limit 49');
  departments = rows.map(({ id }) => id);
  // To whom word goes by itself.
  await city.database.query(
    `insert into users (id, email, name, role, position, department_id)
     select gen_random_uuid(), d.id || '@city.test', d.name, 'department', 'division-head', d.id from departments d`,
  );
}, 120_000);
afterAll(() => city?.stop());

const run = (n: number, failpoint = ''): Promise<void> =>
  city.run('pipeline', { name: `pipeline ${n}`, env: { FAILPOINT: failpoint } });
const instant = (at: Local): string => `${at.length === 16 ? `${at}:00` : at}+09:00`;

/** Sets the clock, and waits until all that is due then has been said. */
async function turnTo(at: Local): Promise<void> {
  const undone = async (): Promise<boolean> => {
    const [row] = await city.database.query<{ due: boolean }>(
      'select exists (select 1 from requests where look_at <= $1::timestamptz) as due',
      [instant(at)],
    );
    return row!.due;
  };
  await city.database.query('update clock set shift = $1::timestamptz - clock_timestamp()', [instant(at)]);
  for (const end = Date.now() + 30_000; await undone(); await sleep(10)) {
    await lookAfterProcesses();
    if (Date.now() > end) throw new Error(`not all is said at ${at}`);
  }
}

const ISSUE = `
with s as (insert into subjects (id) values ('issue:' || $1::uuid))
insert into issues (id, number, title, summary, channel, stage, state, grade, direction)
values ($1, $2, $3, '내용', 'own', 'act', 'open', $4, 'department')`;
const CHANGES: Record<Act, string> = {
  deliver: `insert into requests (id, issue_id, place, department_id, horizon, text, state, due_at, acknowledge_by, delivered_at)
    values ($1, $2, 0, $3, $6, '요청', case when $6::text is null then 'delivered' else 'acknowledged' end, $4, $5,
      case when $6::text is null then app_now() else timestamptz '2026-06-21T10:00+09:00' end)`,
  acknowledge: `update requests set state = 'acknowledged', acknowledged_at = app_now() where id = $1`,
  answer: `update requests set state = 'answered', answered_at = app_now(), office_by = $2 where id = $1`,
  refuse: `update requests set state = 'refused', refused_at = app_now(), refusal_reason = '소관 아님', office_by = $2 where id = $1`,
  withdraw: `update requests set state = 'cancelled', withdrawn_from = state where id = $1`,
  transfer: `update requests set state = 'delivered', department_id = $2, delivered_at = $3, due_at = $4, acknowledge_by = $5 where id = $1`,
};

async function play({ id, issueId, grade, horizon, department }: Story, { at, act }: Turn): Promise<void> {
  const { acknowledge, due } = deadlinesOf(grade, at);
  const [dueAt, acknowledgeBy] = [instant(due), instant(acknowledge)];
  if (act === 'deliver') {
    // What the product would have set.
    expect([
      dueFor(grade, null, new Date(instant(at))),
      acknowledgementFor(grade, new Date(instant(at))),
    ]).toEqual([new Date(dueAt), new Date(acknowledgeBy)]);
    const long = horizon === 'long' ? '2027-08-31T18:00+09:00' : dueAt;
    await city.database.query(CHANGES.deliver, [
      id,
      issueId,
      departments[department],
      long,
      horizon ? null : acknowledgeBy,
      horizon,
    ]);
  } else if (act === 'transfer') {
    const next = departments[(department + 1) % 49];
    await city.database.query(CHANGES.transfer, [id, next, instant(at), dueAt, acknowledgeBy]);
  } else if (act === 'answer' || act === 'refuse') {
    const by = instant(officeBy(act, at));
    expect(officeDue(WAITS_FOR[act], new Date(instant(at)))).toEqual(new Date(by));
    await city.database.query(CHANGES[act], [id, by]);
  } else await city.database.query(CHANGES[act], [id]);
}

const local = (at: Date | string): Local =>
  new Date(new Date(at).getTime() + 9 * 3_600_000).toISOString().slice(0, 16);

describe('a month of 49 departments and 300 issues', () => {
  const month = stories();
  const foretold = month.map(foretell);

  it('brings every reminder and every step up the line exactly when the calendar says, though processes race and die', async () => {
    for (const [n, { issueId, grade }] of month.entries())
      await city.database.query(ISSUE, [issueId, `2026-9${String(n).padStart(3, '0')}`, `이슈 ${n}`, grade]);
    const turns = month.flatMap((story) => story.turns.map((turn) => ({ story, turn })));
    // Every half hour of office days, of nights and weekends every third hour: there nothing may come.
    const halves = HALF_HOURS.filter((at) => at >= `${FIRST}T00:00` && at <= `${LAST}T18:00`).filter(
      (at) => isOffice(at) || /T(00|03|06|08|21):00$/.test(at),
    );
    const times = [...new Set([...halves, ...turns.map(({ turn }) => turn.at)])].toSorted();
    for (const at of times.filter((one) => one <= `${LAST}T18:00`)) {
      await turnTo(at);
      if (at === '2026-09-16T08:00') await leaveToOneThatDies('deadlines.beforeCommit:kill@3');
      if (at === '2026-09-22T08:00') await leaveToOneThatDies('deadlines.beforeCommit:kill@10');
      if (at === '2026-09-29T08:00') await run(2);
      const now = turns.filter(({ turn }) => turn.at === at);
      for (const { story, turn } of now) await play(story, turn);
      if (now.length) await turnTo(at);
    }
    expect(deaths).toBe(2);
    const place = new Map(departments.map((id, n) => [id, n]));
    const events = await city.database.query<{ name: string; at: Date; payload: Record<string, string> }>(
      `select name, at, payload from events where name in ('request.reminded', 'office.reminded', 'request.escalated', 'escalation.prepared')`,
    );
    for (const { at, payload } of events)
      expect(Math.abs(at.getTime() - Date.parse(payload.moment!))).toBeLessThan(20_000);
    const reminded = events
      .filter(({ name }) => name.endsWith('.reminded'))
      .map(
        ({ payload: p }) =>
          `${local(p.moment!)} ${p.of} +${p.late} ${p.requestId} ${p.departmentId ? place.get(p.departmentId) : 'office'}`,
      );
    const expected = foretold.flatMap(({ said }) => said);
    expect(expected.length).toBeGreaterThan(1000);
    expect(reminded.toSorted()).toEqual(expected.toSorted());
    const rows = await city.database.query<Record<string, string>>(
      `select x.about, x.step, x.position, x.request_id, x.department_id, (select e.payload->>'moment' from events e
         where e.payload->>'escalationId' = x.id::text and e.name in ('request.escalated', 'escalation.prepared')) as moment
       from escalations x`,
    );
    expect(
      rows
        .map(
          (x) =>
            `${local(x.moment!)} ${x.about} ${x.step} ${x.position} ${x.request_id} ${place.get(x.department_id!)}`,
        )
        .toSorted(),
    ).toEqual(foretold.flatMap(({ escalated }) => escalated).toSorted());
    expect(rows.length).toBeGreaterThan(200);
  }, 240_000);

  it('leaves prepared only what is still waited for, and nobody who answered is asked again', async () => {
    const wrong = await city.database.query(
      `select x.id from escalations x join requests q on q.id = x.request_id
       where x.state = 'prepared' and (q.state not in ('delivered', 'acknowledged', 'returned') or q.department_id <> x.department_id)`,
    );
    expect(wrong).toEqual([]);
    const states = await city.database.query<{ state: string }>('select distinct state from escalations');
    expect(states.map(({ state }) => state).toSorted()).toEqual(['automatic', 'prepared', 'withdrawn']);
    const quiet = await city.database.query(
      `select id from requests where look_at is not null and state = 'cancelled'`,
    );
    expect(quiet).toEqual([]);
    const broken = (await violations(city.database)).filter(
      ({ invariant }) => !/delivered|before the one|announcement/.test(invariant),
    );
    expect(broken).toEqual([]);
  });
});

let deaths = 0;
const isGone = (n: number): boolean => {
  const { exitCode, signalCode } = city.child(`pipeline ${n}`);
  return exitCode !== null || signalCode !== null;
};

/** Only one process is left, and it ends in the middle of what it says. */
async function leaveToOneThatDies(failpoint: string): Promise<void> {
  await Promise.all([city.kill('pipeline 1'), city.kill('pipeline 2')]);
  await run(2, failpoint);
}

/** Somebody starts another when all have ended. */
async function lookAfterProcesses(): Promise<void> {
  if (!isGone(1) || !isGone(2)) return;
  deaths += 1;
  await run(1);
}

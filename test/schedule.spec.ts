import { setTimeout as sleep } from 'node:timers/promises';
import { City, eventually } from './support/city.js';

/** Six turns of the month, each raced for by three pipelines. */
const TURNS = 6;

describe('the schedule of the monthly report', () => {
  let city: City;

  beforeAll(async () => {
    city = await City.start({ apps: ['intake', 'notifier'], env: { SCHEDULE_INTERVAL_MS: '50' } });
    const officer = await city.as('officer');
    await officer.post('/issues', {
      title: '겨울철 제설 대비',
      summary: '이면도로 제설 대책 점검',
      channel: 'own',
    });
  });
  afterAll(() => city.stop());

  const shift = (to: string) =>
    city.database.query(
      `insert into clock (shift) select ($1::timestamp at time zone 'Asia/Seoul') - now()
       on conflict (only_row) do update set shift = excluded.shift`,
      [to],
    );
  const months = async () =>
    (await city.database.query<{ month: string }>('select month from reports order by month')).map(
      ({ month }) => month,
    );
  const month = (n: number) => new Date(Date.UTC(2027, 4 + n, 1)).toISOString().slice(0, 7);

  it('makes up the months missed while no pipeline ran, each once', async () => {
    // The office began in the real present; half a year later a pipeline is started for the first time.
    await shift('2027-05-10 12:00');
    await Promise.all(['one', 'two', 'three'].map((name) => city.run('pipeline', { name })));
    const [first] = await city.database.query<{ month: string }>(
      `select to_char(min(at) at time zone 'Asia/Seoul' + interval '1 month', 'YYYY-MM') as month from events`,
    );
    const missed = monthsBetween(first!.month, '2027-05') + 1;
    await eventually('all reports up to May 2027', async () => (await months()).length === missed);
    const known = await months();
    expect([known[0], known.at(-1)]).toEqual([first!.month, '2027-05']);
  });

  it('asks at nine on the working day before or on the 23rd, and not a second earlier', async () => {
    // 23 May 2027 is a Sunday: the report for June is due on Friday the 21st.
    await shift('2027-05-21 08:59:50');
    // Ten looks of three pipelines.
    await sleep(500);
    expect(await months()).not.toContain('2027-06');
    await shift('2027-05-21 09:00:01');
    await eventually('the report for June 2027', async () => (await months()).includes('2027-06'));
  });

  it('tells officers of a draft that is not issued on its day of review and of reporting, each once', async () => {
    const told = async (name: string): Promise<number> =>
      (
        await city.database.query(`select 1 from events where name = $1 and subject = 'report:2027-06'`, [
          name,
        ])
      ).length;
    const titles = async (): Promise<string[]> =>
      (await (await city.as('officer')).get('/inbox')).items.map(({ title }: { title: string }) => title);
    await eventually(
      'the draft',
      async () => (await city.database.query(`select 1 from editions where month = '2027-06'`))[0],
    );
    await shift('2027-05-25 08:59:50');
    await sleep(500);
    expect(await told('report.review-due')).toBe(0);
    await shift('2027-05-25 09:00:01');
    await eventually('the review', async () =>
      (await titles()).includes('[월간 리포트] 2027년 6월 예상 리스크 이슈 초안 검토'),
    );
    expect(await told('report.issue-due')).toBe(0);
    await shift('2027-05-27 09:00:01');
    await eventually('the issuing', async () =>
      (await titles()).includes('[월간 리포트] 2027년 6월 예상 리스크 이슈 초안 확정'),
    );
    await sleep(500);
    expect([await told('report.review-due'), await told('report.issue-due')]).toEqual([1, 1]);
  });

  it('compiles exactly one report per month, however many pipelines race for it', async () => {
    for (let n = 1; n <= TURNS; n += 1) {
      await shift(`${month(n)}-24 12:00`);
      await eventually(`the report for ${month(n + 1)}`, async () => {
        const [edition] = await city.database.query('select 1 from editions where month = $1', [
          month(n + 1),
        ]);
        return edition;
      });
    }
    await eventually('everything to settle', async () => {
      const [left] = await city.database.query('select 1 from hints limit 1');
      return !left;
    });
    const wrong = await city.database.query(
      `select r.month from reports r
       where (select count(*) from editions e where e.month = r.month) <> 1
         or (select count(*) from events v where v.subject = 'report:' || r.month and v.name = 'report.requested') <> 1
         or (select count(*) from events v where v.subject = 'report:' || r.month and v.name = 'report.compiled') <> 1`,
    );
    expect(wrong).toEqual([]);
  });
});

function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return b! - a!;
}

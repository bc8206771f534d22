import type { Api, Json } from './support/api.js';
import { City, eventually } from './support/city.js';
import { Follower } from './support/follow-stream.js';
import { violations } from './support/invariants.js';
import {
  brought,
  counts,
  csv,
  ended,
  HEADINGS,
  inCp949,
  mendedRows,
  titled,
  upload,
  xlsx,
} from './support/upload.js';
import { nonsense } from './support/words.js';

let city: City;
let officer: Api;
let colleague: Api;

beforeAll(async () => {
  city = await City.start();
  [officer, colleague] = await Promise.all([city.as('officer'), city.as('colleague')]);
}, 120_000);
afterAll(() => city?.stop());

const SIGNALS = { kind: 'signals' };
const found = async (word: string, limit = 200): Promise<Json[]> =>
  (await officer.get(`/signals?limit=${limit}&q=${encodeURIComponent(word)}`)).items;
describe('a file of signals', () => {
  it.each([
    ['CSV in UTF-8', (rows: string[][]) => csv(rows)],
    ['CSV in CP949', (rows: string[][]) => inCp949(csv(rows))],
    ['XLSX', (rows: string[][]) => xlsx(rows)],
  ])('is taken in from %s', async (_, make) => {
    const word = `${nonsense(4)} 똠방각하`;
    const done = await brought(officer, await make([HEADINGS, ...titled(word, 3)]), SIGNALS);
    expect(counts(done)).toEqual(['done', 3, 3, 0, 0, 100]);
    const signals = await found(word);
    expect(signals).toHaveLength(3);
    expect(signals[0]).toMatchObject({
      channel: 'press',
      outlet: '한겨레',
      publishedOn: '2026-11-03',
      state: expect.stringMatching(/^(new|clustered)$/),
    });
    expect(signals[0].createdBy).toBe(city.people.officer.id);
  });

  it('is understood by Korean and English headings, labels and codes, and days as people write them', async () => {
    const word = nonsense(4);
    const rows = [
      ['11월 동향 목록'],
      ['No', 'Channel *', '종류', '기사 제목', '날짜', '건수', 'Remarks'],
      ['1', '언론', '1면', `${word} 하나`, `'26.11.3.`, '1,234', '가'],
      ['2', 'press', 'front-page', `${word} 둘`, '46329', '', '나'],
      ['3', 'Complaints', '', `${word} 셋`, '20261103', '12건', ''],
      ['4', '정치', '아무 말', `${word} 넷`, '2026년 11월 3일(화)', '0', ''],
    ];
    const done = await brought(officer, csv(rows), SIGNALS);
    expect(counts(done)).toEqual(['done', 4, 4, 0, 0, 100]);
    expect(done.ignoredHeadings).toEqual(['No', 'Remarks']);
    const signals = (await found(word)).toSorted((a, b) => (a.title < b.title ? -1 : 1));
    expect(signals.map(({ publishedOn }) => publishedOn)).toEqual(Array(4).fill('2026-11-03'));
    const of = (title: string): Json => signals.find((one) => one.title === `${word} ${title}`);
    expect(of('하나')).toMatchObject({ channel: 'press', kind: 'front-page', count: 1234 });
    expect(of('둘')).toMatchObject({ channel: 'press', kind: 'front-page', count: null });
    expect(of('셋')).toMatchObject({ channel: 'complaint', count: 12 });
    expect(of('넷')).toMatchObject({ channel: 'politics', kind: '아무 말', count: 0 });
  });

  it('says what is wrong by row and column in the language of the reader, and takes all the other rows', async () => {
    const word = nonsense(4);
    const rows = [
      HEADINGS,
      ['언론', `${word} 좋음`, '', '', '', ''],
      ['방송', `${word} 채널`, '', '어제', '', ''],
      [],
      ['언론', '', '', '2199-11-03', '-1', ''],
    ];
    const done = await brought(officer, csv(rows), SIGNALS);
    expect(counts(done)).toEqual(['done', 3, 1, 0, 2, 100]);
    expect(done.errors).toEqual([
      {
        row: 3,
        errors: [
          {
            column: '채널',
            field: 'channel',
            message: '다음 중 하나여야 합니다: 의회·정치, 언론, 감사, 민원, 자체 발굴',
          },
          { column: '보도일', field: 'publishedOn', message: '날짜(YYYY-MM-DD)로 입력해 주십시오.' },
        ],
      },
      {
        row: 5,
        errors: [
          { column: '제목', field: 'title', message: '필수 입력 항목입니다.' },
          { column: '건수', field: 'count', message: '0에서 100000000 사이로 입력해 주십시오.' },
          { column: '보도일', field: 'publishedOn', message: '아직 오지 않은 날입니다.' },
        ],
      },
    ]);
    const english = await officer.send('GET', `/imports/${done.id}/errors?limit=1`, undefined, {
      'accept-language': 'en',
    });
    expect(english.body.items[0].errors[1]).toMatchObject({
      column: '보도일',
      message: 'must be a day, YYYY-MM-DD',
    });
    const second = await officer.get(`/imports/${done.id}/errors?limit=1&cursor=${english.body.nextCursor}`);
    expect(second.items.map(({ row }: Json) => row)).toEqual([5]);
    expect(await found(word)).toHaveLength(1);
  });

  it('is only looked through in a dry run, which says what would come of it', async () => {
    const word = nonsense(4);
    const [once, ...twice] = titled(word, 3);
    await brought(officer, csv([HEADINGS, once!]), SIGNALS);
    const rows = [HEADINGS, once!, ...twice, twice[0]!, ['?', word, '', '', '', '']];
    const before = await city.database.query('select count(*) from signals');
    const done = await brought(officer, csv(rows), { ...SIGNALS, dryRun: 'true' });
    expect(counts(done)).toEqual(['done', 5, 2, 2, 1, 100]);
    expect(await city.database.query('select count(*) from signals')).toEqual(before);
    expect(counts(await brought(officer, csv(rows), SIGNALS))).toEqual(['done', 5, 2, 2, 1, 100]);
  });

  it('is taken once, however often, by whomever and in whatever form it is brought', async () => {
    const word = nonsense(4);
    const rows = [...titled(word, 2), ['민원', `${word} 번호`, '', '', '3', `A-${word}`]];
    await brought(officer, csv([HEADINGS, ...rows]), SIGNALS);
    const turned = [HEADINGS.toReversed(), ...rows.map((row) => row.toReversed())];
    expect(counts(await brought(officer, await xlsx(turned), SIGNALS)).slice(2)).toEqual([0, 3, 0, 100]);
    const [one, other] = await Promise.all([
      brought(colleague, csv([HEADINGS, ...rows]), SIGNALS),
      brought(officer, csv([HEADINGS, ...rows, ...titled(`${word} 더`, 1)]), SIGNALS),
    ]);
    expect([counts(one).slice(2), counts(other).slice(2)]).toEqual([
      [0, 3, 0, 100],
      [1, 3, 0, 100],
    ]);
    // By its own id it is the same, whatever else it says now.
    const renamed = [HEADINGS, ['민원', `${word} 다른 제목`, '', '', '5', `A-${word}`]];
    expect(counts(await brought(officer, csv(renamed), SIGNALS)).slice(2)).toEqual([0, 1, 0, 100]);
    expect(await found(word)).toHaveLength(4);
  });

  it.each(['csv', 'xlsx'])(
    'gives back its failed rows as %s, which are mended and brought again',
    async (format) => {
      const word = nonsense(4);
      const rows = [
        [...HEADINGS, '비고'],
        ['언론', `=HYPERLINK("http://x") ${word}`, '', '어제', '', '', '그대로'],
        ['언론', `${word} 좋음`, '', '', '', '', ''],
        ['방송', `-${word}`, '', '2026-11-03', '', '', ''],
      ];
      const first = await brought(officer, csv(rows), SIGNALS);
      const answer = await fetch(`${city.url}/api/v1/imports/${first.id}/failed-rows?format=${format}`, {
        headers: { cookie: officer.cookie },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const again = await brought(officer, { name: `고침.${format}`, bytes }, SIGNALS);
      expect(counts(again)).toEqual(['done', 2, 0, 0, 2, 100]);
      expect(again.headings).toEqual([...HEADINGS, '비고', '가져오기 오류']);
      expect(again.ignoredHeadings).toEqual(['비고']);
      expect(again.errors.map(({ errors }: Json) => errors[0].column)).toEqual(['보도일', '채널']);
      const mended = await mendedRows(bytes, format);
      expect(counts(await brought(officer, { name: `고침.${format}`, bytes: mended }, SIGNALS))).toEqual([
        'done',
        2,
        2,
        0,
        0,
        100,
      ]);
      const titles = (await found(word)).map(({ title }) => title).toSorted();
      expect(titles).toEqual([`-${word}`, `=HYPERLINK("http://x") ${word}`, `${word} 좋음`].toSorted());
    },
  );

  it('keeps what a formula last came to and evaluates nothing', async () => {
    const word = nonsense(4);
    const file = await xlsx([
      HEADINGS,
      [
        '언론',
        { formula: 'WEBSERVICE("http://127.0.0.1:1/")', result: `${word} 결과` },
        null,
        { formula: 'TODAY()', result: new Date('2026-11-03') },
      ],
      ['언론', { formula: '1+1' }],
    ]);
    const done = await brought(officer, file, SIGNALS);
    expect(counts(done)).toEqual(['done', 2, 1, 0, 1, 100]);
    expect(await found(word)).toMatchObject([{ title: `${word} 결과`, publishedOn: '2026-11-03' }]);
  });
});

describe('a file of issues', () => {
  const COLUMNS = [
    '제목',
    '주요내용',
    '채널',
    '예상 시기',
    '영향도',
    '주관부서',
    '리스크',
    '요청사항(단기)',
    '요청사항(장기)',
    '자료 번호',
  ];

  it('registers them with risks, requests and lead departments, and they are assessed', async () => {
    const word = nonsense(4);
    const rows = [
      COLUMNS,
      [
        `${word} 파업 대비`,
        '쟁의 조정 결렬',
        '언론',
        '2026. 12.',
        '4',
        '노동민생 정책관',
        '- 혼잡\n- 안전',
        '대책 점검',
        '',
        'B-1',
      ],
      [`${word} 부서`, '내용', '언론', '', '9', '없는부서', '', '', '', ''],
      [`${word} 요청`, '내용', '감사', '12월쯤', '', '', '', '', 'ㄱ'.repeat(4001), ''],
    ];
    const done = await brought(officer, await xlsx(rows), { kind: 'issues' });
    expect(counts(done)).toEqual(['done', 3, 1, 0, 2, 100]);
    expect(done.errors.map(({ errors }: Json) => errors.map(({ field }: Json) => field))).toEqual(
      [
        ['impact', 'leadDepartmentId'],
        ['longRequests', 'expectedMonth'],
      ].map((fields) => expect.arrayContaining(fields)),
    );
    const { items } = await officer.get(`/issues?q=${encodeURIComponent(word)}`);
    expect(items).toHaveLength(1);
    const issue = await officer.get(`/issues/${items[0].id}`);
    expect(issue).toMatchObject({
      expectedMonth: '2026-12',
      leadDepartmentId: city.people.labour.departmentId,
      impact: 4,
    });
    expect(issue.risks.map(({ text }: Json) => text)).toEqual(['혼잡', '안전']);
    expect(issue.requests).toMatchObject([{ text: '대책 점검', horizon: 'short' }]);
    await eventually('it is assessed', async () => (await officer.get(`/issues/${issue.id}`)).grade);
    expect(counts(await brought(officer, await xlsx(rows), { kind: 'issues' })).slice(2)).toEqual([
      0, 1, 2, 100,
    ]);
  });

  it.each([
    [
      'without a column that is needed',
      [
        ['제목', '채널'],
        ['가', '언론'],
      ],
      '주요내용',
    ],
    ['with a column twice', [[...COLUMNS, '이슈명'], ['가']], '제목'],
    ['with who may read them', [[...COLUMNS, '열람 제한'], ['가']], '열람 제한'],
    ['with headings only', [COLUMNS], '가져올 행이 없습니다'],
  ])('is refused as a whole %s', async (_, rows, why) => {
    const done = await brought(officer, csv(rows), { kind: 'issues' });
    expect(done).toMatchObject({ state: 'failed', total: null, done: 0 });
    expect(done.problem).toContain(why);
  });
});

describe('an import under way', () => {
  it('tells how far it is on the stream, and who brought it when it is done', async () => {
    const follower = await Follower.open(officer);
    const word = nonsense(4);
    const { body } = await upload(officer, csv([HEADINGS, ...titled(word, 1200)], `${word}.csv`), SIGNALS);
    await ended(officer, body.id);
    await eventually('all of it is told', async () =>
      ['import.requested', 'import.staged', 'import.progressed', 'import.finished'].every((name) =>
        follower.told.some(({ event, data }) => event === name && data.payload.importId === body.id),
      ),
    );
    follower.leave();
    const notice = await eventually('a notice', async () =>
      (await officer.get('/inbox')).items.find(({ title }: Json) => title.includes(word)),
    );
    expect(notice).toMatchObject({
      title: `[자료 가져오기] ${word}.csv 완료`,
      link: expect.stringContaining(`/imports/${body.id}`),
    });
    expect(notice.body).toContain('등록 1200건');
  });

  it('can be stopped, and what came in by then stays', async () => {
    const word = nonsense(4);
    const { body } = await upload(officer, csv([HEADINGS, ...titled(word, 6000)]), SIGNALS);
    await eventually(
      'some rows are done',
      async () => (await officer.get(`/imports/${body.id}`)).done > 0,
      60_000,
    );
    const stopped = await officer.post(`/imports/${body.id}/cancellation`);
    expect(stopped).toMatchObject({ state: 'cancelled', endedAt: expect.any(String) });
    expect(stopped.done).toBeLessThan(6000);
    expect((await officer.send('POST', `/imports/${body.id}/cancellation`)).body.type).toBe(
      'urn:haechi:problem:import.ended',
    );
    const [{ n }] = (await city.database.query(
      `select count(*) as n from import_keys k join signals s on s.id = k.target_id where s.title like '${word} %'`,
    )) as [{ n: number }];
    expect(Number(n)).toBe(stopped.created);
  });

  it('loses no row and doubles none when its process is killed again and again', async () => {
    const word = nonsense(4);
    const rows = titled(word, 2500);
    const { body } = await upload(officer, await xlsx([HEADINGS, ...rows]), SIGNALS);
    for (const done of [0, 1000]) {
      await eventually(
        'it is so far',
        async () => (await officer.get(`/imports/${body.id}`)).done >= done,
        60_000,
      );
      await city.kill('pipeline');
      await city.run('pipeline');
    }
    expect(counts(await ended(officer, body.id, 120_000))).toEqual(['done', 2500, 2500, 0, 0, 100]);
    const [{ n, different }] = (await city.database.query(
      `select count(*) as n, count(distinct title) as different from signals where title like '${word} %'`,
    )) as [{ n: number; different: number }];
    expect([Number(n), Number(different)]).toEqual([2500, 2500]);
    expect(await violations(city.database)).toEqual([]);
  }, 180_000);
});

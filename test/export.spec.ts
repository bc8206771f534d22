import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { REQUEST_COLUMNS } from '#actions/export-requests.js';
import { REQUEST_LABELS, type RequestState } from '#actions/vocabulary.js';
import { ISSUE_COLUMNS } from '#issues/export-issues.js';
import { seoulDay } from '#platform/calendar.js';
import { SIGNAL_COLUMNS } from '#signals/export-signals.js';
import { SIGNAL_LABELS, type SignalState } from '#signals/vocabulary.js';
import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { anIssue, atWork } from './support/issues.js';
import { quiet } from './support/worlds.js';

let city: City;
let who: Record<'officer' | 'colleague' | 'labour', Api>;
let open: Json;

const NASTY = ['=1+1', '+82', '-5', '@SUM(A1)', '＝1', '"말", 줄\n바꿈;', '<b>&</b>', '🙂 \u0001끝\uffff'];

beforeAll(async () => {
  city = await City.start();
  who = await city.asEach('officer', 'colleague', 'labour');
  open = await atWork(who.officer, [city.people.labour.departmentId!], { expectedMonth: '2026-12' });
  for (const words of NASTY)
    await who.officer.post('/issues', anIssue({ title: `${words} 가`, summary: words, channel: 'audit' }));
  await quiet(city);
}, 180_000);
afterAll(() => city?.stop());

async function file(by: Api, query: string, language = 'ko', list = '/issues'): Promise<Response> {
  return fetch(`${city.url}/api/v1${list}/export?${query}`, {
    headers: { cookie: by.cookie, 'accept-language': language },
  });
}

/** Records of a CSV file as RFC 4180 has them. */
function records(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const fields = text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  const all: string[][] = [[]];
  for (const [whole, quoted, plain, end] of fields) {
    if (!whole) break;
    all.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',') all.push([]);
  }
  return all.filter(({ length }) => length);
}

const csv = async (by: Api, query: string, language?: string, list?: string): Promise<string[][]> => {
  const answer = await file(by, `format=csv&${query}`, language, list);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  // fetch would take the mark away.
  return records(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()));
};

async function sheet(by: Api, query: string): Promise<ExcelJS.Worksheet> {
  const answer = await file(by, `format=xlsx&${query}`);
  expect(answer.headers.get('content-type')).toMatch(/spreadsheetml/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book.worksheets[0]!;
}

describe('an export', () => {
  it('holds what the list shows: the same issues in the same order, the columns asked for', async () => {
    for (const query of ['', 'channel=audit&sort=title', 'sort=-grade', 'open=true&q=가', 'stage=closed']) {
      const { items } = await who.officer.get(`/issues?limit=200&${query}`);
      const [head, ...rows] = await csv(who.officer, `${query}&columns=number,title`);
      expect(head).toEqual(['이슈번호', '제목']);
      expect(rows.map(([number]) => number)).toEqual(items.map(({ number }: Json) => number));
    }
    expect((await csv(who.officer, '', 'en'))[0]).toHaveLength(Object.keys(ISSUE_COLUMNS).length);
  });

  it('is named after its day and kept by nobody', async () => {
    const { headers } = await file(who.officer, 'format=xlsx');
    const day = seoulDay(new Date());
    expect(headers.get('content-disposition')).toBe(`attachment; filename="haechi-issues-${day}.xlsx"`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is in the words of the office, in Korean or English', async () => {
    const query = `q=${open.number}&columns=channel,stage,state,grade,direction,leadDepartment,score,expectedMonth,dueAt`;
    const [head, row] = await csv(who.officer, query);
    expect(head).toEqual([
      '채널',
      '단계',
      '상태',
      '중요도',
      '대응방향',
      '주관부서',
      '점수',
      '예상 시기',
      '회신기한',
    ]);
    expect(row!.slice(0, 7)).toEqual([
      '언론',
      '4단계 실행·환류',
      '부서 대응 중',
      '보통',
      '실·국 대응',
      '노동민생정책관',
      `${open.score}`,
    ]);
    expect(row![7]).toBe('2026-12');
    expect(row![8]).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$|^$/);
    expect((await csv(who.officer, `${query}&lang=en`))[1]!.slice(0, 4)).toEqual([
      'Press',
      '4 Act',
      'Departments at work',
      'Moderate',
    ]);
    expect((await csv(who.officer, query, 'en-US,en;q=0.9'))[0]![0]).toBe('Channel');
  });

  it('as CSV makes no formula of a text', async () => {
    const rows = await csv(who.officer, 'channel=audit&sort=createdAt&columns=summary');
    const { items } = await who.officer.get('/issues?limit=200&channel=audit&sort=createdAt');
    expect(rows.slice(1).map(([summary]) => summary)).toEqual(
      items.map(({ summary }: Json) => (/^[=+\-@＝]/.test(summary) ? `'${summary}` : summary)),
    );
  });

  it('as XLSX has numbers, dates and texts in their own cells', async () => {
    const all = await sheet(
      who.officer,
      'sort=createdAt&columns=number,title,score,impact,createdAt,expectedMonth',
    );
    const [, ...head] = all.getRow(1).values as string[];
    expect(head).toEqual(['이슈번호', '제목', '점수', '영향도', '등록일시', '예상 시기']);
    const [, number, title, score, impact, createdAt, month] = all.getRow(2).values as unknown[];
    expect([number, title, score, impact, month]).toEqual([
      open.number,
      open.title,
      open.score,
      open.impact,
      '2026-12',
    ]);
    expect(createdAt).toBeInstanceOf(Date);
    // A cell has no zone: it shows the clock in Seoul.
    expect((createdAt as Date).getTime() / 60_000).toBeCloseTo(Date.parse(open.createdAt) / 60_000 + 540, 0);
    const texts = NASTY.map((_, n) => all.getRow(3 + n).getCell(2));
    expect(texts.map(({ type }) => type)).toEqual(texts.map(() => ExcelJS.ValueType.String));
    expect(texts.map(({ value }) => value)).toEqual(
      NASTY.map(
        (words) => `${words.replace(/\s+/g, ' ').replaceAll('\u0001', '').replaceAll('\uffff', '')} 가`,
      ),
    );
  });

  it('tells a department no more than its list', async () => {
    const [, ...rows] = await csv(who.labour, 'columns=number,score,impact,likelihood,dueAt,grade');
    const own = open.requests[0];
    expect(rows).toEqual([
      [open.number, '', '', '', own.dueAt ? expect.stringMatching(/^\d{4}-/) : '', '보통'],
    ]);
  });

  it.each([
    ['', 'format'],
    ['format=pdf', 'format'],
    ['format=csv&columns=number,secret', 'columns'],
    ['format=csv&columns=', 'columns'],
    ['format=csv&columns=number,number', 'columns'],
    ['format=csv&columns=number&columns=title', 'columns'],
    ['format=csv&lang=fr', 'lang'],
    ['format=csv&limit=1', 'limit'],
    ['format=csv&sort=summary', 'sort'],
  ])('is refused with %j', async (query, path) => {
    const { status, body } = await who.officer.send('GET', `/issues/export?${query}`);
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });
});

describe('an export of requests', () => {
  const columns = 'columns=issueNumber,text,department,state,dueAt,answer';

  it('holds what the list shows, to each reader what is theirs', async () => {
    await who.officer.post(`/issues/${open.id}/requests`, { text: '현장 점검 결과 제출', horizon: 'short' });
    const ours = open.requests[0].id;
    await who.labour.post(`/requests/${ours}/acknowledgement`);
    await who.labour.post(`/requests/${ours}/responses`, { text: '=조치하였음', status: 'done' });
    const queries = ['', 'sort=dueAt&open=true', 'state=answered', 'overdue=true', `issueId=${open.id}`];
    for (const by of [who.officer, who.labour]) {
      for (const query of queries) {
        const { items } = await by.get(`/requests?limit=200&${query}`);
        const [, ...rows] = await csv(by, `${query}&${columns}`, 'ko', '/requests');
        expect(rows.map((row) => row.slice(0, 4))).toEqual(
          items.map((one: Json) => [
            one.issueNumber,
            one.text,
            one.departmentName ?? expect.stringMatching(/^(자체관리|대응방향)/),
            REQUEST_LABELS[one.state as RequestState].ko,
          ]),
        );
      }
    }
    const [, ...answered] = await csv(who.labour, `state=answered&${columns}`, 'ko', '/requests');
    expect(answered.map((row) => row.at(-1))).toEqual(["'=조치하였음"]);
    const whole = await csv(who.officer, '', 'en', '/requests');
    expect(whole[0]).toHaveLength(Object.keys(REQUEST_COLUMNS).length);
  });
});

describe('an export of signals', () => {
  const columns = 'columns=title,state,issueNumber,channel';

  beforeAll(async () => {
    for (const outlet of ['한겨레', '경향신문', 'KBS'])
      await who.officer.post('/signals', {
        channel: 'press',
        title: '지하철 9호선 급행 혼잡도 200% 넘어',
        outlet,
      });
    await who.officer.post('/signals', { channel: 'audit', title: '=HYPERLINK("x") 보조금 정산 지적' });
    await who.labour.post('/signals', {
      channel: 'own',
      title: '사업장 안전 제보',
      body: '현장에서 알게 됨',
    });
    await quiet(city);
  }, 60_000);

  it('holds what the list shows, to each reader what is theirs', async () => {
    const queries = [
      '',
      'sort=createdAt',
      'state=attached',
      'channel=audit',
      `q=${encodeURIComponent('급행')}`,
    ];
    for (const by of [who.officer, who.labour]) {
      for (const query of queries) {
        const { items } = await by.get(`/signals?limit=200&${query}`);
        const [, ...rows] = await csv(by, `${query}&${columns}`, 'ko', '/signals');
        expect(rows.map(([title, state, issue]) => [title, state, issue !== ''])).toEqual(
          items.map((one: Json) => [
            one.title.replace(/^=/, "'="),
            SIGNAL_LABELS[one.state as SignalState].ko,
            one.issueId !== null,
          ]),
        );
      }
    }
    const [, ...reported] = await csv(who.labour, columns, 'ko', '/signals');
    expect(reported.map(([title]) => title)).toEqual(['사업장 안전 제보']);
    const whole = await csv(who.officer, '', 'en', '/signals');
    expect(whole[0]).toHaveLength(Object.keys(SIGNAL_COLUMNS).length);
  });

  it('of stories holds the signals that tell them, story after story', async () => {
    const queries = ['', 'lone=true', 'lone=true&reported=true', 'lone=true&state=attached&sort=receivedAt'];
    for (const query of [...queries, `lone=true&q=${encodeURIComponent('급행')}`]) {
      const { items } = await who.officer.get(`/clusters?limit=200&${query}`);
      const [, ...rows] = await csv(who.officer, `${query}&columns=title,outlet`, 'ko', '/clusters');
      const told = items.map(({ signals }: Json) =>
        signals.map((one: Json) => `${one.title.replace(/^=/, "'=")} ${one.outlet ?? ''}`).toSorted(),
      );
      const written = rows.map(([title, outlet]) => `${title} ${outlet}`);
      expect(told.map(({ length }: string[]) => written.splice(0, length).toSorted())).toEqual(told);
      expect(written).toEqual([]);
    }
    const { items } = await who.officer.get('/clusters');
    expect(items.map(({ count }: Json) => count)).toContain(3);
  });
});

describe('an export of any list', () => {
  it.each(['/requests', '/signals', '/clusters'])(
    'of %s is a file of its own and refuses what is no filter',
    async (list) => {
      const answer = await file(who.officer, 'format=xlsx', 'ko', list);
      const name = list === '/requests' ? 'requests' : 'signals';
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="haechi-${name}-${seoulDay(new Date())}.xlsx"`,
      );
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await answer.arrayBuffer());
      expect(book.worksheets[0]!.rowCount).toBeGreaterThan(1);
      for (const [query, path] of [
        ['', 'format'],
        ['format=csv&columns=title,secret', 'columns'],
        ['format=csv&limit=1', 'limit'],
        ['format=csv&sort=title', 'sort'],
      ]) {
        const { status, body } = await who.officer.send('GET', `${list}/export?${query}`);
        expect([status, body.errors[0].path]).toEqual([400, path]);
      }
    },
  );
});

describe('an export of what is to be looked at, reported and sent', () => {
  it.each([
    ['/queue', '순위,이슈번호,제목,중요도'],
    ['/reviews', '이슈번호,제목,중요도,주관부서'],
    ['/escalations', '이슈번호,이슈,중요도,요청사항'],
    ['/deliveries', '작성일시,이벤트,경로,받는 사람'],
    ['/warnings', '알림일시,구분,규칙,이슈번호'],
    ['/outlook/2026-11/results', '연번,이슈번호,이슈명,채널'],
  ])('of %s says what its list does, in every column, as CSV and XLSX', async (list, heads) => {
    const [head, ...rows] = await csv(who.officer, '', 'ko', list);
    expect(head!.join()).toMatch(new RegExp(`^${heads}`));
    expect(rows.every(({ length }) => length === head!.length)).toBe(true);
    if (!list.startsWith('/outlook')) {
      const { items } = await who.officer.get(`${list}?limit=200`);
      expect(rows).toHaveLength(items.length);
    }
    const answer = await file(who.officer, 'format=xlsx', 'en', list);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets[0]!.rowCount).toBe(rows.length + 1);
  });

  it('follows the filter of the list, and names what it is ordered by', async () => {
    const [, first] = await csv(who.officer, '', 'ko', '/queue');
    const { items } = await who.officer.get('/queue?limit=1');
    expect([first![0], first![2]]).toEqual(['1', items[0].issue.title]);
    const sent = await csv(who.officer, 'channel=webhook', 'ko', '/deliveries');
    expect(sent).toHaveLength(1);
    const { status } = await who.officer.send('GET', '/escalations/export?format=csv&state=nothing');
    expect(status).toBe(400);
  });

  it('leaves with confidential issues for a reason only, which goes on record', async () => {
    const secret = await atWork(who.colleague, [city.people.labour.departmentId!], { confidential: true });
    await quiet(city);
    for (const list of ['/queue', '/reviews']) {
      const without = await who.colleague.send('GET', `${list}/export?format=csv`);
      expect([list, without.status, without.body.errors[0].path]).toEqual([list, 400, 'reason']);
      const given = await who.colleague.send(
        'GET',
        `${list}/export?format=csv&reason=${encodeURIComponent('회의 자료')}`,
      );
      expect([list, given.status, String(given.body).includes(secret.number)]).toEqual([list, 200, true]);
      const outside = await who.officer.send('GET', `${list}/export?format=csv`);
      expect([list, outside.status, String(outside.body).includes(secret.number)]).toEqual([
        list,
        200,
        false,
      ]);
      const [{ n }] = (await city.database.query(
        `select count(*)::int as n from access_log where kind = 'export' and $1 = any(issue_ids) and detail::text like $2`,
        [secret.id, `%${list}%`],
      )) as [Json];
      expect([list, n]).toEqual([list, 1]);
    }
  });
});

describe('an export of many issues', () => {
  const MANY = 100_000;
  const memory = (): number => {
    if (process.platform !== 'linux') return 0;
    const status = readFileSync(`/proc/${city.child('intake').pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
  };

  beforeAll(async () => {
    // Without the words for search: nothing is looked for here.
    await city.database.query(`set session_replication_role = replica;
      insert into issues (id, number, title, summary, channel, confidential)
      select gen_random_uuid(), '2020-' || lpad(n::text, 6, '0'), '이슈 ' || n, string_agg(md5(n::text || m), ' '), 'own', false
      from generate_series(1, ${MANY}) n, generate_series(1, 20) m group by n; reset session_replication_role`);
  }, 120_000);

  it('is whole, and takes no more memory however long its reader takes', async () => {
    const rows = await csv(who.officer, 'channel=own&sort=number&columns=number');
    expect(rows.length).toBe(MANY + 1);
    expect(rows.slice(1).map(([number]) => number)).toEqual(
      Array.from({ length: MANY }, (_, n) => `2020-${String(n + 1).padStart(6, '0')}`),
    );
    const before = memory();
    let most = 0;
    const reader = (
      await file(who.officer, 'format=xlsx&channel=own&columns=number,title,summary')
    ).body!.getReader();
    let size = 0;
    for (let part = await reader.read(), n = 0; !part.done; part = await reader.read(), n += 1) {
      size += part.value.length;
      if (n % 20 === 0) await sleep(20);
      most = Math.max(most, memory());
    }
    process.stdout.write(`export: ${size} bytes, ${before.toFixed(0)} MB, at most ${most.toFixed(0)} MB\n`);
    expect(size).toBeGreaterThan(10_000_000);
    expect(most - before).toBeLessThan(200);
  }, 120_000);

  it('left by its reader is written no further, and beyond the limit is refused', async () => {
    const leave = new AbortController();
    const answer = await fetch(`${city.url}/api/v1/issues/export?format=xlsx&channel=own`, {
      headers: { cookie: who.officer.cookie },
      signal: leave.signal,
    });
    await answer.body!.getReader().read();
    leave.abort();
    await who.officer.post('/issues', anIssue({ channel: 'own' }));
    const { status, body } = await who.officer.send('GET', '/issues/export?format=csv&channel=own');
    expect([status, body.title]).toEqual([
      400,
      '한 번에 100,000건까지 내려받을 수 있습니다. 조회 조건을 좁혀 주십시오.',
    ]);
    expect((await fetch(`${city.url}/health/ready`)).status).toBe(200);
  });
});

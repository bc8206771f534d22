import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api, Json } from './support/api.js';
import { approved } from './support/approve-report.js';
import { City, eventually } from './support/city.js';
import { ROOT } from './support/fresh-database.js';
import { readByKordoc } from './support/hwpx-readers.js';

interface Case {
  title: string;
  summary: string;
  notes: string[];
  coverage: { title: string; outlet: string; publishedOn: string }[];
  risks: string[];
  requests: { horizon: 'short' | 'long' | null; text: string }[];
  departmentResponses: string[];
}

const SEED = join(ROOT, '../shared/seed/cases.json');
const present = existsSync(SEED);
if (!present && process.env.CI) throw new Error('CI needs the published cases beside the project');
if (!present)
  console.warn('The published cases (../shared/seed/cases.json) are not here: this test is skipped.');

const MONTH = '2020-06';
/** Who answered each case, in the order of the source. */
const LEADS = ['labour', 'economy', 'water', 'climate'] as const;
const FOOTNOTE = /^(.*) \((배달 .*)\)$/u;

(present ? describe : describe.skip)('the four published cases', () => {
  let city: City;
  let officer: Api;
  let cases: Case[];
  const issues: Json[] = [];

  beforeAll(async () => {
    cases = JSON.parse(readFileSync(SEED, 'utf8'));
    city = await City.start();
    officer = await city.as('officer');
  });
  afterAll(() => city.stop());

  const settled = (id: string, fits: (issue: Json) => boolean) =>
    eventually(`issue ${id} to move on`, async () => {
      const issue = await officer.get(`/issues/${id}`);
      return fits(issue) && issue;
    });

  it('come in as signals and issues and are decided on by the officer', async () => {
    for (const [i, one] of cases.entries()) {
      const signals = await Promise.all(
        one.coverage.map((article) => officer.post('/signals', { channel: 'press', ...article })),
      );
      const issue = await officer.post('/issues', {
        title: one.title,
        summary: one.summary,
        channel: i === 2 ? 'own' : 'press',
        notes: one.notes,
        risks: one.risks.map((text) => {
          const [, risk, footnote] = FOOTNOTE.exec(text) ?? [];
          return risk ? { text: risk, footnote } : text;
        }),
        signalIds: signals.map(({ id }) => id),
        requests: one.requests,
        expectedMonth: MONTH,
        impact: 4,
        likelihood: 4,
        leadDepartmentId: city.people[LEADS[i]!].departmentId,
      });
      const waiting = await settled(issue.id, ({ state }) => state === 'review');
      expect([waiting.stage, waiting.grade]).toEqual(['prioritize', 'high']);
      await officer.post(`/issues/${issue.id}/decisions`, {
        stage: 'prioritize',
        outcome: 'confirm',
        revision: waiting.revision,
        direction: 'department',
      });
      issues.push(await settled(issue.id, ({ state }) => state === 'open'));
    }
    expect(issues.flatMap(({ requests }) => requests.map(({ state }: Json) => state))).toEqual(
      Array(5).fill('delivered'),
    );
  });

  it('are answered by their departments, and one is closed with its lesson', async () => {
    for (const [i, one] of cases.entries()) {
      const department = await city.as(LEADS[i]!);
      const { items } = await department.get('/requests');
      expect(items.map(({ issueId }: Json) => issueId)).toEqual(items.map(() => issues[i].id));
      const [request] = items.filter(({ horizon }: Json) => horizon !== 'long');
      await department.post(`/requests/${request.id}/acknowledgement`);
      const response = await department.post(`/requests/${request.id}/responses`, {
        text: one.departmentResponses[0],
        status: 'underway',
        progress: 50,
        confirmedBy: { position: '과장', name: '김○○' },
        docNo: `회신-${i + 1}`,
      });
      await officer.post(`/responses/${response.id}/review`, { outcome: 'accept' });
    }
    const closed = await officer.post(`/issues/${issues[3].id}/closure`, {
      outcome: 'eased',
      lesson: '수거 체계 사전 점검 필요',
    });
    expect([closed.stage, closed.outcome]).toEqual(['closed', 'eased']);
  });

  it('appear complete in the report of the month, in the layout of the source', async () => {
    const report = await officer.post('/reports', { month: MONTH });
    expect(report.editions).toHaveLength(1);
    const html = textOf((await officer.send('GET', `/reports/${MONTH}/editions/1.html`)).body);
    for (const one of cases) {
      // Each case in the order of the source's own lines; spaces are the printer's business.
      const lines = [
        `${one.title}('20)`,
        `주요내용:${one.summary}`,
        ...one.notes.map((note) => `※${note}`),
        ...one.coverage.map(
          ({ title, outlet, publishedOn }) => `▶${title}('${reportDay(publishedOn)}${outlet})`,
        ),
        ...one.risks.map((risk) => (FOOTNOTE.exec(risk)?.[1] ?? risk).slice(0, 12)),
        ...one.requests.map(
          ({ horizon, text }) =>
            `-${{ short: '(단기)', long: '(장기)', none: '' }[horizon ?? 'none']}${text}`,
        ),
        `√부서대응:`,
        one.departmentResponses[0]!,
      ].map(squeeze);
      let at = html.lastIndexOf(lines[0]!);
      for (const line of lines) {
        const found = html.indexOf(line, at);
        expect({ line, found: found >= at && at >= 0 }).toEqual({ line, found: true });
        at = found;
      }
    }
    expect(html).toContain(squeeze('2020년 6월 예상 시정 리스크 이슈 보고'));
    for (const heading of ['총괄', '이슈별 세부내용', '행정사항']) expect(html).toContain(squeeze(heading));
    expect(html).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('says the same on paper, in two pages and their annex', async () => {
    const response = await fetch(`${city.url}/api/v1/reports/${MONTH}/editions/1.pdf`, {
      headers: { cookie: officer.cookie },
    });
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (spawnSync('pdftotext', ['-v']).status !== 0) {
      if (process.env.CI) throw new Error('CI needs pdftotext');
      return console.warn('pdftotext is not here: the words of the PDF are not compared.');
    }
    const file = join(mkdtempSync(join(tmpdir(), 'haechi-')), 'report.pdf');
    writeFileSync(file, pdf);
    const pages = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split('\f').map(squeeze);
    const detail = pages[1]!;
    for (const { title, requests } of cases) {
      expect(detail).toContain(squeeze(title));
      for (const { text } of requests) expect(detail).toContain(squeeze(text));
    }
    expect(pages[0]).toContain(squeeze('2020년 6월 예상 시정 리스크 이슈 보고'));
    expect(pages[0]).toContain('총괄');
  });

  it('comes in every format, each with the checksum that it is told by', async () => {
    const [{ checksums }] = (await officer.get(`/reports/${MONTH}`)).editions;
    expect(Object.keys(checksums).toSorted()).toEqual(['html', 'hwpx', 'pdf', 'txt', 'xlsx']);
    for (const format of Object.keys(checksums)) {
      const response = await fetch(`${city.url}/api/v1/reports/${MONTH}/editions/1.${format}`, {
        headers: { cookie: officer.cookie },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(checksums[format]);
      // What a browser cannot show is kept as a file.
      const kept = format === 'hwpx' || format === 'xlsx';
      expect(response.headers.get('content-disposition')).toMatch(kept ? /^attachment;/ : /^inline;/);
      if (format === 'hwpx') expect(squeeze(await readByKordoc(bytes))).toContain(squeeze(cases[0]!.title));
    }
  });

  it('become the paper for the council of the months they were found in, in the layout of the source', async () => {
    const [{ month } = { month: '' }] = await city.database.query<{ month: string }>(
      `select to_char(seoul_today(), 'YYYY-MM') as month`,
    );
    const paper = (given: string, format = 'txt') =>
      officer.send('GET', `/reports/council/paper?from=${month}&to=${month}&format=${format}${given}`);
    const ids = issues.map(({ id }) => id);
    const { items } = await officer.get(`/reports/council?from=${month}&to=${month}`);
    expect(items.map(({ id }: Json) => id).toSorted()).toEqual(ids.toSorted());
    const text = squeeze(String((await paper(`&issues=${ids.join(',')}`)).body));
    let at = 0;
    for (const one of cases)
      for (const line of [
        one.title,
        one.summary,
        one.coverage[0]!.title,
        one.requests[0]!.text,
        one.departmentResponses[0]!,
      ]) {
        expect({ line, found: text.indexOf(squeeze(line), at) >= at }).toEqual({ line, found: true });
        at = text.indexOf(squeeze(line), at);
      }
    expect(text).not.toMatch(/중요도높음|매우높음|\d점/);
    expect(String((await paper(`&issues=${ids[1]}`)).body)).not.toContain(cases[0]!.title);
    for (const format of ['pdf', 'hwpx', 'xlsx', 'html']) expect((await paper('', format)).status).toBe(200);
    expect((await officer.send('GET', `/reports/council?from=${month}&to=2019-01`)).body.errors[0].path).toBe(
      'to',
    );
  });

  it('keeps its bytes from approval on; a correction is the next edition', async () => {
    const manager = await city.as('manager');
    await approved(manager, MONTH);
    const before = await manager.get(`/reports/${MONTH}`);
    const bytes = (await manager.send('GET', `/reports/${MONTH}/editions/1.html`)).body;
    await officer.post(`/issues/${issues[0].id}/closure`, { outcome: 'prevented', lesson: '실태조사 선행' });
    await officer.post('/reports', { month: MONTH });
    const after = await eventually('the next edition', async () => {
      const report = await officer.get(`/reports/${MONTH}`);
      return report.editions.length > 1 && report;
    });
    expect(after.editions.map(({ number }: Json) => number)).toEqual([1, 2]);
    expect(after.editions[0].checksums).toEqual(before.editions[0].checksums);
    expect((await manager.send('GET', `/reports/${MONTH}/editions/1.html`)).body).toBe(bytes);
    await expect(
      city.database.query(
        `update edition_files set bytes = 'x'
         where edition_id = (select id from editions where month = $1 and number = 1)`,
        [MONTH],
      ),
    ).rejects.toThrow('issued');
  });
});

const reportDay = (day: string): string =>
  `${day.slice(2, 4)}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}.`;
const squeeze = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200b\u2060\u00ad]+/g, '');

/** The words of a page as a reader meets them. */
function textOf(html: string): string {
  const body = html.replaceAll(/<(style|script|title)[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, '');
  const named: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&nbsp;': ' ',
  };
  return squeeze(body.replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => named[entity]!));
}

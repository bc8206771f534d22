import type { Block, Item, Table } from './blocks.js';
import { issueItems } from './details.js';
import { NO_LINES, type ReportDocument, type ReportIssue } from './document.js';
import { decemberReport, emptyReport, fullReport } from './fixture.js';
import { alternative, bareIssue, coverage, request, response } from './fixture-parts.js';
import { outlineOf } from './outline.js';

/** An item and what hangs under it, a line each. */
const lines = ({ mark, label, text, items = [] }: Item): string[] => [
  [mark, label && (text ? `${label} :` : label), text].filter(Boolean).join(' '),
  ...items.flatMap(lines),
];
const printed = (changes: Partial<ReportIssue>) => issueItems(bareIssue(changes), '2026').flatMap(lines);
const said = (blocks: Block[]) =>
  blocks.flatMap((block) => ('items' in block ? block.items.flatMap(lines) : []));
const issueTable = (doc: ReportDocument): Table | undefined =>
  outlineOf(doc).summary.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0];
const replyOf = (changes: Partial<ReportIssue>) =>
  issueTable(decemberReport({ issues: [bareIssue(changes)] }))?.rows[0]?.at(-1);

describe('an issue', () => {
  it('shows at most three articles, then how many more', () => {
    const found = printed({ coverage: ['가', '나', '다', '라', '마'].map((title) => coverage(title)) });
    expect(found).toContain("▶ 다 ('26. 11. 20. 한강일보) 외 2건");
    expect(found.join()).not.toContain('라');
  });

  it('heads its coverage by where it came from', () => {
    const heading = (...channels: ('press' | 'audit')[]) =>
      printed({ coverage: channels.map((channel) => coverage('제목', { channel })) })[1];
    expect(heading('press')).toBe('- 관련보도');
    expect(heading('audit')).toBe('- 관련동향');
    expect(heading('audit', 'press')).toBe('- 보도·동향');
  });

  it('names source and number of an entry as far as they are known', () => {
    const entry = (changes: Parameters<typeof coverage>[1]) =>
      printed({ coverage: [coverage('제목', changes)] })[2];
    expect(entry({})).toBe("▶ 제목 ('26. 11. 20. 한강일보)");
    expect(entry({ outlet: null, count: 1240 })).toBe("▶ 제목 ('26. 11. 20., 1,240건)");
    expect(entry({ outlet: null, publishedOn: null })).toBe('▶ 제목');
  });

  it('brackets the horizon of a request only where it has one', () => {
    const requests = (['short', 'long', null] as const).map((horizon) => request('점검', { horizon }));
    expect(printed({ requests })).toEqual(
      expect.arrayContaining(['- (단기) 점검', '- (장기) 점검', '- 점검']),
    );
  });

  it('says of a request until when, and who where it is not the lead', () => {
    const asked = request('점검', { dueOn: '2027-02-26', department: '재무국' });
    expect(printed({ requests: [asked] })).toContain("- (단기) 점검 (재무국, '27. 2. 26.까지)");
  });

  it('tells where each request stands once they differ, and keeps silent on withdrawn ones', () => {
    const requests = [
      request('가', { state: 'returned' }),
      request('나', { state: 'accepted' }),
      request('다', { state: 'cancelled' }),
    ];
    expect(printed({ requests })).toEqual(
      expect.arrayContaining(['- (단기) 가 (보완 요청)', '- (단기) 나 (이행 확인)']),
    );
    expect(printed({ requests }).join()).not.toContain('다');
  });

  it('marks a risk that has a footnote, unless its text bears the mark already', () => {
    const risks = [
      { text: '시장 실패', footnote: '배달수수료 등' },
      { text: '취약계층* 피해', footnote: '* 고령자 등' },
    ];
    expect(printed({ risks }).slice(2)).toEqual([
      '- 시장 실패*',
      '* 배달수수료 등',
      '- 취약계층* 피해',
      '* 고령자 등',
    ]);
  });

  it('managed by the office itself shows how it is watched instead of requests', () => {
    expect(printed({ direction: 'self' })).toContain(
      '- 관리방향 : 동향 관찰, 쟁점 확산 시 실·국 대응으로 전환',
    );
    const requests = [request('설명자료 준비', { horizon: null })];
    expect(printed({ direction: 'self', requests })).toContain('- 관리방향 : 설명자료 준비');
    expect(printed({ direction: 'self', requests }).join()).not.toMatch(/요청사항|부서대응/);
  });

  it('lists alternatives, what doing nothing is called, and the recommended one with its reasons', () => {
    const alternatives = [
      alternative('증편', {
        horizon: 'short',
        effect: '수송력 유지',
        sideEffect: '연장근로',
        recommended: true,
      }),
      alternative('', { horizon: 'none' }),
    ];
    expect(printed({ alternatives })).toEqual(
      expect.arrayContaining([
        '- 간략대안 : ⓐ (단기) 증편 ⓑ 현행 유지(모니터링) → 권고 ⓐ(효과 : 수송력 유지 / 부작용 : 연장근로)',
      ]),
    );
  });

  it('prints answers with department, day and standing, and says when one is awaited', () => {
    const requests = [request('점검')];
    const responses = [response('초안 마련', { docNo: '교통정책과-1', status: 'underway', progress: 40 })];
    expect(printed({ requests })).toContain('√ 부서대응 : 회신 대기');
    expect(printed({ requests, responses })).toContain(
      '√ 부서대응 : 도시교통실, 11. 24. 회신(교통정책과-1) — 초안 마련(추진 중, 진도율 40%)',
    );
  });
});

describe('the summary', () => {
  it('counts by grade, names what goes to the vice mayor, and leaves scores out', () => {
    expect(outlineOf(decemberReport()).lead).toEqual([
      '12월에 쟁점화가 예상되는 이슈 4건(매우 높음 1, 높음 2, 보통 1)을 선별하여 보고드리며,',
      '매우 높음 1건은 부시장 주재 현안회의 상정이 필요함',
    ]);
  });

  it('orders by rank and leaves no gap for an issue this copy lacks', () => {
    const { issues } = decemberReport();
    const table = issueTable(
      decemberReport({ issues: issues.filter(({ rank }) => rank !== 2).toReversed() }),
    );
    expect(table?.rows.map((row) => row[0]?.text)).toEqual(['1', '2', '3']);
    expect(table?.rows[0]?.[1]?.text).toBe('지하철 파업 예고에 따른 수송 대책 점검 필요');
  });

  it('lets the request that lags furthest speak for the issue', () => {
    const of = (...states: ReportIssue['requests'][number]['state'][]) => ({
      requests: states.map((state) => request('점검', { state })),
    });
    expect(replyOf(of('accepted', 'accepted'))).toEqual({ text: '이행 확인' });
    expect(replyOf(of('answered', 'acknowledged'))).toEqual({ text: '접수', note: '(회신 1/2)' });
    expect(replyOf(of('answered', 'refused', 'cancelled'))).toEqual({
      text: '소관 조정 요청',
      note: '(회신 1/2)',
    });
    // All have answered: the word says so, once.
    expect(replyOf(of('answered', 'accepted', 'accepted'))).toEqual({ text: '회신' });
    expect(replyOf({})).toEqual({ text: '요청 전' });
    expect(replyOf({ ...of('planned'), direction: 'self' })).toEqual({ text: '해당 없음' });
  });

  it('names the unforeseen as far as a line holds them, and what is still open', () => {
    const previous = decemberReport().previous!;
    const running = { ...previous.entries[0]!, result: null, basis: 'running', confirmed: false } as const;
    const unforeseen = ['가', '나', '다'];
    expect(
      said(outlineOf(decemberReport({ previous: { ...previous, entries: [running], unforeseen } })).summary),
    ).toContain('□ 11월 예상 이슈 결과 : 1건 중 진행 중 1 / 미예측 3건(가, 나 외 1건)');
  });

  it('says of the month that is settled what no officer has confirmed yet', () => {
    const { settled } = decemberReport();
    const entries = settled!.entries.map((entry, n) => ({ ...entry, confirmed: n > 0 }));
    const one = outlineOf(decemberReport({ settled: { ...settled!, entries }, previous: null }));
    expect(said(one.summary)).toContain(
      '□ 10월 예상 이슈 최종 결과 : 3건 중 현실화 1, 예방 1, 미발생 1(담당자 확인 전 1건)',
    );
    expect(one.attachments).toContain('10월 예상 이슈 결과 1부.');
  });

  it('tells how the previous month turned out, what is overdue and what lies ahead', () => {
    expect(said(outlineOf(decemberReport()).summary)).toEqual(
      expect.arrayContaining([
        '□ 10월 예상 이슈 최종 결과 : 3건 중 현실화 1, 예방 1, 미발생 1',
        '□ 11월 예상 이슈 결과 : 5건 중 현실화 1, 예방 2, 완화 1, 미발생 1 / 미예측 1건(공공자전거 요금 오류)',
        '□ 회신기한 경과 : 1건(복지정책실, 3일)',
        "□ 주요 일정 : 예산안 의결(12. 16.), 제2차 정례회 폐회(12. 23.), 겨울철 종합대책(11. 15.~'27. 3. 15.)",
      ]),
    );
  });

  it('counts what lies ahead and has no room in the line, and keeps the day that the law sets', () => {
    const on = (title: string) => ({ title, from: '2026-12-05', to: '2026-12-05' });
    const budget = { title: '예산안 심의·의결', from: '2026-11-18', to: '2026-12-23', due: '2026-12-16' };
    const schedule = [budget, ...['가', '나', '다', '라', '마', '바'].map(on)];
    expect(said(outlineOf(decemberReport({ schedule })).summary)).toContain(
      '□ 주요 일정 : 예산안 심의·의결(11. 18.~12. 23., 법정기한 12. 16.), 가(12. 5.), 나(12. 5.), 다(12. 5.), 라(12. 5.) 외 2건',
    );
  });

  it('asks for the decisions given, or for those the issues show', () => {
    expect(said(outlineOf(decemberReport()).summary)).toContain(
      '○ (1번) 현안회의 상정 및 비상수송 예비비 사용 여부 ⇒ 11. 30.까지',
    );
    const refused = bareIssue({
      rank: 9,
      requests: [request('점검', { department: '재무국', state: 'refused' })],
    });
    const issues = [...decemberReport().issues, refused];
    expect(said(outlineOf(decemberReport({ decisions: undefined, issues })).summary).slice(-2)).toEqual([
      '○ (1번) 부시장 주재 현안회의 상정 및 권고안 ⓐ 채택 여부 ⇒ 11. 30.까지',
      '○ (5번) 소관 조정(재무국 요청) ⇒ 11. 30.까지',
    ]);
  });
});

describe('the annex', () => {
  it('holds scores and probabilities, which the pages before keep off', () => {
    const { summary, details, annex } = outlineOf(decemberReport());
    expect(JSON.stringify(summary)).not.toContain('%');
    expect(JSON.stringify([summary, details])).not.toMatch(/\d점|발생 가능성/);
    expect(JSON.stringify(annex)).toMatch(/90%.*기준 55%/);
  });

  it('is listed as what is attached, numbered where it has several parts', () => {
    expect(outlineOf(decemberReport()).attachments.replaceAll(/\s+/g, ' ')).toBe(
      '붙임 1. 이슈별 평가 내역 1부. 2. 10월·11월 예상 이슈 결과 1부. 3. 이슈 현황 통계 1부. 끝.',
    );
    const { figures } = emptyReport();
    expect(
      outlineOf(decemberReport({ previous: null, settled: null, figures })).attachments.replaceAll(
        /\s+/g,
        ' ',
      ),
    ).toBe('붙임 이슈별 평가 내역 1부. 끝.');
  });
});

describe('four issues with all that issues have', () => {
  it('tell fewer headlines rather than need a third page, and count those left out', () => {
    const all = JSON.stringify(outlineOf(decemberReport()).details);
    expect(all.match(/▶/g)).toHaveLength(8);
    const full = JSON.stringify(outlineOf(fullReport()).details);
    expect(full.match(/▶/g)).toHaveLength(4);
    expect(full.match(/외 4건/g)).toHaveLength(4);
  });
});

describe('other months', () => {
  it('without issues says so everywhere and needs neither a second page nor an annex', () => {
    const outline = outlineOf(emptyReport());
    expect(outline.lead[0]).toBe('12월에 쟁점화가 예상되는 이슈는 해당 없음');
    expect(said(outline.summary)).toEqual([
      '□ 12월 예상 이슈 : 해당 없음',
      '□ 전월 예상 이슈 결과 : 해당 없음(전월 보고 없음)',
      '□ 회신기한 경과 : 해당 없음',
      '□ 주요 일정 : 해당 없음',
      '○ 해당 없음',
    ]);
    expect(outline).toMatchObject({ detailsApart: false, annex: null, attachments: '끝.' });
  });

  it('long past are reported as past: nothing to decide, nothing to answer, no next report', () => {
    const outcome = 'prevented' as const;
    const issues = [
      bareIssue({ grade: 'critical', expectedMonth: '2020-06', outcome, requests: [request('점검')] }),
    ];
    const next = { on: '2020-06-25', month: '2020-07' };
    const outline = outlineOf(decemberReport({ month: '2020-06', issues, decisions: undefined, next }));
    expect(outline.title).toBe('2020년 6월 예상 시정 리스크 이슈 보고');
    expect(outline.lead).toEqual(['2020년 6월에 쟁점화가 예상된 이슈 1건(매우 높음 1)을 정리하여 보고드림']);
    expect(said(outline.summary).at(-1)).toBe('○ 해당 없음');
    expect(said(outline.details)).toContain('- 처리결과 : 예방(조치 후 미발생)');
    expect(said(outline.details).at(-1)).toBe('○ 해당 없음');
  });

  it('corrected say which edition this is and what it corrects', () => {
    const snow = { number: '2026-0002', title: '제설 대비 철저' };
    const outline = outlineOf(
      decemberReport({
        edition: 2,
        changes: [
          { kind: 'grade', ...snow, from: 'moderate', to: 'high' },
          { kind: 'lead', ...snow, from: null, to: '안전총괄실' },
          { kind: 'month', ...snow, from: '2026-12', to: '2027-01' },
          { kind: 'new', ...snow, from: null, to: 'low' },
          { kind: 'gone', ...snow, from: 'low', to: null },
        ],
      }),
    );
    expect(outline.byline).toBe('(2026. 11. 25.(수), 기획조정실 평가담당관, 정정본(제2차))');
    expect(said(outline.summary).slice(0, 6)).toEqual([
      '□ 정정사항(제1차 대비)',
      '- 중요도 : 제설 대비 철저(보통 → 높음)',
      '- 주관부서 : 제설 대비 철저(미지정 → 안전총괄실)',
      "- 예상 시기 : 제설 대비 철저(12월 → '27. 1월)",
      '- 추가 : 제설 대비 철저(낮음)',
      '- 제외 : 제설 대비 철저',
    ]);
  });

  it('corrected say why, name each issue of which another title, day or text is printed, and what else', () => {
    const snow = { number: '2026-0002', title: '제설 대비 철저' };
    const text = { kind: 'text', from: null, to: null } as const;
    const whole = { number: null, title: null, from: null, to: null };
    const outline = outlineOf(
      decemberReport({
        edition: 2,
        ownLines: { ...NO_LINES, correctionReason: '예산액 오기 정정' },
        changes: [
          { kind: 'title', ...snow, from: '제설 대비', to: snow.title },
          { kind: 'direction', ...snow, from: 'self', to: 'department' },
          { kind: 'day', ...snow, from: null, to: '2026-12-05' },
          ...['가', '나', '다', '라'].map((title) => ({ ...text, number: title, title })),
          { kind: 'remarks', ...whole },
          { kind: 'rest', ...whole },
        ],
      }),
    );
    expect(said(outline.summary).slice(0, 7)).toEqual([
      '□ 정정사항(제1차 대비)',
      '- 정정 사유 : 예산액 오기 정정',
      '- 이슈명 : 제설 대비 → 제설 대비 철저',
      '- 대응방향 : 제설 대비 철저(자체관리 → 실·국 대응)',
      '- 예상일 : 제설 대비 철저(일자 미정 → 12. 5.)',
      '- 세부내용 : 가, 나, 다 외 1건',
      '- 그 밖의 내용 : 행정사항, 집계·일정',
    ]);
    expect(said(outlineOf(decemberReport({ edition: 3, changes: [] })).summary)[1]).toBe(
      '- 기재 내용 변동 없음(문서번호·작성일 제외)',
    );
  });
});

it('makes text fit for print without changing what it says', () => {
  const title = '보도\u0000공사\n집중\t비판 \u200B대비\uD800'.normalize('NFD');
  expect(issueTable(decemberReport({ issues: [bareIssue({ title })] }))?.rows[0]?.[1]?.text).toBe(
    '보도공사 집중 비판 대비',
  );
});

import fc from 'fast-check';
import { CHANNEL_POLICY } from '#config/channels.js';
import { SCORING } from '#config/scoring.js';
import { CHANNELS, FACTORS, type FactorName } from '#issues/vocabulary.js';
import { grade } from './grade.js';
import { score, type ScoreInput, type ScoreSignal } from './score.js';

const plain: ScoreInput = {
  title: '청사 게시판 정비',
  summary: '게시판을 정비함',
  channel: 'own',
  today: '2026-11-25',
};
const factor = (name: FactorName, input: Partial<ScoreInput>) =>
  score({ ...plain, ...input }, SCORING).factors.find((one) => one.name === name)!;
const article = (outlet: string, rest: Partial<ScoreSignal> = {}): ScoreSignal => ({
  channel: 'press',
  title: '보도 제목',
  outlet,
  ...rest,
});

describe('the policy', () => {
  it('has weights that add up to 100 and thresholds that fall', () => {
    expect(FACTORS.reduce((sum, name) => sum + SCORING.factors[name].weight, 0)).toBe(100);
    expect(SCORING.thresholds.map(({ atLeast }) => atLeast)).toEqual([65, 45, 25]);
  });

  it('is data: it survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(SCORING))).toEqual(SCORING);
  });
});

describe('the score', () => {
  it('is nothing for an issue that says nothing, and says so', () => {
    const result = score(plain, SCORING);
    expect(result.score).toBe(0);
    expect(result.factors.map(({ name }) => name)).toEqual([...FACTORS]);
    expect(factor('press', {}).evidence).toEqual(['근거가 되는 언급·동향 없음']);
  });

  it.each([
    '봄 가뭄, 저수율 30%대',
    '폭염 장기화 대비',
    '봄철 황사·미세먼지 대비',
    '모기 매개 감염병 확산',
    '전력수급 위기',
    '장마철 침수 대비',
    '지진 대비 내진보강률 저조',
    '녹조로 인한 수돗물 냄새',
    '겨울가뭄에 따른 산골 가뭄 피해',
    '감염병 안내 문의 폭증',
    '미세먼지 경보 안내 지연',
  ])('of what nature and the season bring is more than a task of the office: %s', (title) => {
    const scored = score({ ...plain, title, summary: '' }, SCORING);
    expect(grade(scored, {}, SCORING).grade).toBe('moderate');
    expect(scored.factors.find(({ name }) => name === 'reach')!.value).toBeGreaterThan(2);
  });

  it.each([
    '가을 낙엽 수거 문의',
    '은행 열매 냄새 불편',
    '한파쉼터 안내판 오타',
    '폭염 그늘막 설치 위치 문의',
    '독감 예방접종 안내문 오타',
    '감염병 포스터 게시 위치 문의',
    '미세먼지 저감 홍보영상 색상 변경 요청',
    '태풍 행동요령 리플릿 서체 건의',
    '가뭄 극복 물 절약 캠페인 홍보',
    '말라리아 무료검사 신청 방법 문의',
    '오존 경보제 안내문 글씨 크기 개선 요청',
    '지진 옥외대피장소 위치 안내',
    '주택 거래 가뭄',
    '시민구단 골 가뭄',
  ])('of a trifle that the season brings stays light: %s', (title) =>
    expect(grade(score({ ...plain, title, summary: '' }, SCORING), {}, SCORING).grade).toBe('low'),
  );

  it.each([
    ['대형사업장 에너지 진단 참여 저조', '참여 사업장이 적음'],
    ['자전거 대여 이용 증가', '대여가 작년의 2배임'],
    ['광고물 정비 물량 증가', '정비 건수가 3배임'],
    ['공익사업 손실보상 협의 지연', '협의가 늦어짐'],
    ['소상공인 피해지원 신청 안내', '신청 안내문을 고침'],
    ['부서 인사고과 일정 안내', '일정을 알림'],
    ['체육시설 완전복구 안내', '시설을 다시 엶'],
    ['거리공연 버스킹 장소 문의', '장소를 물음'],
    ['투자 매몰비용 설명자료 오타', '오타를 고침'],
  ])('of a trifle that only spells a harm across two words stays light: %s', (title, summary) => {
    const scored = score({ ...plain, title, summary }, SCORING);
    expect(grade(scored, {}, SCORING)).toMatchObject({ grade: 'low' });
    expect(scored.factors.filter(({ value, proposed }) => Math.max(value, proposed ?? 0) > 3)).toEqual([]);
  });

  it('proposes a deadly level and does not set it', () => {
    expect(factor('safety', { summary: '작업자 사망 사례 반복' })).toMatchObject({
      value: 3,
      proposed: 4,
      contribution: 10,
      evidence: ["주요내용 '사망' 언급 — 4단계 가능, 확인 필요"],
    });
    expect(factor('safety', { summary: '지난 10년간 서울시 사망 27명' })).toMatchObject({
      value: 3,
      proposed: 5,
    });
    expect(factor('legalAudit', { summary: '감사원 감사와 위법 소지' })).toMatchObject({
      value: 3,
      proposed: 5,
    });
  });

  it('sets it as soon as an officer has', () => {
    expect(factor('safety', { summary: '작업자 사망 사례', confirmed: { safety: 4 } })).toEqual({
      name: 'safety',
      value: 4,
      weight: 20,
      contribution: 15,
      evidence: ['담당자 확정: 4단계(중상·사망 가능, 유사 사고 이력)', "주요내용 '사망' 언급"],
    });
    expect(factor('safety', { summary: '작업자 사망 사례', confirmed: { safety: 1 } })).toMatchObject({
      value: 1,
    });
  });

  it('takes a note for background', () => {
    expect(factor('legalAudit', { notes: ["'타다' 기소('19. 10월)"] })).toMatchObject({ value: 3 });
    expect(factor('legalAudit', { notes: ["'타다' 기소('19. 10월)"] }).proposed).toBeUndefined();
  });

  it('does not take an insurance for the danger, and integrity for nothing', () => {
    expect(factor('safety', { summary: '점포의 화재보험 가입 저조' }).proposed).toBeUndefined();
    expect(factor('safety', { summary: '점포의 화재보험 가입 저조, 화재 위험' }).proposed).toBe(4);
    expect(factor('legalAudit', { summary: '내부청렴도 하락' }).value).toBe(3);
  });

  it('is not misled by words within words', () => {
    expect(factor('safety', { summary: '문화재 야행, 사람이 붐비지 않게 안내. 인명피해 없음' }).value).toBe(
      1,
    );
    expect(factor('reach', { summary: '안전점검을 집중구간에서 실시' }).value).toBe(1);
  });

  it('counts national outlets, series and days of coverage', () => {
    expect(factor('press', { channel: 'press' })).toMatchObject({ value: 2 });
    expect(factor('press', { signals: [article('우리동네신문')] })).toMatchObject({ value: 2 });
    expect(factor('press', { signals: [article('SBS'), article('KBS 9시 뉴스')] })).toMatchObject({
      value: 3,
      evidence: expect.arrayContaining(['언론보도 2건(SBS, KBS 9시 뉴스): 중앙지·방송']),
    });
    expect(factor('press', { signals: [article('SBS'), article('KBS'), article('한겨레')] }).value).toBe(4);
    expect(factor('press', { signals: [article('한겨레', { kind: 'editorial' })] }).value).toBe(4);
    const days = ['20', '21', '22'].map((day) =>
      article('SBS', { kind: 'front-page', publishedOn: `2026-11-${day}` }),
    );
    expect(factor('press', { signals: days }).value).toBe(5);
    expect(factor('press', { signals: [article('SBS', { tone: 'positive' })] }).value).toBe(1);
  });

  it('reads questions of the council by their kind', () => {
    const asked = (kind: string, count?: number): ScoreSignal => ({
      channel: 'politics',
      kind,
      title: '질의',
      count,
    });
    expect(factor('council', { signals: [asked('data-request')] }).value).toBe(2);
    expect(factor('council', { signals: [asked('data-request', 3)] }).value).toBe(4);
    expect(factor('council', { signals: [asked('written-question')] }).value).toBe(3);
    expect(factor('council', { signals: [asked('plenary-question')] }).value).toBe(4);
    expect(factor('council', { signals: [asked('special-inquiry')] }).value).toBe(5);
    expect(factor('council', { summary: '국정감사 쟁점 예상' })).toMatchObject({ value: 3, proposed: 5 });
  });

  it('reads audit findings without ever setting 4', () => {
    const found: ScoreSignal = { channel: 'audit', kind: 'national-board', title: '기관경고 처분' };
    expect(factor('legalAudit', { signals: [found] })).toMatchObject({ value: 3, proposed: 5 });
  });

  it('counts complaints against their baseline', () => {
    const calls = (count: number, baseline?: number): ScoreSignal => ({
      channel: 'complaint',
      title: '소음',
      count,
      baseline,
    });
    expect(factor('reach', { signals: [calls(20, 5)] }).value).toBe(1);
    expect(factor('reach', { signals: [calls(120, 110)] }).value).toBe(2);
    expect(factor('reach', { signals: [calls(320, 120)] })).toMatchObject({
      value: 3,
      evidence: ['민원 320건, 기준 120건: 급증'],
    });
  });

  it('reads districts, people and money', () => {
    expect(factor('reach', { summary: '강남구와 서초구 침수' }).value).toBe(3);
    expect(factor('reach', { districts: Array.from({ length: 25 }, (_, i) => `구${i}`) }).value).toBe(5);
    expect(factor('reach', { summary: '이용자 12만 명' }).value).toBe(4);
    // A figure is no mere word: whole-city levels too.
    expect(factor('reach', { summary: '회원 320만 명의 정보' }).value).toBe(5);
    expect(factor('reach', { summary: '수십만 시민' }).value).toBe(4);
    expect(factor('budget', { summary: '총사업비 1조 2,000억원 투입' })).toMatchObject({ value: 5 });
    expect(factor('budget', { summary: '위탁 예산 30억 원 증액' })).toMatchObject({ value: 3 });
    expect(factor('budget', { summary: '피해액 585억원' }).value).toBe(1);
  });

  it('reads vulnerable groups, livelihood and survival', () => {
    expect(factor('vulnerable', { notes: ['장애인 이용 시설'] }).value).toBe(2);
    expect(factor('vulnerable', { title: '장애인 콜택시 대기 지연' }).value).toBe(3);
    expect(factor('vulnerable', { summary: '어르신과 장애인 돌봄 공백' }).value).toBe(4);
    expect(factor('vulnerable', { summary: '독거 어르신 고독사' })).toMatchObject({ value: 4, proposed: 5 });
  });

  it('reads duration from words, years and the days between signals', () => {
    expect(factor('persistence', { summary: '해마다 되풀이되는 민원' }).value).toBe(4);
    expect(factor('persistence', { summary: '10년째 방치' }).value).toBe(5);
    expect(factor('persistence', { summary: '향후 5년간 정비' }).value).toBe(1);
    const days = [
      article('SBS', { publishedOn: '2026-07-01' }),
      article('SBS', { publishedOn: '2026-11-01' }),
    ];
    expect(factor('persistence', { signals: days })).toMatchObject({
      value: 4,
      evidence: ['동향이 123일에 걸쳐 이어짐'],
    });
  });

  it.each([
    [null, null, 1],
    ['2026-10', null, 1],
    ['2026-11', null, 5],
    ['2026-12', null, 4],
    ['2026-12', '2026-12-31', 5],
    ['2027-02', '2027-02-01', 3],
    ['2027-05', null, 2],
    ['2027-06', null, 1],
  ])('is more imminent the nearer the month: %s %s is %i', (expectedMonth, expectedOn, level) => {
    expect(factor('imminence', { expectedMonth, expectedOn }).value).toBe(level);
  });

  it('is harder to control the more others must agree', () => {
    expect(factor('controllability', { departments: 1 }).value).toBe(1);
    expect(factor('controllability', { departments: 2 }).value).toBe(3);
    expect(factor('controllability', { summary: '자치구 협조 필요' }).value).toBe(4);
    expect(factor('controllability', { summary: '법령 개정 건의' }).value).toBe(5);
  });
});

const kinds = CHANNELS.flatMap((channel) =>
  [undefined, ...Object.keys(CHANNEL_POLICY[channel].kinds)].map((kind) => ({ channel, kind })),
);
const signal = fc
  .record({
    at: fc.constantFrom(...kinds),
    outlet: fc.constantFrom('SBS', 'KBS', '한겨레', '동네신문', null),
    publishedOn: fc.constantFrom('2026-11-20', '2026-11-21', '2026-10-01', '2024-01-01', null),
    count: fc.option(fc.nat(500)),
    tone: fc.constantFrom('critical', 'positive', null),
    title: fc.constantFrom('침수', '사망 2명', '기관경고', '민원', ''),
  } as const)
  .map(({ at, ...rest }): ScoreSignal => ({ ...rest, ...at }));
const words = fc.constantFrom(
  '사망',
  '침수',
  '위법',
  '소송',
  '어르신',
  '장애인',
  '예산 30억원',
  '자치구',
  '매년',
  '국회',
  '없음',
  ' ',
  '10만 명',
);
const issue = fc.record({
  title: fc.array(words, { maxLength: 4 }).map((parts) => parts.join(' ')),
  summary: fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
  channel: fc.constantFrom(...CHANNELS),
  expectedMonth: fc.constantFrom(null, '2026-11', '2026-12', '2027-02'),
  departments: fc.nat(5),
  signals: fc.array(signal, { maxLength: 6 }),
  today: fc.constant('2026-11-25'),
});

describe('whatever the issue', () => {
  it('is exactly the sum of its parts, between 0 and 100, each explained', () => {
    fc.assert(
      fc.property(issue, (input) => {
        const { score: total, factors } = score(input, SCORING);
        expect(total).toBe(factors.reduce((sum, one) => sum + (one.weight * (one.value - 1)) / 4, 0));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
        for (const one of factors) expect(one.evidence.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never has a machine set safety or legalAudit above 3', () => {
    fc.assert(
      fc.property(issue, (input) => {
        const { factors } = score(input, SCORING);
        const guarded = factors.filter(({ name }) => name === 'safety' || name === 'legalAudit');
        expect(guarded.filter(({ value }) => value > 3)).toEqual([]);
        expect(factors.filter(({ value, proposed }) => proposed && proposed <= value)).toEqual([]);
      }),
    );
  });

  it('never falls when another signal or department joins', () => {
    fc.assert(
      fc.property(issue, signal, (input, one) => {
        const before = score(input, SCORING);
        const more = { ...input, signals: [...input.signals, one], departments: input.departments + 1 };
        const after = score(more, SCORING);
        for (const [i, part] of before.factors.entries()) {
          expect(after.factors[i]!.value).toBeGreaterThanOrEqual(part.value);
        }
      }),
    );
  });

  it('says the same twice', () => {
    fc.assert(
      fc.property(issue, (input) => {
        expect(score(structuredClone(input), SCORING)).toEqual(score(input, SCORING));
        expect(grade(score(input, SCORING), {}, SCORING)).toEqual(grade(score(input, SCORING), {}, SCORING));
      }),
    );
  });
});

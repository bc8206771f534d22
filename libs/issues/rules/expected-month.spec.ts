import fc from 'fast-check';
import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { CHANNELS, type Channel } from '#issues/vocabulary.js';
import { addDays } from '#platform/calendar.js';
import { expectedMonth } from './expected-month.js';
import { occurrences } from './occurrences.js';

const almanac = { triggers: TRIGGERS, sessions: COUNCIL_SESSIONS, holidays: HOLIDAYS };
const at = (text: string, today: string, channel: Channel = 'press') =>
  expectedMonth({ text, channel, today }, almanac);

describe('the month an issue is expected to surface', () => {
  it('is the month of the occasion its text speaks of', () => {
    expect(at('민간위탁 수의계약 관련 행정사무감사 지적 우려', '2026-10-20', 'politics')).toEqual({
      month: '2026-11',
      on: '2026-11-02',
      reason: '일정: 시의회 제2차 정례회 행정사무감사(14일 이내)',
      triggerId: 'admin-audit',
    });
    expect(at('첫 강설 출근길 제설 대비', '2026-10-30')).toEqual({
      month: '2026-11',
      on: null,
      reason: '계절: 겨울철 종합대책(한파·제설)',
      triggerId: 'winter-plan',
    });
  });

  it('counts an occasion from its lead on, or from the month before, and not earlier', () => {
    expect(at('장마철 반지하 대책', '2026-04-30')).toBeNull();
    expect(at('장마철 반지하 대책', '2026-05-01')).toMatchObject({ month: '2026-06', triggerId: 'monsoon' });
    expect(at('대중교통 요금 조정', '2026-05-16')).toBeNull();
    expect(at('대중교통 요금 조정', '2026-05-17')).toMatchObject({ month: '2026-07', triggerId: 'fare' });
  });

  it.each([
    ['도로함몰이 내년 2월 중순 해빙기에 다시 집중될 것으로 전문가들이 경고', '2026-11-24', '2027-02'],
    ['시의회 임시회 신년 업무보고 대비', '2027-01-20', '2027-02'],
    ['벚꽃축제 노점 단속', '2027-03-05', '2027-03'],
    ['러브버그 방제', '2027-05-25', '2027-06'],
    ['종합청렴도 하락 대비', '2026-11-10', '2026-12'],
    ['설 명절 앞두고 임금체불', '2027-01-05', '2027-01'],
    ['쪽방 폭염 대책', '2027-05-10', '2027-06'],
    ['민선 공약 조직개편', '2026-06-01', '2026-07'],
  ])('knows in the month before what lies ahead: %s', (text, today, month) => {
    expect(at(text, today)).toMatchObject({ month });
  });

  it('shows what lies further ahead when asked for the year', () => {
    const ahead = {
      text: '장마철 반지하 대책',
      channel: 'press',
      today: '2026-01-10',
      horizon: 'year',
    } as const;
    expect(expectedMonth(ahead, almanac)).toMatchObject({ month: '2026-06', triggerId: 'monsoon' });
  });

  it('takes the nearest of several', () => {
    expect(at('호우 침수 대비', '2026-05-01')).toMatchObject({ month: '2026-05', triggerId: 'summer-plan' });
    expect(at('호우 침수 대비', '2026-06-18')).toMatchObject({ month: '2026-06', triggerId: 'monsoon' });
  });

  it('takes the one that has a word of its own before one that shares all of them', () => {
    for (const today of ['2026-05-01', '2026-05-20', '2026-06-18'])
      expect(at('장마철 침수 대비', today)).toMatchObject({ month: '2026-06', triggerId: 'monsoon' });
  });

  it('is the present month while the occasion lasts', () => {
    expect(at('수도계량기 동파 민원', '2027-01-20', 'complaint')).toEqual({
      month: '2027-01',
      on: null,
      reason: '계절: 수도계량기 동파 기간 중',
      triggerId: 'freeze-pipe',
    });
  });

  it('is the next month from the day on which departments are asked about it', () => {
    expect(at('이면도로 제설 지연', '2026-11-20')).toMatchObject({ month: '2026-11' });
    expect(at('이면도로 제설 지연', '2026-11-21')).toMatchObject({ month: '2026-12', on: null });
    expect(at('이면도로 제설 지연', '2027-03-10')).toMatchObject({ month: '2027-03' });
    expect(at('보신각 타종 준비', '2026-12-21')).toMatchObject({ month: '2026-12', on: '2026-12-24' });
  });

  it('is within the session of the council until it closes', () => {
    expect(at('공원 조성 지연 관련 문의', '2026-11-19', 'politics')).toMatchObject({
      triggerId: 'budget-vote',
    });
    expect(at('공원 조성 지연 관련 문의', '2026-12-22', 'politics')).toMatchObject({ month: '2026-12' });
    expect(at('공원 조성 지연 관련 문의', '2026-12-24', 'politics')).toBeNull();
  });

  it('moves with the lunar calendar and the ballot', () => {
    expect(at('설 명절 임금 체불', '2027-01-10')).toMatchObject({ month: '2027-01', on: '2027-01-17' });
    expect(at('추석 쓰레기 수거 중단', '2026-08-30')).toMatchObject({
      month: '2026-09',
      triggerId: 'chuseok',
    });
    expect(at('단체장 홍보물 배부와 선거법', '2025-11-20')).toMatchObject({
      month: '2025-12',
      on: '2025-12-05',
      triggerId: 'election-180',
    });
  });

  it('knows a new term only after a local election', () => {
    expect(at('전임 시장 공약 사업 중단 논란', '2026-06-20')).toMatchObject({ triggerId: 'new-term' });
    expect(at('전임 시장 공약 사업 중단 논란', '2027-06-20')).toBeNull();
  });

  it('uses the published days of a council session, and the usual ones of other years', () => {
    expect(at('시의회 임시회 시정질문 예상', '2026-02-15', 'politics')).toMatchObject({ on: '2026-02-24' });
    expect(at('시의회 임시회 시정질문 예상', '2027-02-15', 'politics')).toMatchObject({
      month: '2027-02',
      on: null,
    });
  });

  it('lets anything political surface at the next session, other channels not', () => {
    expect(at('공원 조성 지연 관련 문의', '2026-10-20', 'politics')).toMatchObject({
      triggerId: 'admin-audit',
    });
    expect(at('공원 조성 지연 관련 문의', '2026-10-20', 'complaint')).toBeNull();
    expect(at('공원 조성 지연 관련 문의', '2026-09-20', 'politics')).toBeNull();
  });
});

describe('작년 이맘때 and the trend of signals', () => {
  const like = (month: string, score = 0.7) => ({ number: '2025-0031', title: '제설 대책', month, score });
  const plainly = (more: object, text = '공원 조성 지연 관련 문의') =>
    expectedMonth({ text, channel: 'complaint', today: '2026-11-10', ...more }, almanac);
  const signals = (...days: string[]) => days.map((publishedOn) => ({ publishedOn }));

  it('is the month in which the like surfaced in one of the last three years', () => {
    expect(plainly({ precedents: [like('2025-12')] })).toEqual({
      month: '2026-12',
      on: null,
      reason: "작년 이맘때: '25. 12월 유사 이슈 2025-0031 제설 대책",
      triggerId: null,
    });
    expect(plainly({ precedents: [like('2023-11')] })?.month).toBe('2026-11');
    expect(plainly({ precedents: [like('2025-12'), like('2024-11')] })?.month).toBe('2026-11');
    for (const other of [like('2022-12'), like('2025-12', 0.4), like('2026-06'), like('2025-10')])
      expect(plainly({ precedents: [other] })).toBeNull();
    expect(plainly({ precedents: [like('2026-06')], horizon: 'year' })?.month).toBe('2027-06');
  });

  it('is the month of a day that officers noted in a field of its own, before whatever the text says', () => {
    const dates = [
      { label: '만료일', day: '2026-12-31' },
      { label: '시작일', day: '2024-01-01' },
    ];
    expect(plainly({ dates }, '12월 10일 공청회 개최')).toEqual({
      month: '2026-12',
      on: '2026-12-31',
      reason: "만료일: '26. 12. 31.(만료일)",
      triggerId: null,
    });
    expect(plainly({ dates: [dates[1]!] }, '12월 10일 공청회 개최')?.on).toBe('2026-12-10');
  });

  it('is next month while signals rise, and not for what comes as before', () => {
    const rising = signals('2026-11-08', '2026-11-05', '2026-10-30', '2026-10-01');
    expect(plainly({ signals: rising })).toMatchObject({
      month: '2026-12',
      reason: '동향 추세: 최근 4주 3건(직전 4주 1건)',
    });
    const steady = signals('2026-11-08', '2026-11-05', '2026-10-30', '2026-10-01', '2026-09-28');
    expect(plainly({ signals: steady })).toBeNull();
    expect(plainly({ signals: signals('2026-11-08', '2026-11-05') })).toBeNull();
  });

  it('stands behind a date and an occasion, and last year before the trend', () => {
    const both = {
      precedents: [like('2025-12')],
      signals: signals('2026-11-08', '2026-11-05', '2026-10-30'),
    };
    expect(plainly(both)?.reason).toMatch(/^작년 이맘때/);
    expect(plainly(both, '첫 강설 출근길 제설 대비')?.reason).toMatch(/^계절/);
    expect(plainly(both, "위탁기간 '27. 2. 28. 만료")?.reason).toMatch(/^만료일/);
  });
});

describe('a date in the text', () => {
  it.each([
    ["위탁기간 '26. 12. 31. 만료", '2026-12', '2026-12-31', '만료일'],
    ['위탁 계약이 12월 31일 만료', '2026-12', '2026-12-31', '만료일'],
    ['계도기간 유예 2027. 3. 31.', '2027-03', '2027-03-31', '만료일'],
    ['2026-12-15 총파업 돌입 예고', '2026-12', '2026-12-15', '일정'],
    ['내년 3월 요금 인상 시행', '2027-03', null, '일정'],
    ["'27. 1월 조례 시행 예정", '2027-01', null, '일정'],
    ['12월 말 임시허가 종료', '2026-12', null, '만료일'],
    ['다음 달 공청회 개최', '2026-12', null, '일정'],
    ['1. 15.까지 이전 완료', '2027-01', '2027-01-15', '일정'],
  ])('wins: %s', (text, month, on, label) => {
    const found = at(`재활용 선별장 ${text}`, '2026-11-10');
    expect(found).toMatchObject({ month, on, triggerId: null });
    expect(found?.reason.startsWith(`${label}: `)).toBe(true);
  });

  it.each([
    ['12월 초순 첫 결빙이 예상됨', '2026-12', null],
    ['연내 개통하려던 구간이 내년 6월로 미뤄져 그때 개통', '2027-06', null],
    ['모레 파업 돌입', '2026-11', '2026-11-27'],
    ['3주 뒤 주민총회', '2026-12', '2026-12-16'],
    ['20일까지 이의신청', '2026-12', '2026-12-20'],
    ['9월 개강을 앞두고 하숙비 인상', '2027-09', null],
    ['연말 계약 만료', '2026-12', null],
    ['연내 처리 계획', '2026-12', null],
    ['하반기 완공', '2026-12', null],
    ['내년 하반기 개장', '2027-07', null],
    ['내년 2분기 도입', '2027-04', null],
    ['내년 초 요금 조정', '2027-01', null],
    ['내달 3일 결의대회', '2026-12', '2026-12-03'],
    ['다음 달 시범운영', '2026-12', null],
    ['올해 말 유예기간 종료', '2026-12', null],
    ['올 연말 일몰', '2026-12', null],
    ['내년 말 준공 예정', '2027-12', null],
    ['오는 30일 임시총회 파업 찬반투표', '2026-11', '2026-11-30'],
    ['오는 4일 항소심 선고', '2026-12', '2026-12-04'],
    ['다음 주 첫 공판', '2026-12', null],
    ['다음주 금요일 임시총회', '2026-12', '2026-12-04'],
    ['이번 주 금요일 심사', '2026-11', '2026-11-27'],
    ['내년 설 연휴 수거 공백', '2027-02', '2027-02-07'],
    ['내년 추석 성묘객 교통', '2027-09', '2027-09-15'],
    ['크리스마스 명동 혼잡', '2026-12', '2026-12-25'],
    ['성탄절 교회 행사', '2026-12', '2026-12-25'],
    ['새해 첫날 남산 혼잡', '2027-01', '2027-01-01'],
    ['사업기간 2026.3.~2027.2.', '2027-02', null],
    ['운영기간 2024. 1. 1. ~ 2026. 12. 31.', '2026-12', '2026-12-31'],
    ["협약기간 '24.3월~'27.2월", '2027-02', null],
    ['12월 초 착공', '2026-12', null],
    ['12월에 시행한다', '2026-12', null],
    ['12월 9일 들어가기로 했다', '2026-12', '2026-12-09'],
    ['12월 9일 심사한다고 했다', '2026-12', '2026-12-09'],
    ['1월 5일로 예고된 노조 총파업 대비', '2027-01', '2027-01-05'],
    ['1월 5일 예정된 노조 총파업', '2027-01', '2027-01-05'],
    ['12월 15일로 예정된 매립지 반입 정지', '2026-12', '2026-12-15'],
    ['3월로 예상된 개통', '2027-03', null],
    ['2월로 전망된 재고 소진', '2027-02', null],
    ['4월로 계획된 통합', '2027-04', null],
    ['3월 조직 통합 계획', '2027-03', null],
    ['3월 조직 통합 계획에 반발', '2027-03', null],
    ['12월로 예고됐으나 준비 부족', '2026-12', null],
    ['12월로 예정된 요금 인상 철회 요구', '2026-12', null],
    ['12월 개통 이후 혼잡', '2026-12', null],
    ['8월 개통 이후 혼잡 우려', '2027-08', null],
    ['6월 위탁 종료 이후 공백', '2027-06', null],
    ['5월에 자치구로 넘길 계획임', '2027-05', null],
    ['1월 20일 총궐기가 예고됐다', '2027-01', '2027-01-20'],
  ])('is also a month by another name, from what it was written: %s', (text, month, on) => {
    expect(at(`공영 시설 ${text}`, '2026-11-25')).toMatchObject({ month, on, triggerId: null });
  });

  it('beats a season that is running', () => {
    expect(at('12월 하순 폭설이 예보됨', '2026-11-25')).toMatchObject({ month: '2026-12', triggerId: null });
    expect(at('1월 한파가 예보된 상황', '2026-11-25')).toMatchObject({ month: '2027-01', triggerId: null });
  });

  it.each([
    ['산책로 벤치 4개 파손, 공원관리사업소에서 다음 주 보수 예정'],
    ['신청 화면 오류는 다음 달 점검 때 수정할 수 있음'],
    ['작년 연말 점등식'],
    ['지난 하반기 개통'],
    ['12월 당시 발표'],
    ['8월에 끝날 예정이었으나 아직 마치지 못함'],
    ['예산이 11월 초 소진되어 신규 신청 중단'],
    ['11월 초순 접수 마감'],
    ['12월에 착공한 공사가 지연되고 있음'],
    ['12월에 개통된 구간의 소음'],
    ['1월 점검 때 확인했던 하자'],
    ['12월 접수 물량이 많았다는 평가'],
    ['12월로 예정됐던 개관이 무산'],
    ['12월로 계획했던 이전을 철회'],
    ['12월로 예정됐으나 연기'],
    ['12월 9일 이전을 예고했으나 철회'],
    ['12월로 예정된 개관 무산'],
    ['다음 달로 예정되었지만 공사 지연으로 취소'],
    ['3월 정비 계획 수립 후 미이행'],
    ['3월 정비 계획 대비 실적 저조'],
    ['5월 보수 계획에 따라 정비한 구간의 하자'],
    ['9월 예보된 태풍 이후 복구 지연'],
    ['8월 개통 이후 소음 민원'],
    ['5월 계획'],
    ['연말정산 문의'],
    ['화물차주 생계 부담'],
    ['어린이날 선물 논란'],
  ])('not when it is gone, or no date: %s', (text) => {
    expect(at(text, '2026-11-12')).toBeNull();
  });

  it('is quoted with the words that make it one', () => {
    expect(at('복지관 위탁기간 2026년 12월 31일 만료에 따른 고용 승계 갈등', '2026-11-10')?.reason).toBe(
      `만료일: '26. 12. 31.(본문 "2026년 12월 31일 만료")`,
    );
  });

  it.each([
    ["관련 보도 ('19. 12. 19. SBS)"],
    ['지난 12월 시행된 제도에 대한 불만'],
    ['11월 3일 발생한 누수'],
    ['예산 12. 5억원 감액'],
    ['2040년 3월 계획'],
    ['전년 동월 대비 3월 증가'],
    ['2026년 2월 30일 만료'],
  ])('does not count when it is past, no date, or only a figure: %s', (text) => {
    expect(at(text, '2026-11-10')).toBeNull();
  });

  it('takes the nearest of several', () => {
    expect(at('12월 31일 만료, 12월 10일 공청회 개최', '2026-11-10')?.on).toBe('2026-12-10');
  });

  it('never lies in the past, whatever the text', () => {
    const part = fc.constantFrom(
      "'26. ",
      '12월 ',
      '3. 1. ',
      '만료 ',
      '31일 ',
      '2026. ',
      '까지 ',
      '내년 ',
      '장마 ',
      '설날 ',
      '5',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.nat(3000),
        fc.constantFrom(...CHANNELS),
        (parts, n, channel) => {
          const today = addDays('2021-01-01', n);
          const found = at(parts.join(''), today, channel);
          const { month = '9999-12', on = null } = found ?? {};
          expect(month >= today.slice(0, 7)).toBe(true);
          expect(on === null || (on.startsWith(month) && on >= today)).toBe(true);
        },
      ),
    );
  });
});

describe('the calendar of the year', () => {
  it('has 52 occasions, each occurring in every year it should and ending after it starts', () => {
    expect(new Set(TRIGGERS.map(({ id }) => id)).size).toBe(52);
    for (const trigger of TRIGGERS) {
      const found = occurrences(trigger, '2026-07-01', almanac);
      expect(found.length).toBeGreaterThan(0);
      for (const { from, to } of found) expect(from <= to).toBe(true);
    }
  });
});

import { HOLIDAYS } from '#config/holidays.js';
import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { briefly, mainReason, reasonsOf, type ReasonsInput } from './reasons.js';

const almanac = { triggers: TRIGGERS, sessions: COUNCIL_SESSIONS, holidays: HOLIDAYS };
const bare: ReasonsInput = {
  month: '2026-12',
  text: '가나다라',
  channel: 'press',
  expectedReason: null,
  precedents: [],
  recent: 0,
  before: 0,
};
const reasons = (changes: Partial<ReasonsInput>) => reasonsOf({ ...bare, ...changes }, almanac);
const kinds = (changes: Partial<ReasonsInput>) => reasons(changes).map(({ kind }) => kind);

describe('the reasons for an expected month', () => {
  it('begin with the one the issue bears', () => {
    expect(reasons({ expectedReason: '만료일: 12. 31.(위탁 만료)', text: '첫 강설 제설 대비' })).toEqual([
      { kind: 'expiry', text: '12. 31.(위탁 만료)' },
      expect.objectContaining({ kind: 'season' }),
    ]);
  });

  it('find the season that its text speaks of where an officer gave the month alone', () => {
    expect(reasons({ text: '첫 강설 출근길 제설 대비 철저' })[0]?.kind).toBe('season');
    expect(reasons({ text: '첫 강설 출근길 제설 대비 철저', month: '2026-07' })[0]?.kind).toBe('judgement');
  });

  it('name the session of the council that sits in the month, for what comes from the council', () => {
    expect(reasons({ channel: 'politics' })[0]).toMatchObject({
      kind: 'dated',
      text: expect.stringContaining('예산안'),
    });
    expect(reasons({ channel: 'politics', month: '2027-01' })).toEqual([{ kind: 'judgement', text: '' }]);
  });

  it('count the like of the same month in one of the last three years, and no other month', () => {
    const like = (month: string, score = 0.9) => ({ precedents: [{ number: '2025-0003', month, score }] });
    expect(reasons(like('2025-12'))).toEqual([
      { kind: 'anniversary', text: "'25. 12월 유사 이슈 2025-0003" },
    ]);
    expect(kinds(like('2023-12'))).toEqual(['anniversary']);
    for (const other of [like('2022-12'), like('2025-11'), like('2026-12'), like('2025-12', 0.2)])
      expect(kinds(other)).toEqual(['judgement']);
  });

  it('say that signals rise only where they do', () => {
    expect(reasons({ recent: 6, before: 2 })).toEqual([
      { kind: 'trend', text: '최근 4주 6건(직전 4주 2건)' },
    ]);
    expect(kinds({ recent: 6, before: 5 })).toEqual(['judgement']);
  });

  it('come once of each kind', () => {
    const expectedReason = '동향 추세: 최근 4주 5건(직전 4주 1건)';
    expect(reasons({ expectedReason, recent: 6, before: 2 })).toHaveLength(1);
  });
});

it.each([
  [{ kind: 'expiry', text: `'26. 12월(본문 "연말 위탁기간이 끝나")` }, '만료일: 연말 위탁기간이 끝나'],
  [{ kind: 'dated', text: `'26. 12월(본문 "다음 달 초 전면 파업 예고")` }, '일정: 전면 파업 예고'],
  [{ kind: 'dated', text: `'26. 12월(본문 "내달 중순")` }, '일정'],
  [{ kind: 'dated', text: `'26. 12. 4.(쟁의 예정일)` }, '일정: 쟁의 예정일'],
  [{ kind: 'dated', text: `'26. 12월(본문)` }, '일정'],
  [{ kind: 'dated', text: '쟁의행위 개시 예고' }, '일정: 쟁의행위 개시 예고'],
  [{ kind: 'anniversary', text: `'25. 12월 유사 이슈 2025-0003 첫 강설` }, "작년 이맘때: '25. 12월"],
  [{ kind: 'season', text: '겨울철 종합대책(한파·제설)' }, '계절: 겨울철 종합대책'],
  [{ kind: 'judgement', text: '' }, '담당 판단'],
] as const)('%j is said briefly', (reason, said) => {
  expect(briefly(reason)).toBe(said);
});

it('the reason on page 1 is the first that says more than its kind', () => {
  const bareDate = { kind: 'dated', text: "'26. 12월(본문)" } as const;
  const season = { kind: 'season', text: '연말 공사 비판' } as const;
  expect(mainReason([bareDate, season])).toBe(season);
  expect(mainReason([bareDate])).toBe(bareDate);
});

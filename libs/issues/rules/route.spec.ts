import { ROUTING } from '#config/routing.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import { route, type RouteInput } from './route.js';

const input = (change: Partial<RouteInput> = {}): RouteInput => ({
  text: '시민 불편 대비',
  grade: 'moderate',
  ifConfirmed: change.grade ?? 'moderate',
  short: null,
  judged: false,
  crisis: [],
  factors: [],
  waitedAt: null,
  leadByOfficer: false,
  requests: [],
  ...change,
});

describe('route', () => {
  it.each(['critical', 'high'] as Grade[])('has a person decide on %s, for a department', (grade) => {
    expect(route(input({ grade }), ROUTING)).toMatchObject({ direction: 'department', needsDecision: true });
  });

  it('keeps what is light with the office, by itself', () => {
    expect(route(input({ grade: 'low' }), ROUTING)).toMatchObject({
      direction: 'self',
      needsDecision: false,
    });
  });

  it('goes on waiting for a person when its figures are lowered before anybody decided', () => {
    const lowered = (waitedAt: Grade): boolean =>
      route(input({ grade: 'low', waitedAt }), ROUTING).needsDecision;
    expect([lowered('critical'), lowered('high'), lowered('moderate')]).toEqual([true, true, false]);
  });

  it('never sends anything to a department that only the machine thought of', () => {
    for (const grade of GRADES) {
      const { direction, needsDecision } = route(input({ grade }), ROUTING);
      expect(direction === 'department' && !needsDecision).toBe(false);
    }
  });

  it('sends by itself what the officer addressed and the policy lets go', () => {
    const addressed = [input({ leadByOfficer: true }), input({ requests: [{ addressed: true }] })];
    for (const one of addressed) {
      expect(route(one, ROUTING)).toMatchObject({ direction: 'department', needsDecision: false });
    }
  });

  it('waits where a request has no department yet', () => {
    const { needsDecision, reasons } = route(
      input({ requests: [{ addressed: true }, { addressed: false }] }),
      ROUTING,
    );
    expect([needsDecision, reasons]).toEqual([true, ['요청사항의 주관부서 지정 필요']]);
  });

  it('waits, with the grade that would follow, where a level that only a person may set would change it', () => {
    expect(route(input({ grade: 'low', ifConfirmed: 'high' }), ROUTING)).toMatchObject({
      grade: 'high',
      direction: 'department',
      needsDecision: true,
      reasons: expect.arrayContaining([expect.stringContaining('확인을 요청한 평가항목')]),
    });
    expect(
      route(input({ grade: 'low', ifConfirmed: 'moderate', leadByOfficer: true }), ROUTING),
    ).toMatchObject({
      grade: 'moderate',
      needsDecision: true,
    });
  });

  it('does not claim 매우 높음 for levels that nobody has confirmed', () => {
    expect(route(input({ grade: 'moderate', ifConfirmed: 'critical' }), ROUTING)).toMatchObject({
      grade: 'high',
      needsDecision: true,
    });
    expect(route(input({ grade: 'critical' }), ROUTING).grade).toBe('critical');
  });

  it('never proposes less than the score says, nor less when more is asked', () => {
    for (const [i, grade] of GRADES.entries())
      for (const [more, ifConfirmed] of GRADES.slice(0, i + 1).entries()) {
        const proposed = GRADES.indexOf(route(input({ grade, ifConfirmed }), ROUTING).grade);
        expect(proposed).toBeLessThanOrEqual(i);
        expect(proposed).toBeGreaterThanOrEqual(more);
      }
  });

  it('asks for the lead department of a 보통 that nobody addressed', () => {
    expect(route(input(), ROUTING)).toMatchObject({
      direction: 'department',
      needsDecision: true,
      reasons: ['제안된 주관부서 확인 필요'],
    });
  });

  it('waits where the office would keep what an officer meant for a department', () => {
    expect(route(input({ grade: 'low', requests: [{ addressed: true }] }), ROUTING)).toMatchObject({
      direction: 'self',
      needsDecision: true,
      reasons: ['부서에 보낼 요청사항이 있어 자체관리 여부 확인 필요'],
    });
    const unaddressed = input({ grade: 'low', requests: [{ addressed: false }], leadByOfficer: true });
    expect(route(unaddressed, ROUTING).needsDecision).toBe(false);
  });

  it('waits just below the grade from which departments answer, unless a person has judged levels', () => {
    const lacks = (short: number, more: Partial<RouteInput> = {}) =>
      route(input({ grade: 'low', short, ...more }), ROUTING);
    expect(lacks(0.25)).toMatchObject({ needsDecision: true, reasons: ['경계 점수로 확인 필요'] });
    expect([lacks(5), lacks(5.25), lacks(25)].map((one) => one.needsDecision)).toEqual([true, false, false]);
    expect(lacks(0.25, { judged: true }).needsDecision).toBe(false);
    expect(lacks(0.25, { grade: 'moderate', leadByOfficer: true }).needsDecision).toBe(false);
  });

  it('waits, whatever the grade, where the risk has become a crisis', () => {
    const crisis = ["이미 발생: '침수', 2명이 사망"];
    for (const one of [input({ grade: 'low', crisis }), input({ leadByOfficer: true, crisis })])
      expect(route(one, ROUTING)).toMatchObject({
        needsDecision: true,
        reasons: ["위기 전환 여부 확인 필요(이미 발생: '침수', 2명이 사망)"],
      });
  });

  it('names who is asked for support, with the reason', () => {
    const { support } = route(input({ text: '침수 대비', factors: [{ name: 'press', value: 4 }] }), ROUTING);
    expect(support.map(({ department }) => department)).toEqual(['대변인', '안전총괄실']);
  });
});

import { ROUTING } from '#config/routing.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import { route, type RouteInput } from './route.js';

const input = (change: Partial<RouteInput> = {}): RouteInput => ({
  text: '시민 불편 대비',
  grade: 'moderate',
  ifConfirmed: change.grade ?? 'moderate',
  factors: [],
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

  it('waits where a level that only a person may set would change who decides', () => {
    expect(route(input({ grade: 'moderate', ifConfirmed: 'critical' }), ROUTING).needsDecision).toBe(true);
  });

  it('names who is asked for support, with the reason', () => {
    const { support } = route(input({ text: '침수 대비', factors: [{ name: 'press', value: 4 }] }), ROUTING);
    expect(support.map(({ department }) => department)).toEqual(['대변인', '안전총괄실']);
  });
});

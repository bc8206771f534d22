import { monthSchedule } from './month-schedule.js';

describe('monthSchedule', () => {
  it('names what is fixed or published for the month, in the order it begins', () => {
    const december = monthSchedule('2026-12');
    expect(december.length).toBeGreaterThan(0);
    expect(december.length).toBeLessThanOrEqual(4);
    for (const { from, to } of december) {
      expect(from <= '2026-12-31' && to >= '2026-12-01').toBe(true);
    }
    expect(december.map(({ title }) => title)).toEqual([...new Set(december.map(({ title }) => title))]);
  });

  it('takes the published days of a council session', () => {
    const september = monthSchedule('2026-09');
    expect(september.find(({ title }) => title.includes('시의회'))).toMatchObject({ from: '2026-08-25' });
  });

  it('has nothing to say of years whose calendar is unknown, rather than failing', () => {
    expect(() => monthSchedule('1999-03')).not.toThrow();
    expect(() => monthSchedule('2150-03')).not.toThrow();
  });
});

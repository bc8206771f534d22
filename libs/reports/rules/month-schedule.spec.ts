import { monthSchedule } from './month-schedule.js';

describe('monthSchedule', () => {
  it('names what is fixed or published for the month, what has a date before what is a season', () => {
    const december = monthSchedule('2026-12');
    expect(december).toEqual([
      { title: '예산안 심의·의결', from: '2026-11-18', to: '2026-12-23', due: '2026-12-16' },
      { title: '공공기관 종합청렴도 발표', from: '2026-12-05', to: '2026-12-31' },
      { title: '제339회 정례회 폐회', from: '2026-12-23', to: '2026-12-23' },
      { title: '연말연시 타종·해맞이 인파', from: '2026-12-24', to: '2027-01-02' },
      { title: '산불 조심기간', from: '2026-11-01', to: '2026-12-15' },
      { title: '겨울철 종합대책', from: '2026-11-15', to: '2027-03-15' },
      { title: '미세먼지 계절관리제', from: '2026-12-01', to: '2027-03-31' },
    ]);
  });

  it('takes the published days of a council session', () => {
    const september = monthSchedule('2026-09');
    expect(september.find(({ title }) => title.includes('시의회'))).toMatchObject({ from: '2026-08-25' });
    expect(september.some(({ title }) => title.includes('폐회'))).toBe(false);
  });

  it('has nothing to say of years whose calendar is unknown, rather than failing', () => {
    expect(() => monthSchedule('1999-03')).not.toThrow();
    expect(() => monthSchedule('2150-03')).not.toThrow();
  });
});

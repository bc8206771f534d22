import fc from 'fast-check';
import { dayIn, monthIn } from './days.js';

describe('a day in a cell', () => {
  it.each([
    '2026-11-03',
    '2026. 11. 3.',
    '2026. 11. 3.(화)',
    '2026.11.03',
    "'26.11.3.",
    "'26. 11. 3.",
    '26.11.3',
    '2026/11/3',
    '2026년 11월 3일',
    '2026년 11월 3일(화)',
    '20261103',
    '46329',
    '46329.375',
    '2026-11-03 09:00',
    '2026-11-02T15:00:00Z',
    ' 2026-11-03 ',
  ])('is read from %s', (cell) => expect(dayIn(cell)).toBe('2026-11-03'));

  it.each([
    '',
    '11월 3일',
    '2026-02-30',
    '2026. 13. 1.',
    '어제',
    '12',
    '2026',
    '2026-11',
    '1,234',
    '99999999',
  ])('is not guessed from %j', (cell) => expect(dayIn(cell)).toBeNull());

  it('is found again in every form it is written in', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, of] = day.split('-') as [string, string, string];
        const forms = [
          day,
          `${year}. ${Number(month)}. ${Number(of)}.`,
          `'${year.slice(2)}.${Number(month)}.${Number(of)}.`,
          `${year}${month}${of}`,
          String(Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)),
        ];
        expect(forms.map(dayIn)).toEqual(forms.map(() => day));
      }),
    );
  });
});

describe('a month in a cell', () => {
  it.each([
    '2026-12',
    '2026. 12.',
    '2026.12',
    "'26.12.",
    '2026년 12월',
    '202612',
    '2026-12-01',
    '46357',
    '2026/12',
  ])('is read from %s', (cell) => expect(monthIn(cell)).toBe('2026-12'));

  it.each(['', '12월', '2026-13', '연말', '12'])('is not guessed from %j', (cell) =>
    expect(monthIn(cell)).toBeNull(),
  );
});

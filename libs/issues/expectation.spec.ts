import type { Assessable } from './assessable.js';
import { expectation } from './expectation.js';

const issue = (change: Partial<Assessable> = {}): Assessable =>
  ({
    channel: 'press',
    today: '2026-11-10',
    signals: [],
    kind: null,
    fields: {},
    expectedMonth: '2026-12',
    expectedBy: 'rule',
    expectedReason: "일정: '26. 12. 10.(본문)",
    expectedOn: '2026-12-10',
    ...change,
  }) as Assessable;

describe('the month of an issue that was revised', () => {
  it('follows the text while it is the machine that said it, day and reason with it', () => {
    expect(expectation(issue(), '공청회를 내년 3월 개최').columns).toEqual({
      expectedMonth: '2027-03',
      expectedBy: 'rule',
      expectedReason: expect.stringContaining("'27. 3월"),
      expectedOn: null,
    });
  });

  it('follows new signals', () => {
    const none = { expectedMonth: null, expectedBy: null, expectedReason: null, expectedOn: null };
    const signals = ['2026-11-08', '2026-11-05', '2026-11-01'].map(
      (publishedOn) => ({ channel: 'press', title: '보도', publishedOn }) as Assessable['signals'][number],
    );
    expect(expectation(issue(none), '공원 조성 문의').columns.expectedMonth).toBeNull();
    expect(expectation(issue({ ...none, signals }), '공원 조성 문의').columns).toMatchObject({
      expectedMonth: '2026-12',
      expectedBy: 'rule',
    });
  });

  it('stays where nothing is found any more', () => {
    const { expected, columns } = expectation(issue(), '공원 조성 문의');
    expect(expected).toBeNull();
    expect(columns).toMatchObject({ expectedMonth: '2026-12', expectedOn: '2026-12-10' });
  });

  it('stays the officer’s, whatever the text says', () => {
    const { columns } = expectation(issue({ expectedBy: 'officer' }), '공청회를 내년 3월 개최');
    expect(columns).toMatchObject({ expectedMonth: '2026-12', expectedBy: 'officer' });
  });
});

import type { ReportDocument, ReportIssue } from './document.js';
import { NO_LINES } from './document.js';
import { decemberReport } from './fixture.js';
import { bareIssue, coverage, request } from './fixture-parts.js';
import { printedIssue, printedWhole } from './printed.js';

const print = printedIssue('2026-12');
const whole = (changes: Partial<ReportDocument>): string[] => {
  const [before, now] = [decemberReport(), decemberReport(changes)].map(printedWhole);
  return (Object.keys(now!) as (keyof typeof now)[]).filter((kind) => before![kind] !== now![kind]);
};

describe('what is printed of an issue', () => {
  it.each<Partial<ReportIssue>>([
    { summary: '예산 12억 원' },
    { notes: ['참고'] },
    { coverage: [coverage('제목')] },
    { requests: [request('점검')] },
    { supportingDepartments: ['재무국'] },
    { score: 61 },
    { impact: 5 },
    { agenda: true },
    { outcome: 'prevented' },
  ])('is another with %j', (changes) => {
    expect(print(bareIssue(changes))).not.toBe(print(bareIssue()));
  });

  it('is the same in another place, and as the database gives it back', () => {
    expect(print(bareIssue({ rank: 7 }))).toBe(print(bareIssue()));
    const back = Object.fromEntries(Object.entries(bareIssue()).toReversed()) as unknown as ReportIssue;
    expect(print(back)).toBe(print(bareIssue()));
  });
});

describe('what is printed besides', () => {
  it('is told by the line an officer wrote, and else as one', () => {
    expect(whole({ ownLines: { ...NO_LINES, opening: '집중 관리', documentNo: '평가담당관-1' } })).toEqual([
      'opening',
    ]);
    expect(whole({ overdue: [] })).toEqual(['rest']);
    expect(whole({ previous: null })).toEqual(['rest']);
    expect(whole({ issues: [], edition: 2 })).toEqual([]);
  });
});

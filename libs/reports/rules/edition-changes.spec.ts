import { bareIssue } from '../fixture-parts.js';
import type { ReportIssue } from '../document.js';
import { editionChanges } from './edition-changes.js';

const MONTH = '2026-12';
const issue = (number: string, more: Partial<ReportIssue> = {}): ReportIssue =>
  bareIssue({ number, title: `${number} 대비`, grade: 'high', leadDepartment: '안전총괄실', ...more });
const WHOLE = { opening: '', remarks: '', policyNo: '', consulted: '', rest: '' };
const edition = (issues: ReportIssue[], whole: Partial<typeof WHOLE> = {}) => ({
  month: MONTH,
  issues,
  whole: { ...WHOLE, ...whole },
});
const known = (...numbers: string[]) => new Map(numbers.map((number) => [number, { expectedMonth: MONTH }]));
const all = { known: known('1', '2', '3', '4'), print: (one: ReportIssue) => JSON.stringify(one) };
const told = (before: ReportIssue[], now: ReportIssue[]) =>
  editionChanges(edition(before), edition(now), all).map(({ kind, number, from, to }) => [
    kind,
    number,
    from,
    to,
  ]);

describe('a correction', () => {
  it('says nothing where nothing of its issues changed', () => {
    expect(told([issue('1'), issue('2')], [issue('2'), issue('1')])).toEqual([]);
  });

  it('names what came, what went, and whose grade or lead is another', () => {
    const before = [issue('1'), issue('2'), issue('3')];
    const now = [issue('2', { grade: 'critical', leadDepartment: null }), issue('4'), issue('1')];
    expect(told(before, now)).toEqual([
      ['grade', '2', 'high', 'critical'],
      ['lead', '2', '안전총괄실', null],
      ['new', '4', null, 'high'],
      ['gone', '3', 'high', null],
    ]);
  });

  it('names another title, direction and day, and the issue of which anything else is printed', () => {
    const now = { title: '제설 대비', direction: 'self', expectedOn: '2026-12-05' } as const;
    expect(told([issue('1', { direction: 'department' })], [issue('1', now)])).toEqual([
      ['title', '1', '1 대비', '제설 대비'],
      ['direction', '1', 'department', 'self'],
      ['day', '1', null, '2026-12-05'],
    ]);
    expect(told([issue('1')], [issue('1', { summary: '예산 12억 원' })])).toEqual([
      ['text', '1', null, null],
    ]);
    // What follows from the grade is not told again.
    expect(told([issue('1', { score: 61 })], [issue('1', { grade: 'critical', score: 82 })])).toEqual([
      ['grade', '1', 'high', 'critical'],
    ]);
  });

  it('says what changed besides the issues', () => {
    const changes = editionChanges(edition([]), edition([], { opening: '집중 관리', rest: '2건' }), all);
    expect(changes.map(({ kind, number }) => [kind, number])).toEqual([
      ['opening', null],
      ['rest', null],
    ]);
  });

  it('says to which month an issue went', () => {
    const moved = { ...all, known: new Map([['1', { expectedMonth: '2027-01' }]]) };
    expect(editionChanges(edition([issue('1')]), edition([]), moved)).toEqual([
      { kind: 'month', number: '1', title: '1 대비', from: MONTH, to: '2027-01' },
    ]);
  });

  it('says nothing of what is not public any more', () => {
    expect(editionChanges(edition([issue('1')]), edition([]), { ...all, known: known() })).toEqual([]);
  });
});

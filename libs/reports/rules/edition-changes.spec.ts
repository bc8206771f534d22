import { editionChanges } from './edition-changes.js';

const issue = (number: string, more: object = {}) => ({
  number,
  title: `${number} 대비`,
  grade: 'high' as const,
  leadDepartment: '안전총괄실',
  ...more,
});
const known = (...numbers: string[]) =>
  new Map(numbers.map((number) => [number, { expectedMonth: '2026-12' }]));

describe('a correction', () => {
  it('says nothing where nothing of its issues changed', () => {
    expect(
      editionChanges('2026-12', [issue('1'), issue('2')], [issue('2'), issue('1')], known('1', '2')),
    ).toEqual([]);
  });

  it('names what came, what went, and whose grade or lead is another', () => {
    const before = [issue('1'), issue('2'), issue('3')];
    const now = [issue('2', { grade: 'critical', leadDepartment: null }), issue('4'), issue('1')];
    const changes = editionChanges('2026-12', before, now, known('1', '2', '3', '4'));
    expect(changes.map(({ kind, number, from, to }) => [kind, number, from, to])).toEqual([
      ['grade', '2', 'high', 'critical'],
      ['lead', '2', '안전총괄실', null],
      ['new', '4', null, 'high'],
      ['gone', '3', 'high', null],
    ]);
  });

  it('says to which month an issue went', () => {
    const moved = new Map([['1', { expectedMonth: '2027-01' }]]);
    expect(editionChanges('2026-12', [issue('1')], [], moved)).toEqual([
      { kind: 'month', number: '1', title: '1 대비', from: '2026-12', to: '2027-01' },
    ]);
  });

  it('says nothing of what is not public any more', () => {
    expect(editionChanges('2026-12', [issue('1')], [], known())).toEqual([]);
  });
});

import fc from 'fast-check';
import { ROUTING, type RoutingPolicy } from '#config/routing.js';
import { GRADES, REQUIRABLE, type Requirable } from '../vocabulary.js';
import { missingToDecide, type Deciding } from './required-fields.js';

const all = (there: boolean, but: readonly Requirable[] = []): Deciding['known'] =>
  Object.fromEntries(REQUIRABLE.map((field) => [field, but.includes(field) ? !there : there])) as never;
const deciding = (change: Partial<Deciding> = {}): Deciding => ({
  grade: 'high',
  kind: null,
  fields: {},
  known: all(true),
  ...change,
});
const paths = (of: Deciding, policy: RoutingPolicy = ROUTING): string[] =>
  missingToDecide(of, policy).map(({ path }) => path);

describe('what a decision cannot do without', () => {
  it('is who acts on it, whatever it weighs; the rest stays a finding until the office asks for it', () => {
    for (const grade of [...GRADES, null])
      expect(paths(deciding({ grade, known: all(false) }))).toEqual([
        'grade',
        'direction',
        'leadDepartmentId',
      ]);
    const required = {
      ...ROUTING.required,
      high: [...ROUTING.required.high, 'expectedMonth', 'alternatives'],
    };
    const strict = { ...ROUTING, required } as RoutingPolicy;
    const lacking = all(true, ['expectedMonth', 'alternatives', 'treatment']);
    expect(paths(deciding({ known: lacking }), strict)).toEqual(['expectedMonth', 'alternatives']);
    expect(paths(deciding({ grade: 'moderate', known: lacking }), strict)).toEqual([]);
  });

  it('is named together with the fields of its kind, in words', () => {
    const event = deciding({ kind: 'event', known: all(true, ['leadDepartmentId']) });
    expect(missingToDecide(event, ROUTING).map(({ path, label }) => `${path} ${label.ko}`)).toEqual([
      'leadDepartmentId 주관부서',
      expect.stringMatching(/^fields\.event /),
      expect.stringMatching(/^fields\.startsOn /),
      ...missingToDecide(event, ROUTING)
        .slice(3)
        .map(({ path, label }) => `${path} ${label.ko}`),
    ]);
  });

  it('is never less for a heavier grade, and never what is there', () => {
    for (const [i, grade] of GRADES.entries())
      for (const lighter of GRADES.slice(i))
        expect(ROUTING.required[grade]).toEqual(expect.arrayContaining([...ROUTING.required[lighter]]));
    fc.assert(
      fc.property(fc.subarray([...REQUIRABLE]), fc.constantFrom(...GRADES), (there, grade) => {
        const missing = paths(deciding({ grade, known: all(false, there) }));
        expect(missing.filter((path) => there.includes(path as Requirable))).toEqual([]);
      }),
    );
  });
});

import fc from 'fast-check';
import { ROUTING } from '#config/routing.js';
import { GRADES } from '#issues/vocabulary.js';
import { POSITIONS, type Position } from '#people/vocabulary.js';
import { authorityFor, besides, type Decider } from './authority.js';

const person = (position: Position, delegatedPosition: Position | null = null): Decider => ({
  id: 'me',
  position,
  delegatedPosition,
});
const confirm = (grade: (typeof GRADES)[number] | null, createdBy = 'somebody') =>
  ({ act: 'confirm', grade, createdBy }) as const;

describe('who is named besides the one who decides', () => {
  it('is consulted before, or told afterwards, by the grade', () => {
    expect(besides('confirm', 'high', ROUTING)).toEqual({ consult: 'bureau-head', reportTo: null });
    expect(besides('confirm', 'moderate', ROUTING)).toEqual({ consult: null, reportTo: null });
    expect(besides('close', 'critical', ROUTING).reportTo).toBe('office-head');
    expect(besides('close', null, ROUTING).reportTo).toBeNull();
  });

  it('of a crisis is whoever hears of the heaviest, before anything was weighed', () => {
    expect(besides('crisis', 'low', ROUTING).reportTo).toBe('division-head');
    expect(besides('crisis', null, ROUTING).reportTo).toBe('office-head');
  });
});

describe('who may decide', () => {
  it('is a matter of the grade', () => {
    expect(authorityFor(confirm('low'), person('staff'), null, ROUTING)).toEqual({ authority: 'own' });
    expect(authorityFor(confirm('moderate'), person('staff'), null, ROUTING)).toEqual({
      missing: 'position',
      needs: 'team-leader',
    });
    expect(authorityFor(confirm('high'), person('division-head'), null, ROUTING)).toEqual({
      authority: 'own',
    });
    expect(authorityFor(confirm('critical'), person('bureau-head'), null, ROUTING)).toEqual({
      missing: 'position',
      needs: 'office-head',
    });
  });

  it('takes a delegation, and what a superior approved elsewhere, as such', () => {
    expect(authorityFor(confirm('critical'), person('staff', 'office-head'), null, ROUTING)).toEqual({
      authority: 'delegated',
    });
    expect(authorityFor(confirm('critical'), person('staff'), 'office-head', ROUTING)).toEqual({
      authority: 'recorded',
    });
    expect(authorityFor(confirm('critical'), person('staff'), 'division-head', ROUTING)).toMatchObject({
      missing: 'position',
    });
  });

  it('does not let who registered an issue confirm the heaviest grade alone', () => {
    const own = confirm('critical', 'me');
    expect(authorityFor(own, person('office-head'), null, ROUTING)).toEqual({
      missing: 'second',
      needs: 'office-head',
    });
    expect(authorityFor(own, person('office-head'), 'vice-mayor', ROUTING)).toEqual({
      authority: 'recorded',
    });
    expect(authorityFor(confirm('high', 'me'), person('office-head'), null, ROUTING)).toEqual({
      authority: 'own',
    });
  });

  it('lets anyone hand over a crisis at once', () => {
    for (const grade of [...GRADES, null])
      expect(authorityFor({ act: 'crisis', grade, createdBy: null }, person('staff'), null, ROUTING)).toEqual(
        {
          authority: 'own',
        },
      );
  });

  it('never grows smaller with a higher position, nor with a lighter grade', () => {
    const may = (act: keyof typeof ROUTING.decides, grade: (typeof GRADES)[number], position: Position) =>
      'authority' in authorityFor({ act, grade, createdBy: null }, person(position), null, ROUTING);
    fc.assert(
      fc.property(
        fc.constantFrom('confirm', 'lower', 'accept', 'close'),
        fc.nat(GRADES.length - 1),
        fc.nat(POSITIONS.length - 1),
        (act, g, p) => {
          if (!may(act, GRADES[g]!, POSITIONS[p]!)) return;
          for (const higher of POSITIONS.slice(p)) expect(may(act, GRADES[g]!, higher)).toBe(true);
          for (const lighter of GRADES.slice(g)) expect(may(act, lighter, POSITIONS[p]!)).toBe(true);
        },
      ),
    );
  });
});

import { FACTORS, GRADES, type Grade } from '#issues/vocabulary.js';
import type { PolicyTerms } from '../terms.js';

export interface WrongTerm {
  /** In the body, e.g. `thresholds.1.atLeast`. */
  path: string;
  /** A code of `field-errors.ts`. */
  message: string;
}

const HUNDRED = 100;
const LEVELS = 5;

/** What keeps terms from being a policy: everything that is wrong, not the first of it. */
export function checkTerms(terms: PolicyTerms): WrongTerm[] {
  return [
    ...checkFactors(terms.factors),
    ...checkSteps('thresholds', terms.thresholds),
    ...checkSteps('grid.bands', terms.grid.bands),
    ...terms.floors.flatMap(({ when }, i) =>
      when.length === 0
        ? [{ path: `floors.${i}.when`, message: 'required' }]
        : twice(
            when.map(({ factor }) => factor),
            `floors.${i}.when`,
          ),
    ),
    ...(['impact', 'likelihood'] as const).flatMap((axis) =>
      terms.grid[axis].length === LEVELS ? [] : [{ path: `grid.${axis}`, message: `exactly|${LEVELS}` }],
    ),
    ...twice(
      terms.appetite.departments.map(({ departmentId }) => departmentId),
      'appetite.departments',
    ),
  ];
}

function checkFactors(factors: PolicyTerms['factors']): WrongTerm[] {
  const named = new Set(factors.map(({ name }) => name));
  const missing = FACTORS.filter((name) => !named.has(name));
  if (missing.length) return [{ path: 'factors', message: `missing|${missing.join(', ')}` }];
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...twice(
      factors.map(({ name }) => name),
      'factors',
    ),
    ...factors.flatMap(({ anchors }, i) =>
      anchors.length === LEVELS ? [] : [{ path: `factors.${i}.anchors`, message: `exactly|${LEVELS}` }],
    ),
    // Tenths of points are told apart, what binary fractions lose is not.
    ...(Math.abs(total - HUNDRED) < 1e-6
      ? []
      : [{ path: 'factors', message: `hundred|${Math.round(total * 100) / 100}` }]),
  ];
}

/** Each grade but the lightest once, heaviest first, from fewer points on each time. */
function checkSteps(path: string, steps: readonly { atLeast: number; grade: Grade }[]): WrongTerm[] {
  const wanted = GRADES.slice(0, -1);
  if (steps.map(({ grade }) => grade).join() !== wanted.join())
    return [{ path, message: `steps|${wanted.join(', ')}` }];
  const rising = steps.findIndex(({ atLeast }, i) => i > 0 && atLeast >= steps[i - 1]!.atLeast);
  return rising < 0 ? [] : [{ path: `${path}.${rising}.atLeast`, message: 'descending' }];
}

const twice = (list: readonly string[], path: string): WrongTerm[] =>
  new Set(list).size < list.length ? [{ path, message: 'twice' }] : [];

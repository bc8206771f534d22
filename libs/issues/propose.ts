import { ROUTING } from '#config/routing.js';
import { textOf, type Assessable } from './assessable.js';
import { route, type Route, type RouteInput } from './rules/route.js';

/** What follows from the weight of an issue: the grade it carries until somebody decides, and who acts on it. */
export const propose = (
  issue: Assessable,
  {
    grade,
    ifConfirmed,
    short,
    crisis = [],
    factors,
  }: Pick<RouteInput, 'grade' | 'ifConfirmed' | 'short' | 'factors'> & Partial<Pick<RouteInput, 'crisis'>>,
): Route =>
  route(
    {
      text: textOf(issue),
      grade,
      ifConfirmed,
      short,
      crisis,
      judged: (issue.impact !== null && issue.likelihood !== null) || Object.keys(issue.confirmed).length > 0,
      factors,
      waitedAt: issue.stage === 'act' ? null : issue.grade,
      leadByOfficer: issue.leadBy === 'officer',
      requests: issue.requests
        .filter(({ state }) => state !== 'cancelled')
        .map(({ departmentId }) => ({ addressed: departmentId !== null })),
    },
    ROUTING,
  );

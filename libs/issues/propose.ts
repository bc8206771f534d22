import { ROUTING } from '#config/routing.js';
import { textOf, type Assessable } from './assessable.js';
import { route, type Route, type RouteInput } from './rules/route.js';

/** What follows from the weight of an issue: the grade it carries until somebody decides, and who acts on it. */
export const propose = (
  issue: Assessable,
  { grade, ifConfirmed, factors }: Pick<RouteInput, 'grade' | 'ifConfirmed' | 'factors'>,
): Route =>
  route(
    {
      text: textOf(issue),
      grade,
      ifConfirmed,
      factors,
      waitedAt: issue.stage === 'act' ? null : issue.grade,
      leadByOfficer: issue.leadBy === 'officer',
      requests: issue.requests.map(({ departmentId }) => ({ addressed: departmentId !== null })),
    },
    ROUTING,
  );

import type { Role } from '#people/vocabulary.js';

/** `public`: without signing in; `anyone`: signed in; else these roles. */
type Access = 'public' | 'anyone' | readonly Role[];

const OFFICE = ['officer'] as const;
const OFFICE_AND_HEADS = ['officer', 'manager'] as const;
const READERS = ['officer', 'manager', 'auditor'] as const;
const READERS_AND_DEPARTMENTS = ['officer', 'manager', 'auditor', 'department'] as const;
const WATCHERS = ['officer', 'manager', 'auditor', 'admin'] as const;
const OPERATORS = ['officer', 'admin'] as const;

/**
 * Who may use which route: one row a route. Which of the things behind it a person then sees is the visibility rule's
 * business. The service does not start with a route that has no row, nor with a row that has no route.
 */
export const ACCESS: Record<string, Access> = {
  'POST /api/v1/sessions': 'public',
  'DELETE /api/v1/sessions/current': 'anyone',
  'POST /api/v1/sessions/current/extension': 'anyone',
  'GET /api/v1/me': 'anyone',

  // A department reports, and follows what becomes of it.
  'POST /api/v1/signals': ['officer', 'department'],
  'POST /api/v1/signals/similar': OFFICE,
  'POST /api/v1/signals/scrap': OFFICE,
  'POST /api/v1/signals/batch': OFFICE,
  'GET /api/v1/signals': READERS_AND_DEPARTMENTS,
  'GET /api/v1/signals/:id': READERS_AND_DEPARTMENTS,
  'GET /api/v1/signals/:id/timeline': READERS,
  'POST /api/v1/signals/:id/issue': OFFICE,
  'DELETE /api/v1/signals/:id/issue': OFFICE,
  'POST /api/v1/signals/:id/dismissal': OFFICE,
  'DELETE /api/v1/signals/:id/dismissal': OFFICE,
  'POST /api/v1/signals/:id/observation': OFFICE,
  'DELETE /api/v1/signals/:id/observation': OFFICE,
  'POST /api/v1/signals/:id/cluster': OFFICE,
  'DELETE /api/v1/signals/:id/cluster': OFFICE,
  'POST /api/v1/signals/:id/questions': OFFICE,
  'POST /api/v1/signals/:id/answer': ['department'],

  'GET /api/v1/clusters': READERS,
  'GET /api/v1/clusters/:id': READERS,
  'POST /api/v1/clusters/:id/issue': OFFICE,
  'DELETE /api/v1/clusters/:id/issue': OFFICE,
  'POST /api/v1/clusters/:id/dismissal': OFFICE,
  'DELETE /api/v1/clusters/:id/dismissal': OFFICE,
  'POST /api/v1/clusters/:id/observation': OFFICE,
  'DELETE /api/v1/clusters/:id/observation': OFFICE,

  'GET /api/v1/early-warning-rules': WATCHERS,
  'POST /api/v1/early-warning-rules': OPERATORS,
  'GET /api/v1/early-warning-rules/:id': WATCHERS,
  'PATCH /api/v1/early-warning-rules/:id': OPERATORS,
  'POST /api/v1/early-warning-rules/:id/dry-run': OFFICE_AND_HEADS,
  'GET /api/v1/warnings': READERS,

  'GET /api/v1/feeds': OPERATORS,
  'POST /api/v1/feeds': OPERATORS,
  'GET /api/v1/feeds/:id': OPERATORS,
  'PATCH /api/v1/feeds/:id': OPERATORS,
  'DELETE /api/v1/feeds/:id': OPERATORS,
  'POST /api/v1/feeds/:id/poll': OPERATORS,

  'POST /api/v1/imports': OFFICE,
  'GET /api/v1/imports': OFFICE,
  'GET /api/v1/imports/templates/:file': OFFICE,
  'GET /api/v1/imports/:id': OFFICE,
  'GET /api/v1/imports/:id/errors': OFFICE,
  'GET /api/v1/imports/:id/failed-rows': OFFICE,
  'POST /api/v1/imports/:id/cancellation': OFFICE,

  'POST /api/v1/issues': OFFICE,
  'GET /api/v1/issues': READERS_AND_DEPARTMENTS,
  'GET /api/v1/issues/summary': READERS_AND_DEPARTMENTS,
  'GET /api/v1/issues/export': READERS_AND_DEPARTMENTS,
  'GET /api/v1/issues/statistics': READERS_AND_DEPARTMENTS,
  'POST /api/v1/issues/similar': OFFICE,
  'GET /api/v1/issues/:id': READERS_AND_DEPARTMENTS,
  'PATCH /api/v1/issues/:id': OFFICE,
  'GET /api/v1/issues/:id/timeline': READERS,
  'GET /api/v1/issues/:id/assessments': READERS,
  'GET /api/v1/issues/:id/decisions': READERS,
  'POST /api/v1/issues/:id/decisions': OFFICE_AND_HEADS,
  'GET /api/v1/issues/:id/similar': READERS,
  'POST /api/v1/issues/:id/requests': OFFICE,
  'POST /api/v1/issues/:id/closure': OFFICE,
  'POST /api/v1/issues/:id/reopening': OFFICE,
  'GET /api/v1/issues/:id/scores': READERS,
  'POST /api/v1/issues/:id/factors': OFFICE_AND_HEADS,
  'POST /api/v1/issues/:id/place': OFFICE_AND_HEADS,
  'POST /api/v1/issues/:id/acceptance': OFFICE_AND_HEADS,
  'POST /api/v1/issues/:id/acceptance/revocation': OFFICE_AND_HEADS,
  'POST /api/v1/issues/:id/choice': OFFICE_AND_HEADS,
  'DELETE /api/v1/issues/:id/choice': OFFICE_AND_HEADS,
  'DELETE /api/v1/issues/:id/merge': OFFICE,
  'POST /api/v1/issues/:id/lesson-uses': OFFICE,
  'POST /api/v1/issues/:id/follow-ups': OFFICE,
  'POST /api/v1/similarity': 'anyone',
  'GET /api/v1/queue': READERS,

  'GET /api/v1/policies': WATCHERS,
  'POST /api/v1/policies': OPERATORS,
  'GET /api/v1/policies/:version': WATCHERS,
  'PATCH /api/v1/policies/:version': OPERATORS,
  'DELETE /api/v1/policies/:version': OPERATORS,
  // It tells of issues.
  'POST /api/v1/policies/:version/dry-run': OFFICE_AND_HEADS,
  'POST /api/v1/policies/:version/activation': ['officer', 'manager', 'admin'],

  'GET /api/v1/requests': READERS_AND_DEPARTMENTS,
  'GET /api/v1/requests/:id': READERS_AND_DEPARTMENTS,
  'PATCH /api/v1/requests/:id': OFFICE,
  'GET /api/v1/requests/:id/letter': OFFICE,
  'POST /api/v1/requests/:id/acknowledgement': ['department'],
  'POST /api/v1/requests/:id/assignment': ['department'],
  'POST /api/v1/requests/:id/refusal': ['department'],
  'POST /api/v1/requests/:id/collection': OFFICE,
  'POST /api/v1/requests/:id/transfer': OFFICE,
  // An officer answers what the office keeps for itself (자체관리).
  'POST /api/v1/requests/:id/responses': ['department', 'officer'],
  'GET /api/v1/responses/:id': READERS_AND_DEPARTMENTS,
  // A department that collects the answers of others may ask them for more; accepting is the office's.
  'POST /api/v1/responses/:id/review': ['officer', 'department'],
  'GET /api/v1/work': ['officer', 'manager', 'department'],
  'GET /api/v1/requests/statistics': READERS_AND_DEPARTMENTS,
  'POST /api/v1/requests/bulk': ['officer', 'department'],
  'POST /api/v1/issues/bulk': OFFICE,

  'GET /api/v1/escalations': READERS,
  'GET /api/v1/escalations/:id': READERS,
  'PATCH /api/v1/escalations/:id': OFFICE,
  'POST /api/v1/escalations/:id/release': OFFICE,
  'POST /api/v1/escalations/:id/dismissal': OFFICE,
  'GET /api/v1/reviews': READERS,
  'GET /api/v1/issues/:id/reviews': READERS,
  'POST /api/v1/issues/:id/reviews': OFFICE_AND_HEADS,
  'GET /api/v1/follow-up-questions': READERS_AND_DEPARTMENTS,
  // The office, and the department that led it.
  'POST /api/v1/issues/:id/follow-up-answer': ['officer', 'department'],
  'GET /api/v1/deadlines': 'anyone',
  'GET /api/v1/calendar': READERS_AND_DEPARTMENTS,
  'GET /api/v1/deputies/candidates': 'anyone',
  'GET /api/v1/deputies': 'anyone',
  'POST /api/v1/deputies': 'anyone',
  'DELETE /api/v1/deputies/:id': 'anyone',
  'GET /api/v1/deputies/:id/acts': 'anyone',

  'POST /api/v1/reports': OFFICE_AND_HEADS,
  'GET /api/v1/reports': READERS,
  'GET /api/v1/reports/:month': READERS,
  'GET /api/v1/reports/:month/editions/:file': READERS,
  'POST /api/v1/reports/:month/approval': OFFICE_AND_HEADS,

  'GET /api/v1/departments': 'anyone',
  'GET /api/v1/departments/:id': 'anyone',
  'POST /api/v1/departments/suggestions': OFFICE,
  'GET /api/v1/colleagues': ['officer', 'department'],
  'GET /api/v1/users': OPERATORS,
  'POST /api/v1/users': ['admin'],

  'GET /api/v1/views': 'anyone',
  'POST /api/v1/views': 'anyone',
  'PATCH /api/v1/views/:id': 'anyone',
  'DELETE /api/v1/views/:id': 'anyone',

  'GET /api/v1/inbox': 'anyone',
  'POST /api/v1/inbox/:id/reading': 'anyone',
  'GET /api/v1/stream': 'anyone',
  'GET /api/v1/deliveries': OPERATORS,
  'GET /api/v1/parked': OPERATORS,
  'POST /api/v1/parked/:id/retry': ['admin'],
  'POST /api/v1/parked/:id/skip': ['admin'],

  'GET /api/openapi.json': 'public',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /dev/mail': 'public',
  'GET /dev/mail/:id': 'public',
  'GET /dev/mail.json': 'public',
};

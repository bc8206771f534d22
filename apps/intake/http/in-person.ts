/** What a person does here in person; no token that was given away may do it for them. */
export const IN_PERSON: ReadonlySet<string> = new Set([
  'DELETE /api/v1/sessions/current',
  'POST /api/v1/sessions/current/extension',
  'POST /api/v1/sessions/current/proof',
  'GET /api/v1/me/sessions',
  'DELETE /api/v1/me/sessions/:id',
  'PUT /api/v1/me/password',
  'GET /api/v1/me/second-factor',
  'POST /api/v1/me/second-factor',
  'POST /api/v1/me/second-factor/confirmation',
  'POST /api/v1/me/second-factor/recovery-codes',
  'POST /api/v1/me/second-factor/removal',
  'DELETE /api/v1/users/:id/second-factor',
  'GET /api/v1/tokens',
  'POST /api/v1/tokens',
  'DELETE /api/v1/tokens/:id',
  'POST /api/v1/users',
  'PATCH /api/v1/users/:id',
  'DELETE /api/v1/users/:id/sessions',
  'GET /api/v1/stream',
]);

/** All that somebody may do who has yet to set up the second factor that their role needs, or to change the password they were given. */
export const WHILE_DUE: ReadonlySet<string> = new Set([
  'GET /api/v1/me',
  'DELETE /api/v1/sessions/current',
  'POST /api/v1/sessions/current/extension',
  'PUT /api/v1/me/password',
  'GET /api/v1/me/second-factor',
  'POST /api/v1/me/second-factor',
  'POST /api/v1/me/second-factor/confirmation',
]);

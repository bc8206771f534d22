import sql, { raw, type Sql } from 'sql-template-tag';
import { AWAITED_STATES } from './vocabulary.js';

// Written out, so that the index on what is open and due fits.
const AWAITED = raw(AWAITED_STATES.map((state) => `'${state}'`).join(', '));

/** Whether the request of this alias was sent, is not answered, and is past its deadline; unknown where it has none. */
export const overdue = (request: 'q' | 'late'): Sql =>
  sql`${raw(request)}.state in (${AWAITED}) and ${raw(request)}.due_at < app_now()`;

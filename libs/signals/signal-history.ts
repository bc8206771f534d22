import sql from 'sql-template-tag';
import { signalSubject } from '#events/subjects.js';
import { readTimeline } from '#events/read-timeline.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import type { PageRequest } from '#platform/page.js';
import { viewSignal } from './signal-view.js';

/** What became of a signal, but for what concerns an issue that this person does not see. @throws Problem `not-found` */
export async function signalTimeline(
  tx: Tx,
  principal: Principal,
  id: string,
  page: PageRequest,
): Promise<{ items: object[]; nextCursor: string | null }> {
  await viewSignal(tx, principal, id);
  const shown = sql`(e.payload->>'issueId' is null or exists (
    select 1 from issues i where i.id = (e.payload->>'issueId')::uuid and ${visible(principal)}))`;
  return readTimeline(tx, signalSubject(id), page, shown);
}

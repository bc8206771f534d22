import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { sighted } from './sight.js';

interface Digest {
  id: string;
  /** Counts the one that is about to be made. */
  attempts: number;
}

/** What becomes of a digest that waited: it goes, it does not, or what it carries is gathered anew. */
export type Standing = 'meant' | 'not-meant' | 'gathered-anew';

/**
 * Whether the reader may still see all that a digest tells of: rights may have been taken away while it waited. Where
 * something is not to be seen any more it is taken apart, and the rest goes out in another one.
 */
export async function stillMeant(tx: Tx, { id, attempts }: Digest, recipient: Principal): Promise<Standing> {
  const parts: { id: string; issueId: string | null }[] = await tx.query(
    'select id, issue_id as "issueId" from deliveries where digest_id = $1',
    [id],
  );
  const issues = new Set(parts.map(({ issueId }) => issueId).filter((one) => one !== null));
  for (const issue of issues) {
    if ((await sighted(tx, [recipient], issue)).length) continue;
    // A copy that may have arrived unseen keeps its id for its own words.
    const unseen = await hasUnseenCopy(tx, id, attempts);
    const again = parts.filter((part) => part.id !== id || !unseen).map((part) => part.id);
    await tx.query(TAKE_APART, [again, id, attempts]);
    return again.includes(id) ? 'gathered-anew' : 'not-meant';
  }
  return 'meant';
}

/** Whether of an earlier attempt nobody noted that it failed: its sender died over it. */
async function hasUnseenCopy(tx: Tx, id: string, attempts: number): Promise<boolean> {
  const [{ failed }] = await tx.query(
    'select count(*) as failed from delivery_attempts where delivery_id = $1 and error is not null',
    [id],
  );
  return failed < attempts - 1;
}

// The try that ends here keeps its number.
const TAKE_APART = `
update deliveries set state = 'held', digest_id = null, due_at = app_now() - interval '10 seconds',
  attempts = case when id = $2 then $3::int else attempts end
where id = any($1)`;

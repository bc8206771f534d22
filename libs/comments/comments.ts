import { v7 as uuidv7 } from 'uuid';
import { EDITABLE_MINUTES } from '#config/comments.js';
import { emit } from '#events/emit.js';
import { attachFiles, placeOf, type Place } from '#files/attach-files.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import { viewComment } from './comment-view.js';
import { readersOf } from './who-reads.js';

export interface NewComment {
  text: string;
  mentions?: string[];
  fileIds?: string[];
}

/** Says something there. Whoever is named in it is told, and whoever it is said to. */
export async function addComment(tx: Tx, by: Principal, place: Place, input: NewComment): Promise<string> {
  const mentions = await checkedMentions(tx, place, input.mentions ?? []);
  const id = uuidv7();
  const { issueId, requestId, departmentId, internal } = place;
  await tx.query(
    `insert into comments (id, issue_id, request_id, department_id, internal, text, written_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, issueId, requestId, departmentId, internal, input.text, by.id],
  );
  await keepVersion(tx, id);
  const { subject, about } = placeOf(place);
  const files = (input.fileIds ?? []).map((fileId) => ({ fileId }));
  await attachFiles(tx, by, { ...place, commentId: id }, files, (n) => `fileIds.${n}`);
  await mention(tx, by, place, id, mentions);
  await emit(tx, subject, 'comment.added', { ...about, commentId: id }, { by });
  return id;
}

/** Puts right what one has just said; each wording is kept. Only who is named anew is told. */
export async function changeComment(
  tx: Tx,
  by: Principal,
  id: string,
  input: { text?: string; mentions?: string[] },
  expected: number | null,
): Promise<void> {
  const comment = await holdOwn(tx, by, id, expected);
  if (!comment.editable) throw new Problem('comment.too_late', { minutes: EDITABLE_MINUTES });
  if (input.mentions) {
    const known = await mentionsOf(tx, id);
    const mentions = await checkedMentions(tx, comment.place, input.mentions);
    await tx.query('delete from comment_mentions where comment_id = $1 and user_id <> all($2)', [
      id,
      mentions,
    ]);
    await mention(
      tx,
      by,
      comment.place,
      id,
      mentions.filter((one) => !known.includes(one)),
    );
  }
  const text = input.text ?? comment.text;
  await tx.query(
    'update comments set text = $2, edited_at = app_now(), version = version + 1 where id = $1',
    [id, text],
  );
  await keepVersion(tx, id);
  const { subject, about } = placeOf(comment.place);
  await emit(tx, subject, 'comment.changed', { ...about, commentId: id }, { by });
}

/** Takes back what one has said: that it was said, when and by whom stays. */
export async function withdrawComment(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const { place } = await holdOwn(tx, by, id, expected);
  await tx.query('update comments set withdrawn_at = app_now(), version = version + 1 where id = $1', [id]);
  const { subject, about } = placeOf(place);
  await emit(tx, subject, 'comment.withdrawn', { ...about, commentId: id }, { by });
}

interface Held {
  text: string;
  editable: boolean;
  place: Place;
}

/** @throws Problem `not-found` for what this person may not see, `forbidden` for what is not their own */
async function holdOwn(tx: Tx, by: Principal, id: string, expected: number | null): Promise<Held> {
  await tx.query('select 1 from comments where id = $1 for update', [id]);
  const view = await viewComment(tx, by, id);
  if (view.writtenBy !== by.id) throw new Problem('forbidden');
  requireVersion(view, expected);
  if (view.withdrawnAt) throw new Problem('comment.withdrawn');
  const { issueId, requestId, departmentId, internal } = view as unknown as Place;
  return {
    text: view.text as string,
    editable: view.editable as boolean,
    place: { issueId, requestId, departmentId, internal },
  };
}

/** Whoever cannot read it is not told of it, and whether there is such a person is nobody's business. */
async function checkedMentions(tx: Tx, place: Place, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const readers = new Set((await readersOf(tx, place, wanted)).map(({ id }) => id));
  const wrong = ids.findIndex((id) => !readers.has(id));
  if (wrong >= 0) throw wrongField(`mentions.${wrong}`, 'no_reader');
  return wanted;
}

async function mention(tx: Tx, by: Principal, place: Place, id: string, userIds: string[]): Promise<void> {
  if (!userIds.length) return;
  await tx.query('insert into comment_mentions select $1, unnest($2::uuid[])', [id, userIds]);
  const { subject, about } = placeOf(place);
  await emit(tx, subject, 'comment.mentioned', { ...about, commentId: id, userIds }, { by });
}

async function mentionsOf(tx: Tx, id: string): Promise<string[]> {
  const rows: { user_id: string }[] = await tx.query(
    'select user_id from comment_mentions where comment_id = $1',
    [id],
  );
  return rows.map(({ user_id }) => user_id);
}

const keepVersion = (tx: Tx, id: string): Promise<unknown> =>
  tx.query(
    'insert into comment_versions (comment_id, version, text) select id, version, text from comments where id = $1',
    [id],
  );

import sql from 'sql-template-tag';
import { emit } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { changeIssue, holdIssue } from './hold-issue.js';

/**
 * Notes that the lesson of a closed issue was used for this one; once, and again only changes the note.
 * @throws Problem `lesson.none` where the other left no lesson
 */
export async function useLesson(
  tx: Tx,
  by: Principal,
  id: string,
  { issueId, note = null }: { issueId: string; note?: string | null },
  expected?: number | null,
): Promise<void> {
  await holdIssue(tx, by, id, expected);
  if (issueId === id) throw wrongField('issueId', 'same');
  const query = sql`select l.lesson from issues l where l.id = ${issueId} and ${visible(by, 'l')}`;
  const [source] = await tx.query(query.text, query.values);
  if (!source) throw wrongField('issueId', 'unknown');
  if (!source.lesson) throw new Problem('lesson.none');
  await tx.query(USE, [id, issueId, note, by.id]);
  await changeIssue(tx, id);
  await emit(tx, issueSubject(id), 'lesson.used', { issueId: id, sourceId: issueId }, { by });
}

const USE = `
insert into lesson_uses (issue_id, source_id, note, used_by) values ($1, $2, $3, $4)
on conflict (issue_id, source_id) do update set note = excluded.note, used_by = excluded.used_by, used_at = app_now()`;

import sql, { raw, type Sql } from 'sql-template-tag';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';

/** The id of an issue that the issue `i` points to, where this reader sees that one too. */
const linkedId = (principal: Principal, column: string): Sql =>
  sql`(select l.id from issues l where l.id = i.${raw(column)} and ${visible(principal, 'l')})`;

/** Issues `l` that point to the issue `i`, those that this reader sees, in the order in which they were registered. */
const linked = (principal: Principal, condition: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number, 'title', l.title, 'stage', l.stage,
    'state', l.state, 'grade', l.grade, 'direction', l.direction, 'outcome', l.outcome) order by l.created_at, l.id), '[]')
  from issues l where ${condition} and ${visible(principal, 'l')})`;

/** JSON of what the issue `i` belongs to and what belongs to it, as far as this reader sees. */
export const belongingJson = (principal: Principal): Sql => sql`jsonb_build_object(
  'mergedInto', ${linkedId(principal, 'merged_into')}, 'mergedFrom', ${linked(principal, sql`l.merged_into = i.id`)},
  'parentId', ${linkedId(principal, 'parent_id')}, 'children', ${linked(principal, sql`l.parent_id = i.id`)},
  'followUpOf', ${linkedId(principal, 'follow_up_of')}, 'followUps', ${linked(principal, sql`l.follow_up_of = i.id`)},
  'handedOverTo', i.handed_over_to, 'districts', i.districts, 'kind', i.kind, 'fields', i.fields)`;

/** JSON of what the issue `i` learnt from others, and how often its own lesson was used, as far as this reader sees. */
export const lessonsJson = (principal: Principal): Sql => sql`jsonb_build_object(
  'lessonsUsed', (select coalesce(json_agg(json_build_object('issueId', l.id, 'number', l.number, 'title', l.title,
      'lesson', l.lesson, 'note', x.note, 'usedBy', (select u.name from users u where u.id = x.used_by), 'usedAt', x.used_at)
      order by x.used_at, l.id), '[]')
    from lesson_uses x join issues l on l.id = x.source_id where x.issue_id = i.id and ${visible(principal, 'l')}),
  'lessonUses', (select count(*) from lesson_uses x join issues l on l.id = x.issue_id
    where x.source_id = i.id and ${visible(principal, 'l')}))`;

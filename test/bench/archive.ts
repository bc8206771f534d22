import { randomUUID } from 'node:crypto';
import type { City } from './bench.js';
import { dice, pick, writeIssue } from './texts.js';

/** Each in about a tenth to a third of all issues. */
export const COMMON = ['이용', '시설', '서울', '운영', '안내'];
/** Each in about twenty. */
export const RARE = ['맹꽁', '노루', '갯벌', '뗏목', '쇠똥'];

const CHUNK = 5000;
const GRADES = ['low', 'low', 'low', 'moderate', 'moderate', 'high', 'critical'];
const CHANNELS = ['politics', 'press', 'audit', 'complaint', 'own'];

/**
 * Years of an office at once: three of four issues closed, one in fifty confidential, each with a request to a department
 * and a signal. Written by SQL: only what is read of them is measured.
 */
export async function fill(city: City, rows: number): Promise<void> {
  const random = dice(11);
  const departments = await city.query<{ id: string; name: string }>(
    'select id, name from departments where lead_eligible',
  );
  const ids = departments.map(({ id }) => id);
  for (let from = 0; from < rows; from += CHUNK) {
    const issues = Array.from({ length: Math.min(CHUNK, rows - from) }, (_, i) =>
      row(random, ids, { place: from + i, rows }),
    );
    await city.query(WRITE, [JSON.stringify(issues), city.people.officer.id]);
  }
  await city.query('vacuum analyze');
}

function row(
  random: () => number,
  departmentIds: string[],
  { place, rows }: { place: number; rows: number },
): object {
  const { title, summary, leadDepartmentId } = writeIssue(random, departmentIds);
  const rare =
    place % Math.max(1, Math.floor(rows / (20 * RARE.length))) === 0 ? ` ${pick(RARE, random)}이 언급됨` : '';
  return {
    id: randomUUID(),
    number: `2020-${String(place + 1).padStart(4, '0')}`,
    title,
    summary: summary + rare,
    channel: pick(CHANNELS, random),
    closed: random() < 0.75,
    confidential: random() < 0.02,
    grade: pick(GRADES, random),
    department_id: leadDepartmentId,
    // Ten years up to now.
    age: `${Math.floor((1 - place / rows) * 3650 * 24 * 60)} minutes`,
  };
}

const WRITE = `
with x as materialized (
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, number text, title text, summary text, channel text,
    closed boolean, confidential boolean, grade text, department_id uuid, age interval)
), i as (
  insert into issues (id, number, title, summary, channel, stage, state, grade, direction, lead_department_id, due_at,
    confidential, created_by, created_at, updated_at, closed_at, outcome)
  select id, number, title, summary, channel, case when closed then 'closed' else 'act' end,
    case when closed then 'done' else 'open' end, grade, 'department', department_id, now() - age + interval '30 days',
    confidential, $2, now() - age, now() - age, case when closed then now() end, case when closed then 'prevented' end from x
), s as (
  insert into signals (id, channel, title, state, issue_id, created_by)
  select gen_random_uuid(), channel, title, 'attached', id, $2 from x
), r as (
  insert into issue_readers select id, $2 from x where confidential
)
insert into requests (id, issue_id, place, department_id, text, state, due_at, delivered_at, answered_at)
select gen_random_uuid(), id, 0, department_id, '조치계획 제출', case when closed then 'accepted' else 'delivered' end,
  now() - age + interval '30 days', now() - age, case when closed then now() end from x`;

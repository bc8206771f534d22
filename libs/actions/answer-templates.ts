import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { ANSWER_TEMPLATES, type StandardTemplate } from '#config/answer-templates.js';
import { emit } from '#events/emit.js';
import { templateSubject } from '#events/subjects.js';
import { GRADE_LABELS, type Grade } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import { seoulDay } from '#platform/calendar.js';
import { appNow, type Tx } from '#platform/database.js';
import { longDay } from '#platform/day-in-words.js';
import { Problem, requireVersion, wrongField } from '#platform/problem.js';
import { viewRequest } from './requests.js';
import { fillTemplate, unknownPlaces, type TemplateValues } from './rules/fill-template.js';
import type { MeasureStatus } from './vocabulary.js';

export interface TemplateContent {
  name: string;
  text: string;
  status: MeasureStatus | null;
  kinds: string[];
  grades: Grade[];
}

export interface TemplateView extends TemplateContent {
  /** null: a standard one. */
  id: string | null;
  key: string;
  scope: 'standard' | 'office' | 'department';
  departmentId: string | null;
  /** Ready to go on with, for the request that was asked about. */
  filled: string | null;
  editable: boolean;
  version: number;
}

/**
 * The templates this person can use: the standard ones, the office's, and a department's own. For a request those that fit
 * its issue, filled in, the nearest first.
 */
export async function listTemplates(
  tx: Tx,
  by: Principal,
  requestId: string | null,
  language: Language,
): Promise<TemplateView[]> {
  const query = sql`select ${json(by)} as view from answer_templates t where ${usable(by)}
    order by t.department_id is null, t.name, t.id`;
  const own: { view: TemplateView }[] = await tx.query(query.text, query.values);
  const all = [...own.map(({ view }) => view), ...standard(language)];
  if (!requestId) return all;
  const { kind, grade, values } = await factsOf(tx, by, requestId, language);
  return all
    .filter((one) => fits(one.kinds, kind) && fits(one.grades, grade))
    .map((one) => ({ ...one, filled: fillTemplate(one.text, values) }));
}

const fits = (list: readonly string[], one: string | null): boolean =>
  !list.length || (one !== null && list.includes(one));

const standard = (language: Language): TemplateView[] =>
  Object.entries<StandardTemplate>(ANSWER_TEMPLATES).map(
    ([key, { name, text, status, kinds = [], grades = [] }]) => ({
      id: null,
      key,
      scope: 'standard',
      departmentId: null,
      name: name[language],
      text: text[language],
      status,
      kinds: [...kinds],
      grades: [...grades],
      filled: null,
      editable: false,
      version: 1,
    }),
  );

const usable = ({ departmentId }: Principal) =>
  sql`(t.department_id is null or t.department_id = ${departmentId})`;
const isOwn = (by: Principal) =>
  by.role === 'officer' ? sql`t.department_id is null` : sql`t.department_id = ${by.departmentId}`;

const json = (by: Principal) => sql`json_build_object('id', t.id, 'key', t.id,
  'scope', case when t.department_id is null then 'office' else 'department' end, 'departmentId', t.department_id,
  'name', t.name, 'text', t.text, 'status', t.status, 'kinds', t.kinds, 'grades', t.grades, 'filled', null,
  'editable', coalesce(${isOwn(by)}, false), 'version', t.version)`;

async function factsOf(
  tx: Tx,
  by: Principal,
  requestId: string,
  language: Language,
): Promise<{ kind: string | null; grade: string | null; values: TemplateValues }> {
  const request = await viewRequest(tx, by, requestId);
  const [issue] = await tx.query('select kind from issues where id = $1', [request.issueId]);
  const grade = request.issueGrade as Grade | null;
  const day = (date: string): string => (language === 'ko' ? longDay(date) : date);
  const dueAt = request.dueAt as string | null;
  return {
    kind: issue.kind,
    grade,
    values: {
      number: request.issueNumber as string,
      issue: request.issueTitle as string,
      grade: grade ? GRADE_LABELS[grade][language] : '',
      department: (request.departmentName as string | null) ?? '',
      request: request.text as string,
      due: dueAt ? day(seoulDay(new Date(dueAt))) : '',
      today: day(seoulDay(await appNow(tx))),
    },
  };
}

/** Adds one for all departments, or for one's own. */
export async function addTemplate(tx: Tx, by: Principal, input: TemplateContent): Promise<TemplateView> {
  refuseUnknownPlaces(input.text);
  const id = uuidv7();
  const query = sql`insert into answer_templates (id, department_id, name, text, status, kinds, grades, created_by)
    values (${id}, ${by.role === 'officer' ? null : by.departmentId}, ${input.name}, ${input.text}, ${input.status},
      ${JSON.stringify(input.kinds)}, ${JSON.stringify(input.grades)}, ${by.id})
    on conflict (department_id, name) do nothing returning id`;
  const [added] = await tx.query(query.text, query.values);
  if (!added) throw new Problem('template.name_taken');
  await emit(tx, templateSubject(id), 'template.added', { templateId: id }, { by });
  return viewTemplate(tx, by, id);
}

/** @throws Problem `forbidden` for one of the office in a department's hands */
export async function changeTemplate(
  tx: Tx,
  by: Principal,
  id: string,
  change: Partial<TemplateContent>,
  expected: number | null,
): Promise<TemplateView> {
  const now = await holdTemplate(tx, by, id, expected);
  const { name, text, status, kinds, grades } = { ...now, ...change };
  refuseUnknownPlaces(text);
  const taken = sql`select 1 from answer_templates t where t.name = ${name} and t.id <> ${id}
    and t.department_id is not distinct from ${now.departmentId}`;
  if ((await tx.query(taken.text, taken.values)).length) throw new Problem('template.name_taken');
  await tx.query(
    `update answer_templates set name = $2, text = $3, status = $4, kinds = $5, grades = $6, updated_at = app_now(),
       version = version + 1 where id = $1`,
    [id, name, text, status, JSON.stringify(kinds), JSON.stringify(grades)],
  );
  const changes = Object.fromEntries(
    Object.entries(change).map(([field, after]) => [field, [now[field as 'name'], after]]),
  );
  await emit(
    tx,
    templateSubject(id),
    'template.changed',
    { templateId: id },
    { by, changes: changes as never },
  );
  return viewTemplate(tx, by, id);
}

export async function removeTemplate(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<void> {
  const { name, text } = await holdTemplate(tx, by, id, expected);
  await tx.query('delete from answer_templates where id = $1', [id]);
  const changes = { name: [name, null], text: [text, null] } as const;
  await emit(
    tx,
    templateSubject(id),
    'template.removed',
    { templateId: id },
    { by, changes: changes as never },
  );
}

/** @throws Problem `not-found` for an unknown template and for another department's, alike. */
export async function viewTemplate(tx: Tx, by: Principal, id: string): Promise<TemplateView> {
  const query = sql`select ${json(by)} as view from answer_templates t where t.id = ${id} and ${usable(by)}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

async function holdTemplate(
  tx: Tx,
  by: Principal,
  id: string,
  expected: number | null,
): Promise<TemplateView> {
  await tx.query('select 1 from answer_templates where id = $1 for update', [id]);
  const view = await viewTemplate(tx, by, id);
  if (!view.editable) throw new Problem('forbidden');
  requireVersion(view, expected);
  return view;
}

function refuseUnknownPlaces(text: string): void {
  const unknown = unknownPlaces(text);
  if (unknown.length) throw wrongField('text', `place|${unknown.join(', ')}`);
}

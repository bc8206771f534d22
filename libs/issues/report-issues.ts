import { v7 as uuidv7 } from 'uuid';
import { emitAll, type Fact } from '#events/emit.js';
import { issueSubject, signalSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import { SIGNAL_LABELS } from '#signals/vocabulary.js';
import type { NewIssue, Report } from './new-issue.js';
import { nextNumbers, type Series } from './number-issues.js';
import { keptFields, wrongFields } from './rules/kind-fields.js';
import { recogniseSignals } from './recognise-signals.js';

/**
 * Registers issues together, each with its parts and its `issue.reported`.
 * @returns for each its id, or the Problem that keeps it, and only it, out.
 */
export async function reportIssues(tx: Tx, asSent: Report[]): Promise<(string | Problem)[]> {
  const reports = await recogniseSignals(tx, asSent);
  const problems = await findProblems(tx, reports);
  const good = reports.filter((_, i) => !problems[i]).map((report) => ({ ...report, id: uuidv7() }));
  if (good.length) {
    const numbers = await number(tx, good);
    await tx.query(INSERT, [
      rows(good.map((one) => issueRow(one, numbers.get(one.id)!))),
      rows(good.flatMap(readerRows)),
      rows(good.flatMap(signalRows)),
      rows(good.flatMap(alternativeRows)),
      rows(good.flatMap(requestRows)),
    ]);
    await attachExisting(tx, good);
    await emitAll(tx, good.flatMap(facts));
  }
  const ids = good.map(({ id }) => id);
  return problems.map((problem) => problem ?? ids.shift()!);
}

type Good = Report & { id: string };
const rows = (list: object[]): string => JSON.stringify(list);

/** What only the database can tell: unknown departments, people and signals. */
async function findProblems(tx: Tx, reports: Report[]): Promise<(Problem | null)[]> {
  const departments = reports.flatMap(({ issue }) => departmentsOf(issue));
  const readers = reports.flatMap(({ issue }) => issue.readers ?? []);
  const signals = reports.flatMap(({ issue }) => issue.signalIds ?? []);
  const asked = departments.length + readers.length + signals.length;
  const known: { id: string }[] = asked ? await tx.query(KNOWN, [departments, readers, signals]) : [];
  const ids = new Set(known.map(({ id }) => id));
  return reports.map(({ issue }) => {
    const checks: [string, string[]][] = [
      ['leadDepartmentId', issue.leadDepartmentId ? [issue.leadDepartmentId] : []],
      ['readers', issue.readers ?? []],
      ['signalIds', issue.signalIds ?? []],
      ...(issue.requests ?? []).map(({ departmentId }, i): [string, string[]] => [
        `requests.${i}.departmentId`,
        departmentId ? [departmentId] : [],
      ]),
    ];
    if (issue.readers?.length && !issue.confidential) return wrongField('readers', 'not_confidential');
    const errors = wrongFields(issue.kind ?? null, issue.fields ?? {});
    if (errors.length) return new Problem('invalid', {}, { errors });
    const wrong = checks.find(([, list]) => list.some((id) => !ids.has(id)));
    return wrong ? wrongField(wrong[0], 'unknown') : null;
  });
}

const departmentsOf = (issue: NewIssue): string[] =>
  [issue.leadDepartmentId, ...(issue.requests ?? []).map(({ departmentId }) => departmentId)].filter(
    (id) => id != null,
  );

async function number(tx: Tx, good: Good[]): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (const series of ['public', 'confidential'] as Series[]) {
    const ids = good
      .filter(({ issue }) => Boolean(issue.confidential) === (series === 'confidential'))
      .map(({ id }) => id);
    const next = await nextNumbers(tx, series, ids.length);
    ids.forEach((id, i) => numbers.set(id, next[i]!));
  }
  return numbers;
}

const issueRow = ({ id, issue, by }: Good, no: string): object => ({
  id,
  number: no,
  title: issue.title,
  summary: issue.summary,
  channel: issue.channel,
  impact: issue.impact,
  likelihood: issue.likelihood,
  expected_month: issue.expectedMonth,
  expected_by: issue.expectedMonth ? 'officer' : null,
  lead_department_id: issue.leadDepartmentId,
  lead_by: issue.leadDepartmentId ? 'officer' : null,
  confidential: issue.confidential ?? false,
  notes: issue.notes ?? [],
  risks: issue.risks ?? [],
  created_by: by.id,
  districts: issue.districts ?? [],
  kind: issue.kind,
  fields: keptFields(issue.fields ?? {}),
  follow_up_of: issue.followUpOf,
});

/** Who registers a confidential issue is named on it. */
const readerRows = ({ id, issue, by }: Good): object[] =>
  issue.confidential
    ? [...new Set([by.id, ...(issue.readers ?? [])])].map((user_id) => ({ issue_id: id, user_id }))
    : [];

const signalRows = ({ id, issue, by }: Good): object[] =>
  (issue.signals ?? []).map((signal) => ({
    id: uuidv7(),
    issue_id: id,
    created_by: by.id,
    channel: signal.channel ?? issue.channel,
    kind: signal.kind,
    title: signal.title,
    outlet: signal.outlet,
    placement: signal.placement,
    url: signal.url,
    published_on: signal.publishedOn,
    count: signal.count,
    period_from: signal.periodFrom,
    period_to: signal.periodTo,
    baseline: signal.baseline,
    body: signal.body,
    external_id: signal.externalId,
  }));

const alternativeRows = ({ id, issue }: Good): object[] =>
  (issue.alternatives ?? []).map((alternative, place) => ({
    id: uuidv7(),
    issue_id: id,
    place,
    horizon: alternative.horizon,
    text: alternative.text,
    effect: alternative.effect,
    cost: alternative.cost,
    side_effect: alternative.sideEffect,
    precedent: alternative.precedent,
    recommended: alternative.recommended ?? false,
  }));

const requestRows = ({ id, issue, by }: Good): object[] =>
  (issue.requests ?? []).map((request, place) => ({
    id: uuidv7(),
    issue_id: id,
    place,
    department_id: request.departmentId,
    horizon: request.horizon,
    text: request.text,
    due_at: request.dueAt,
    doc_no: request.docNo,
    related_body: request.relatedBody,
    requested_by: by.id,
  }));

const signalsOf = ({ signals, signalIds }: NewIssue): number =>
  (signals?.length ?? 0) + (signalIds?.length ?? 0);

const facts = ({ id, by, issue }: Good): Fact[] => [
  { subject: issueSubject(id), name: 'issue.reported', payload: { issueId: id }, by },
  // One alone is never more than usual.
  ...(signalsOf(issue) > 1
    ? [{ subject: issueSubject(id), name: 'issue.signalled' as const, payload: { issueId: id }, by }]
    : []),
  ...(issue.signalIds ?? []).map((signalId): Fact => ({
    subject: signalSubject(signalId),
    name: 'signal.attached',
    payload: { signalId, issueId: id },
    by,
  })),
];

/** Signals that came earlier and are free; one that meanwhile belongs elsewhere fails the registration. */
async function attachExisting(tx: Tx, good: Good[]): Promise<void> {
  const wanted = good.flatMap(({ id, issue }) =>
    (issue.signalIds ?? []).map((signal_id) => ({ signal_id, issue_id: id })),
  );
  if (!wanted.length) return;
  const [, count] = await tx.query(ATTACH, [rows(wanted)]);
  if (count < wanted.length)
    throw new Problem('signal.illegal_transition', { state: SIGNAL_LABELS.attached });
}

const KNOWN = `
select id from departments where id = any($1::uuid[]) and (valid_to is null or valid_to > seoul_today())
union all select id from users where id = any($2::uuid[]) and active
-- Those on a confidential issue are as unknown as unknown ones.
union all select id from signals s where id = any($3::uuid[])
  and not exists (select 1 from issues i where i.id = s.issue_id and i.confidential)`;

const ATTACH = `
update signals s set state = 'attached', issue_id = x.issue_id, settled_at = app_now(), version = s.version + 1
from jsonb_to_recordset($1::jsonb) as x(signal_id uuid, issue_id uuid)
where s.id = x.signal_id and s.state in ('new', 'clustered', 'observed')`;

const INSERT = `
with i as (
  insert into issues (id, number, title, summary, channel, impact, likelihood, expected_month, expected_by,
    lead_department_id, lead_by, confidential, notes, risks, created_by, districts, kind, fields, follow_up_of)
  select id, number, title, summary, channel, impact, likelihood, expected_month, expected_by,
    lead_department_id, lead_by, confidential, notes, risks, created_by, districts, kind, fields, follow_up_of
  from jsonb_to_recordset($1::jsonb) as x(id uuid, number text, title text, summary text, channel text, impact int,
    likelihood int, expected_month text, expected_by text, lead_department_id uuid, lead_by text, confidential boolean,
    notes jsonb, risks jsonb, created_by uuid, districts text[], kind text, fields jsonb, follow_up_of uuid)
), r as (
  insert into issue_readers select * from jsonb_to_recordset($2::jsonb) as x(issue_id uuid, user_id uuid)
), s as (
  insert into signals (id, issue_id, created_by, channel, kind, title, outlet, placement, url, published_on, count, period_from,
    period_to, baseline, body, external_id, state, settled_at)
  select id, issue_id, created_by, channel, kind, title, outlet, placement, url, published_on, count, period_from, period_to,
    baseline, body, external_id, 'attached', (select app_now())
  from jsonb_to_recordset($3::jsonb) as x(id uuid, issue_id uuid, created_by uuid, channel text, kind text, title text,
    outlet text, placement text, url text, published_on date, count int, period_from date, period_to date, baseline numeric, body text,
    external_id text)
), a as (
  insert into alternatives (id, issue_id, place, horizon, text, effect, cost, side_effect, precedent, recommended)
  select * from jsonb_to_recordset($4::jsonb) as x(id uuid, issue_id uuid, place int, horizon text, text text,
    effect text, cost text, side_effect text, precedent text, recommended boolean)
)
insert into requests (id, issue_id, place, department_id, horizon, text, due_at, doc_no, related_body, requested_by)
select * from jsonb_to_recordset($5::jsonb) as x(id uuid, issue_id uuid, place int, department_id uuid, horizon text,
  text text, due_at timestamptz, doc_no text, related_body text, requested_by uuid)`;

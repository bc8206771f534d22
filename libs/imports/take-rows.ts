import { emit } from '#events/emit.js';
import { type EventName } from '#events/events.js';
import { importSubject } from '#events/subjects.js';
import { sqlState } from '#events/write.js';
import type { NewIssue } from '#issues/new-issue.js';
import { reportIssues } from '#issues/report-issues.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { Problem } from '#platform/problem.js';
import { receiveSignals, type Arrival } from '#signals/receive-signals.js';
import { cellError, checkRow, departmentName, type CellError, type Checked } from './check-row.js';
import { columnsOf } from './columns.js';
import { readRow, type RowFields } from './read-row.js';
import type { Staging } from './stage-rows.js';
import type { ImportKind, ImportState, RowResult } from './vocabulary.js';

/**
 * Rows that share a transaction. Registering issues holds the counter of their numbers, for which others wait: few at a time.
 */
const AT_ONCE: Record<ImportKind, number> = { signals: 500, issues: 100 };

interface Import {
  id: string;
  kind: ImportKind;
  dryRun: boolean;
  state: ImportState;
  headings: string[];
  total: number;
  takenTo: number;
  by: string;
}

interface Row {
  no: number;
  cells: string[];
  key: string;
  known: boolean;
}

interface Judged extends Row {
  fields: RowFields;
  checked: Checked;
}

interface Outcome {
  no: number;
  result: RowResult;
  errors: CellError[] | null;
  /** What the row has become. */
  target?: { key: string; id: string };
}

/** The next step of an import, as one part of the given transaction, under its lock: what reading its file gave, or some more rows. */
export async function takeStep(tx: Tx, id: string, staging: Staging | null): Promise<void> {
  const [found]: Import[] = await tx.query(IMPORT, [id]);
  if (found?.state === 'waiting') {
    if (!staging) throw new Error('The file is not read yet.');
    await noteStaging(tx, id, staging);
  }
  if (found?.state === 'running') await takeRows(tx, found);
}

async function noteStaging(tx: Tx, id: string, staging: Staging): Promise<void> {
  const failed = staging instanceof Problem;
  await tx.query(STAGED, [
    id,
    failed ? 'failed' : 'running',
    failed ? { code: staging.code, params: staging.params } : null,
    JSON.stringify(failed ? [] : staging.headings),
    failed ? null : staging.total,
  ]);
  await tx.query('delete from import_parts where import_id = $1', [id]);
  if (failed) await tx.query('delete from import_rows where import_id = $1', [id]);
  await emit(tx, importSubject(id), failed ? 'import.failed' : 'import.staged', { importId: id });
}

async function takeRows(tx: Tx, one: Import): Promise<void> {
  // Two files with the same rows, brought at the same time, are taken one after the other.
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`import:${one.kind}`]);
  const rows: Row[] = await tx.query(NEXT, [one.id, one.takenTo, AT_ONCE[one.kind], one.kind, one.by]);
  const columns = columnsOf(one.kind, one.headings);
  const departments = one.kind === 'issues' ? await departmentIds(tx) : new Map<string, string>();
  // Morning papers carry the date of the day after they are out.
  const [{ tomorrow }] = await tx.query('select (seoul_today() + 1)::text as tomorrow');
  const judged = await inTurns(rows, (row): Judged => {
    const fields = readRow(one.kind, columns, row.cells);
    return { ...row, fields, checked: checkRow(one.kind, fields, departments, tomorrow) };
  });
  const outcomes = await settle(tx, one, judged);
  await tx.query(NOTE, [one.id, JSON.stringify(outcomes)]);
  await tx.query(KEYS, [one.kind, one.by, JSON.stringify(outcomes.flatMap(({ target }) => target ?? []))]);
  const [{ ended }] = (
    await tx.query(PROGRESS, [one.id, rows.at(-1)?.no ?? one.takenTo, ...countOf(outcomes)])
  )[0];
  const name: EventName = !ended ? 'import.progressed' : one.dryRun ? 'import.checked' : 'import.finished';
  await emit(tx, importSubject(one.id), name, { importId: one.id });
}

async function departmentIds(tx: Tx): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query(
    `select department_now(id) as id, name from departments where department_now(id) is not null order by valid_from`,
  );
  return new Map(rows.map(({ id, name }) => [departmentName(name), id]));
}

const countOf = (outcomes: Outcome[]): number[] =>
  (['created', 'known', 'failed'] as const).map(
    (result) => outcomes.filter((outcome) => outcome.result === result).length,
  );

/** What becomes of each row. What is wrong fails, what came before is known, and all else is new. */
async function settle(tx: Tx, one: Import, rows: Judged[]): Promise<Outcome[]> {
  const seen = new Set<string>();
  const fresh = rows.filter(({ key, known, checked }) => {
    if (checked.errors || known || seen.has(key)) return false;
    return Boolean(seen.add(key));
  });
  const made = new Map<number, Outcome>();
  if (!one.dryRun) for (const outcome of await createAll(tx, one, fresh)) made.set(outcome.no, outcome);
  const isFresh = new Set(fresh);
  return rows.map((row) => {
    if (row.checked.errors) return { no: row.no, result: 'failed', errors: row.checked.errors };
    return made.get(row.no) ?? { no: row.no, result: isFresh.has(row) ? 'created' : 'known', errors: null };
  });
}

/** All together; where the database refuses something that no rule of ours foresaw, one by one, so that only that row fails. */
async function createAll(tx: Tx, one: Import, rows: Judged[]): Promise<Outcome[]> {
  if (!rows.length) return [];
  try {
    return await tx.transaction((inner) => create(inner, one, rows));
  } catch (error) {
    if (!/^2[23]/.test(sqlState(error) ?? '')) throw error;
    if (rows.length === 1)
      return [{ no: rows[0]!.no, result: 'failed', errors: [{ column: 'title', message: 'pattern' }] }];
    const outcomes: Outcome[] = [];
    for (const row of rows) outcomes.push(...(await createAll(tx, one, [row])));
    return outcomes;
  }
}

async function create(tx: Tx, { kind, by }: Import, rows: Judged[]): Promise<Outcome[]> {
  const results =
    kind === 'signals'
      ? await receiveSignals(
          tx,
          rows.map(({ checked }) => ({ by: { id: by }, signal: checked.body as Arrival['signal'] })),
        )
      : await reportIssues(
          tx,
          rows.map(({ checked }) => ({ by: { id: by }, issue: checked.body as NewIssue })),
        );
  return rows.map(({ no, key, fields }, i) => {
    const result = results[i]!;
    if (result instanceof Problem) {
      const errors = (result.more.errors ?? []).map((error) => cellError(error, fields));
      return { no, result: 'failed', errors };
    }
    const { id, created } = typeof result === 'string' ? { id: result, created: true } : result;
    return { no, result: created ? 'created' : 'known', errors: null, target: { key, id } };
  });
}

const IMPORT = `
select id, kind, dry_run as "dryRun", state, headings, total, taken_to as "takenTo", created_by as by
from imports where id = $1`;

const STAGED = `
update imports set state = $2, problem = $3, headings = $4, total = $5, version = version + 1,
  ended_at = case when $2 = 'failed' then app_now() end
where id = $1`;

// Known is what this person brought before, or somebody else if it is no secret; in a dry run also what stands further up.
const NEXT = `
select r.no, r.cells, r.key,
  exists (
    select 1 from import_keys k where k.kind = $4 and k.key = r.key and (k.created_by = $5 or not exists (
      select 1 from issues i where i.confidential
        and i.id = coalesce((select s.issue_id from signals s where s.id = k.target_id), k.target_id)))
  ) or exists (
    select 1 from import_rows above where above.import_id = r.import_id and above.key = r.key and above.no < r.no
      and above.result = 'created'
  ) or ($4 = 'signals' and exists (
    select 1 from signals s where s.created_by = $5 and r.key like 'id:%' and s.external_id = substr(r.key, 4)
  )) as known
from import_rows r where r.import_id = $1 and r.no > $2 order by r.no limit $3`;

const NOTE = `
update import_rows r set result = x.result, errors = x.errors,
  cells = case when x.result = 'failed' then r.cells end
from jsonb_to_recordset($2::jsonb) as x(no int, result text, errors jsonb)
where r.import_id = $1 and r.no = x.no`;

const KEYS = `
insert into import_keys (kind, created_by, key, target_id)
select $1, $2, key, id from jsonb_to_recordset($3::jsonb) as x(key text, id uuid)
on conflict do nothing`;

const PROGRESS = `
update imports set taken_to = $2, created = created + $3, known = known + $4, failed = failed + $5,
  done = done + $3 + $4 + $5, version = version + 1,
  state = case when done + $3 + $4 + $5 >= total then 'done' else state end,
  ended_at = case when done + $3 + $4 + $5 >= total then app_now() end
where id = $1 returning ended_at is not null as ended`;

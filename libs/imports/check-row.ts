import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { NewIssue } from '#issues/new-issue.js';
import { NewIssueBody } from '#issues/new-issue-body.js';
import { fieldErrors } from '#platform/field-errors.js';
import type { FieldError } from '#platform/problem.js';
import type { Arrival } from '#signals/receive-signals.js';
import { NewSignalBody } from '#signals/signal-body.js';
import type { RowFields } from './read-row.js';
import type { ImportColumn, ImportKind } from './vocabulary.js';

/** What is wrong with a cell, as a code that `inWords` knows. */
export interface CellError {
  column: ImportColumn;
  message: string;
}

export type Checked =
  | { body: Arrival['signal'] | NewIssue; errors: null }
  | { body: null; errors: [CellError, ...CellError[]] };

const BODIES = { signals: NewSignalBody, issues: NewIssueBody } as const;
const LONGEST_ID = 200;
/** Columns of issues that the API has no field of that name for, or another one. */
const OF_FILES = new Set<string>(['shortRequests', 'longRequests', 'externalId', 'leadDepartmentId']);

/** Judges a row by the rules of the API. `departments` gives their ids by name; nothing was published after `latest`. */
export function checkRow(
  kind: ImportKind,
  fields: RowFields,
  departments: ReadonlyMap<string, string>,
  latest: string,
): Checked {
  const lead = fields.leadDepartmentId;
  const leadDepartmentId = lead === undefined ? undefined : departments.get(departmentName(String(lead)));
  const sent = kind === 'signals' ? fields : issueOf(fields, leadDepartmentId);
  const body = plainToInstance<object, object>(BODIES[kind], sent);
  const wrong = fieldErrors(validateSync(body, { whitelist: true, forbidNonWhitelisted: true }));
  const errors = wrong.map((error) => cellError(error, fields));
  if (!errors.some(({ column }) => column === 'publishedOn') && String(fields.publishedOn ?? '') > latest)
    errors.push({ column: 'publishedOn', message: 'to_come' });
  if (lead !== undefined && !leadDepartmentId)
    errors.push({ column: 'leadDepartmentId', message: 'unknown' });
  if (kind === 'issues' && String(fields.externalId ?? '').length > LONGEST_ID)
    errors.push({ column: 'externalId', message: `long|${LONGEST_ID}` });
  return errors.length
    ? { body: null, errors: errors as [CellError] }
    : { body: body as NewIssue, errors: null };
}

export const departmentName = (name: string): string => name.replaceAll(/\s+/g, '');

const listOf = (value: RowFields[ImportColumn]): string[] => (Array.isArray(value) ? value : []);

function issueOf(fields: RowFields, leadDepartmentId: string | undefined): object {
  const requests = [
    ...listOf(fields.shortRequests).map((text) => ({ text, horizon: 'short' })),
    ...listOf(fields.longRequests).map((text) => ({ text, horizon: 'long' })),
  ];
  const said = Object.entries(fields).filter(([column]) => !OF_FILES.has(column));
  return {
    ...Object.fromEntries(said),
    ...(leadDepartmentId && { leadDepartmentId }),
    ...(requests.length && { requests }),
  };
}

/** The cell that a field of the body came from. */
export function cellError({ path, message }: FieldError, fields: RowFields): CellError {
  const [field = '', place] = path.split('.');
  const short = listOf(fields.shortRequests).length;
  const column = field !== 'requests' ? field : Number(place ?? 0) < short ? 'shortRequests' : 'longRequests';
  return { column: column as ImportColumn, message };
}

import { ISSUE_KINDS, type IssueKind, type IssueKindName, type KindField } from '#config/issue-kinds.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';

/** What is known of an issue beside its text, by the names of its kind's fields. */
export type KindFields = Readonly<Record<string, string | number>>;

export interface WrongField {
  path: string;
  message: string;
}

const LONGEST = 500;
const DAY = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** All that is wrong with the fields of a kind: unknown ones and such of the wrong type; `fields.NAME` each. */
export function wrongFields(
  kind: IssueKindName | null,
  fields: Readonly<Record<string, unknown>>,
): WrongField[] {
  const known = fieldsOf(kind);
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = known.find((one) => one.name === name);
    const message = field ? complaint(field, value) : 'whitelistValidation';
    return message ? [{ path: `fields.${name}`, message }] : [];
  });
}

/** All that is missing at a grade; nothing while there is no grade, and nothing of a 낮음. */
export function missingFields(
  kind: IssueKindName | null,
  fields: Readonly<Record<string, unknown>>,
  grade: Grade | null,
): WrongField[] {
  return fieldsOf(kind)
    .filter(({ name, requiredFrom }) => requiredFrom && reaches(grade, requiredFrom) && fields[name] == null)
    .map(({ name }) => ({ path: `fields.${name}`, message: 'required' }));
}

/** What was left empty is not kept. */
export const keptFields = (fields: Readonly<Record<string, unknown>>): KindFields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value != null && value !== ''),
  ) as KindFields;

/** The days among them, with what each is called. */
export const datesAmong = (
  kind: IssueKindName | null,
  fields: KindFields,
): { label: string; day: string }[] =>
  fieldsOf(kind).flatMap(({ name, label, type }) => {
    const day = fields[name];
    return type === 'date' && typeof day === 'string' ? [{ label: label.ko, day }] : [];
  });

const fieldsOf = (kind: IssueKindName | null): readonly KindField[] =>
  kind ? (ISSUE_KINDS[kind] as IssueKind).fields : [];

const reaches = (grade: Grade | null, from: Grade): boolean =>
  grade !== null && GRADES.indexOf(grade) <= GRADES.indexOf(from);

/** What is wrong with a value, as a code of `field-errors.ts`; empty is not wrong. */
function complaint(field: KindField, value: unknown): string | null {
  if (value === null || value === '') return null;
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return 'text';
      if (value.includes('\0') || !value.isWellFormed()) return 'sound';
      return Array.from(value).length > LONGEST ? `long|${LONGEST}` : null;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'number';
      return value < 0 || value > field.max ? `between|0|${field.max}` : null;
    case 'date':
      return typeof value === 'string' && exists(value) ? null : 'day';
    case 'choice': {
      const values = field.choices.map((one) => one.value);
      return values.includes(value as string) ? null : `one-of|${values.join(', ')}`;
    }
  }
}

function exists(day: string): boolean {
  if (!DAY.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

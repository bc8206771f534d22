import { ISSUE_KINDS, type IssueKind, type IssueKindName, type KindField } from '#config/issue-kinds.js';
import type { Label } from '#platform/labels.js';
import type { KindFields } from './kind-fields.js';

/** What each kind of issue is called. */
export const KIND_LABELS = Object.fromEntries(
  Object.entries(ISSUE_KINDS).map(([name, { label }]) => [name, label]),
) as Record<IssueKindName, Label>;

export const fieldsOfKind = (kind: string | null): readonly KindField[] =>
  kind && kind in ISSUE_KINDS ? (ISSUE_KINDS[kind as IssueKindName] as IssueKind).fields : [];

/** What is known of an issue beside its text, as people read it, in the order of its kind: `만료일: 2026-12-31`. */
export function fieldsInWords(
  kind: string | null,
  fields: KindFields,
  language: 'ko' | 'en',
): { name: string; label: string; value: string }[] {
  return fieldsOfKind(kind).flatMap((field) => {
    const value = fields[field.name];
    return value == null
      ? []
      : [{ name: field.name, label: field.label[language], value: inWords(field, value, language) }];
  });
}

function inWords(field: KindField, value: string | number, language: 'ko' | 'en'): string {
  if (field.type === 'choice')
    return field.choices.find((one) => one.value === value)?.label[language] ?? String(value);
  if (field.type !== 'number') return String(value);
  const figure = value.toLocaleString(language === 'ko' ? 'ko-KR' : 'en');
  return language === 'ko' ? `${figure}${field.unit.ko}` : `${figure} ${field.unit.en}`;
}

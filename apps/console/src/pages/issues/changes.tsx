import { defineText } from '../../text/i18n.js';
import { useFieldText, usePrinted } from './field-values.js';

const useChangeText = defineText('changes', {
  ko: { changed: '바뀐 내용', reason: '사유' },
  en: { changed: 'What changed', reason: 'Why' },
});

const FIELDS = [
  'title',
  'summary',
  'risks',
  'notes',
  'alternatives',
  'chosen',
  'expectedMonth',
  'impact',
  'likelihood',
  'leadDepartmentId',
  'departmentId',
  'districts',
  'signals',
  'warning',
  'policyVersion',
  'grade',
  'proposed',
  'targetGrade',
  'direction',
  'treatment',
  'mode',
  'agenda',
  'confidence',
  'placed',
  'dueAt',
  'level',
  'reviewDueOn',
] as const;
const REASONS = ['reason', 'dismissalReason', 'placedReason', 'lesson', 'note'];

/** Old → new of everything that an act changed, as the record has it, and why. */
export function Changes({ of }: { of: object | null }) {
  const t = useChangeText();
  const nameOf = useFieldText();
  const print = usePrinted();
  const changes = (of ?? {}) as Record<string, [unknown, unknown]>;
  const reason = REASONS.map((name) => changes[name]?.[1]).find((one) => typeof one === 'string' && one);
  const shown = FIELDS.filter((field) => Array.isArray(changes[field]));
  return (
    <>
      {reason !== undefined && (
        <span className="small prewrap">
          {t('reason')}: {reason as string}
        </span>
      )}
      {shown.length > 0 && (
        <details className="small">
          <summary>{t('changed')}</summary>
          <ul>
            {shown.map((field) => (
              <li key={field}>
                {nameOf(field)}: {print(field, changes[field]![0])} → {print(field, changes[field]![1])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

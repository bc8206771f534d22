import { Link } from 'react-router';
import type { KindFields } from '#issues/rules/kind-fields.js';
import { fieldsInWords, KIND_LABELS } from '#issues/rules/kind-words.js';
import type { Issue } from '../../api/types.js';
import { useDepartments } from '../../api/queries.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { GradeBadge, RestrictedMark, StandingBadge } from '../../ui/badge.js';
import type { Column } from '../../ui/table.js';
import { hasLate } from './overdue.js';
import { useIssueText } from './text.js';

/** Columns that the list and its export have, in their order. */
export const COLUMNS = [
  'number',
  'title',
  'grade',
  'stage',
  'leadDepartment',
  'expectedMonth',
  'dueAt',
  'channel',
  'direction',
  'score',
  'impact',
  'likelihood',
  'createdAt',
  'updatedAt',
  'closedAt',
  'outcome',
  'districts',
  'kind',
  'fields',
  'summary',
] as const;
export type ColumnId = (typeof COLUMNS)[number];
export const FIRST_COLUMNS: ColumnId[] = [
  'number',
  'title',
  'grade',
  'stage',
  'leadDepartment',
  'expectedMonth',
  'dueAt',
];

export function useIssueColumns(shown: readonly ColumnId[]): Column<Issue>[] {
  const t = useIssueText();
  const words = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { nameOf } = useDepartments();
  const day = (value: string | null) => value && format.day(value);
  const all: Record<ColumnId, Omit<Column<Issue>, 'id' | 'label'>> = {
    number: { cell: ({ number }) => number, numeric: true, sorts: ['-number', 'number'] },
    title: {
      cell: (issue) => <TitleCell issue={issue} />,
      heads: true,
      wide: true,
      sorts: ['title', '-title'],
    },
    grade: { cell: ({ grade }) => <GradeBadge grade={grade} />, sorts: ['-grade', 'grade'] },
    stage: { cell: (issue) => <StandingBadge issue={issue} /> },
    leadDepartment: {
      cell: ({ leadDepartmentId }) => <span className="unbroken">{nameOf(leadDepartmentId)}</span>,
    },
    expectedMonth: {
      cell: ({ expectedMonth }) => expectedMonth && format.month(expectedMonth),
      numeric: true,
      sorts: ['expectedMonth', '-expectedMonth'],
    },
    dueAt: { cell: (issue) => <DueCell issue={issue} />, numeric: true, sorts: ['dueAt', '-dueAt'] },
    channel: { cell: ({ channel }) => words.channel[channel] },
    direction: { cell: ({ direction }) => direction && words.direction[direction] },
    score: { cell: ({ score }) => score, numeric: true, sorts: ['-score', 'score'] },
    impact: { cell: ({ impact }) => impact, numeric: true },
    likelihood: { cell: ({ likelihood }) => likelihood, numeric: true },
    createdAt: { cell: ({ createdAt }) => day(createdAt), numeric: true, sorts: ['-createdAt', 'createdAt'] },
    updatedAt: { cell: ({ updatedAt }) => day(updatedAt), numeric: true, sorts: ['-updatedAt', 'updatedAt'] },
    closedAt: { cell: ({ closedAt }) => day(closedAt), numeric: true },
    outcome: { cell: ({ outcome }) => outcome && words.outcome[outcome] },
    districts: { cell: ({ districts }) => districts.join(', ') },
    kind: { cell: ({ kind }) => kind && KIND_LABELS[kind][language] },
    fields: {
      cell: ({ kind, fields }) =>
        fieldsInWords(kind, fields as KindFields, language)
          .map(({ label, value }) => `${label}: ${value}`)
          .join('; '),
      wide: true,
    },
    summary: { cell: ({ summary }) => <span className="small">{summary.slice(0, 160)}</span>, wide: true },
  };
  return COLUMNS.filter((id) => shown.includes(id)).map((id) => ({ id, label: t(id), ...all[id] }));
}

function TitleCell({ issue }: { issue: Issue }) {
  const t = useIssueText();
  return (
    <span className="row">
      <Link to={`/issues/${issue.id}`} className="row-link">
        {issue.title}
      </Link>
      {issue.confidential && <RestrictedMark label={t('restricted')} />}
    </span>
  );
}

function DueCell({ issue }: { issue: Issue }) {
  const format = useFormat();
  const t = useIssueText();
  if (!issue.dueAt) return null;
  return (
    <>
      {format.day(issue.dueAt)}
      {hasLate(issue) && <span className="late">{t('overdue')}</span>}
    </>
  );
}

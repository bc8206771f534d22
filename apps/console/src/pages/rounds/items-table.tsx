import { Link } from 'react-router';
import { useMay } from '../../api/queries.js';
import type { Round } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { LinkButton } from '../../ui/button.js';
import { Table, type Column } from '../../ui/table.js';
import { useRoundText } from './text.js';

export type Item = Round['departments'][number]['answers'][number]['items'][number];
type Row = Item & { department: string };

/** What stands in the newest answer of each department. */
export const itemsOf = ({ departments }: Round): Row[] =>
  departments.flatMap(({ name, answers }) =>
    (answers[0]?.items ?? []).map((item) => ({ ...item, department: name })),
  );

/** What departments expect, each with the way to make it an issue. */
export function ItemsTable({ items }: { items: Row[] }) {
  const t = useRoundText();
  const when = useWhen();
  const columns: Column<Row>[] = [
    {
      id: 'issue',
      label: t('issue'),
      heads: true,
      wide: true,
      cell: ({ title, text, alternative }) => (
        <div className="stack-tight">
          <strong>{title}</strong>
          <span className="round-text">{text}</span>
          {alternative && (
            <span className="round-text small subtle">
              {t('alternative')}: {alternative}
            </span>
          )}
        </div>
      ),
    },
    { id: 'department', label: t('department'), cell: ({ department }) => department },
    { id: 'when', label: t('when'), cell: (item) => when(item) },
    { id: 'follow', label: t('follow'), cell: (item) => <FollowUp item={item} /> },
  ];
  return (
    <Table caption={t('reportedIssues')} columns={columns} rows={items} keyOf={({ signalId }) => signalId} />
  );
}

export function useWhen(): (item: Pick<Item, 'expectedMonth' | 'expectedOn'>) => string {
  const format = useFormat();
  return ({ expectedMonth, expectedOn }) =>
    expectedOn ? format.day(expectedOn) : format.month(expectedMonth);
}

const FREE: Item['state'][] = ['new', 'clustered', 'observed'];

function FollowUp({ item: { signalId, state, issueId, issueNumber } }: { item: Item }) {
  const t = useRoundText();
  const words = useWords();
  const may = useMay();
  if (issueId) return <Link to={`/issues/${issueId}`}>{issueNumber}</Link>;
  if (FREE.includes(state) && may('POST /issues'))
    return (
      <LinkButton small icon="plus" href={`/issues/new?signal=${signalId}`}>
        {t('promote')}
      </LinkButton>
    );
  return <span>{words.signal[state]}</span>;
}

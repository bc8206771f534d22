import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { ChangeReport } from '../../api/types.js';
import { dayFromNow, useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { useExport } from '../../ui/export.js';
import { TextField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { ISSUE_CHANGES, ISSUE_CHANGE_LABELS, type IssueChange } from '#reports/vocabulary.js';
import { useChangesText } from './changes-text.js';

type Item = ChangeReport['items'][number];

/** What was a month ago, against today, where the address names no days. */
const USUAL_DAYS = 30;

/** 기간별 변동: what became of the issues between two dates. */
export default function Changes() {
  const t = useChangesText();
  const language = useLanguage();
  const { get, set } = useAddress();
  const exported = useExport();
  const from = get('from') || dayFromNow(-USUAL_DAYS);
  const to = get('to') || dayFromNow(0);
  const span = `from=${from}&to=${to}`;
  const report = useRead<ChangeReport>(`/reports/changes?${span}`, { keep: true });
  const save = (format: 'csv' | 'xlsx') => (
    <Button
      key={format}
      icon="download"
      onPress={() => exported.save(`/reports/changes/export?${span}&format=${format}&lang=${language}`)}
    >
      {t('download', { format: format.toUpperCase() })}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      trail={[{ to: '/reports', label: t('reports') }]}
      actions={[save('xlsx'), save('csv')]}
    >
      <Panel title={t('span')}>
        <div className="form-row">
          {(['from', 'to'] as const).map((name) => (
            <TextField
              key={name}
              label={t(name)}
              type="date"
              value={name === 'from' ? from : to}
              onChange={(day) => set({ [name]: day }, { replace: true })}
              {...(name === 'to' && { min: from })}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('changes')}>
        <Loaded of={report}>{(data) => <Found report={data} />}</Loaded>
      </Panel>
      {exported.asking}
    </Page>
  );
}

function Found({ report: { counts, items } }: { report: ChangeReport }) {
  const t = useChangesText();
  const columns = useColumns();
  const language = useLanguage();
  if (items.length === 0) return <Empty title={t('none')}>{t('noneWhy')}</Empty>;
  const told = ISSUE_CHANGES.map((kind) => `${ISSUE_CHANGE_LABELS[kind][language]} ${String(counts[kind])}`);
  return (
    <div className="stack">
      <p>{told.join(' · ')}</p>
      <Table caption={t('changes')} columns={columns} rows={items} keyOf={({ issueId }) => issueId} />
    </div>
  );
}

function useColumns(): Column<Item>[] {
  const t = useChangesText();
  const words = useWords();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      id: 'change',
      label: t('change'),
      cell: ({ changes }) => (
        <span className="row">
          {(changes as IssueChange[]).map((kind) => (
            <Badge key={kind} tone="neutral">
              {ISSUE_CHANGE_LABELS[kind][language]}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'issue',
      label: t('issue'),
      heads: true,
      wide: true,
      cell: ({ issueId, number, title }) => (
        <span>
          <Link to={`/issues/${issueId}`}>{title}</Link>{' '}
          <span className="small subtle unbroken">{number}</span>
        </span>
      ),
    },
    { id: 'before', label: t('before'), cell: ({ gradeFrom }) => <GradeBadge grade={gradeFrom} /> },
    { id: 'after', label: t('after'), cell: ({ gradeTo }) => <GradeBadge grade={gradeTo} /> },
    { id: 'lead', label: t('lead.department'), cell: ({ leadDepartment }) => leadDepartment ?? '–' },
    {
      id: 'month',
      label: t('month'),
      cell: ({ expectedMonth }) => (expectedMonth ? format.month(expectedMonth) : '–'),
    },
    { id: 'outcome', label: t('outcome'), cell: ({ outcome }) => (outcome ? words.outcome[outcome] : '–') },
  ];
}

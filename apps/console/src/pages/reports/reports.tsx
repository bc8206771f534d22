import { useState } from 'react';
import { Link } from 'react-router';
import { useMay, useRead } from '../../api/queries.js';
import type { Page as ApiPage, Report } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { EDITION_TONES, newestOf, useEditionName, type Edition } from './editions.js';
import { Files } from './files.js';
import { Instant } from '../../ui/instant.js';
import { useReportText } from './text.js';
import { WriteDialog } from './write-dialog.js';
import './reports.css';

export default function Reports() {
  const t = useReportText();
  const may = useMay();
  const { get } = useAddress();
  const [writing, setWriting] = useState(false);
  const cursor = get('cursor');
  const list = useRead<ApiPage<Report>>(
    `/reports?limit=24${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    { keep: true },
  );
  const columns = useReportColumns();
  const changes = may('GET /reports/changes') && (
    <LinkButton href="/reports/changes">{t('changes')}</LinkButton>
  );
  const council = may('GET /reports/council') && (
    <LinkButton href="/reports/council">{t('council')}</LinkButton>
  );
  const write = may('POST /reports') && (
    <Button kind="primary" icon="edit" onPress={() => setWriting(true)}>
      {t('write')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={[council, changes, write]}>
      <Panel title={t('list')}>
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table caption={t('caption')} columns={columns} rows={items} keyOf={({ month }) => month} />
              ) : (
                <Empty title={t('none')} action={write}>
                  {t('noneWhy')}
                </Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
      {writing && <WriteDialog reports={list.data?.items ?? []} onClose={() => setWriting(false)} />}
    </Page>
  );
}

const time = (name: 'compiledAt' | 'issuedAt' | 'sentAt') => (report: Report) => (
  <Instant at={newestOf(report)?.[name]} />
);

function useReportColumns(): Column<Report>[] {
  const t = useReportText();
  const words = useWords();
  const format = useFormat();
  const nameOf = useEditionName();
  const none = <span className="subtle">–</span>;
  const ofNewest = (cell: (newest: Edition) => React.ReactNode) => (report: Report) => {
    const newest = newestOf(report);
    return newest ? cell(newest) : none;
  };
  return [
    {
      id: 'month',
      label: t('month'),
      heads: true,
      cell: ({ month }) => (
        <Link className="unbroken" to={`/reports/${month}`}>
          {format.month(month)}
        </Link>
      ),
    },
    {
      id: 'state',
      label: t('state'),
      cell: (report) => {
        const newest = newestOf(report);
        return (
          <Badge tone={newest ? EDITION_TONES[newest.state] : 'info'}>
            {newest ? words.edition[newest.state] : t('compiling')}
          </Badge>
        );
      },
    },
    { id: 'edition', label: t('edition'), cell: ofNewest((newest) => nameOf(newest)) },
    { id: 'compiledAt', label: t('compiledAt'), cell: time('compiledAt') },
    { id: 'issuedAt', label: t('issuedAt'), cell: time('issuedAt') },
    { id: 'sentAt', label: t('sentAt'), cell: time('sentAt') },
    {
      id: 'file',
      label: t('file'),
      cell: (report) => {
        const newest = newestOf(report);
        return newest ? <Files month={report.month} edition={newest} /> : none;
      },
    },
  ];
}

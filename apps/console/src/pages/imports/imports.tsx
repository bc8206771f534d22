import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { Import, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { NewImport } from './new-import.js';
import { ImportBadge } from './progress.js';
import { useImportText } from './text.js';
import './imports.css';

export default function Imports() {
  const t = useImportText();
  const { get } = useAddress();
  const cursor = get('cursor');
  const list = useRead<ApiPage<Import>>(
    `/imports?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    { keep: true },
  );
  const columns = useImportColumns();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <NewImport />
      <Panel title={t('history')}>
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table caption={t('caption')} columns={columns} rows={items} keyOf={({ id }) => id} />
              ) : (
                <Empty title={t('none')}>{t('noneWhy')}</Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function useImportColumns(): Column<Import>[] {
  const t = useImportText();
  const format = useFormat();
  const counted = (id: 'created' | 'known' | 'failed'): Column<Import> => ({
    id,
    label: t(id),
    numeric: true,
    cell: (one) => format.count(one[id]),
  });
  return [
    {
      id: 'file',
      label: t('file'),
      heads: true,
      wide: true,
      cell: ({ id, fileName }) => <Link to={`/imports/${id}`}>{fileName}</Link>,
    },
    { id: 'what', label: t('what'), cell: ({ kind }) => t(`kind.${kind}`) },
    { id: 'state', label: t('state'), cell: (one) => <ImportBadge of={one} /> },
    counted('created'),
    counted('known'),
    counted('failed'),
    { id: 'by', label: t('by'), cell: ({ createdByName }) => createdByName },
    { id: 'at', label: t('at'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
  ];
}

import { useRead } from '../../api/queries.js';
import type { ImportDetail, Page as ApiPage, RowErrors } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useAddress } from '../../ui/address.js';
import { Button } from '../../ui/button.js';
import { useDownload } from '../../ui/download.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Loaded } from '../../ui/waiting.js';
import { useImportText } from './text.js';

interface Wrong {
  row: number;
  column: string;
  message: string;
}

/** What is wrong, by row and column as the file has them, and the way to mend it. */
export function ImportErrors({ one }: { one: ImportDetail }) {
  const t = useImportText();
  const format = useFormat();
  const language = useLanguage();
  const { get } = useAddress();
  const download = useDownload();
  const cursor = get('cursor');
  const list = useRead<ApiPage<RowErrors>>(
    `/imports/${one.id}/errors?limit=25${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    { keep: true },
  );
  const columns: Column<Wrong>[] = [
    { id: 'row', label: t('row'), heads: true, numeric: true, cell: ({ row }) => format.count(row) },
    { id: 'column', label: t('column'), cell: ({ column }) => column },
    { id: 'wrong', label: t('wrong'), wide: true, cell: ({ message }) => message },
  ];
  return (
    <Panel
      title={t('errors')}
      aside={format.count(one.failed)}
      actions={(['xlsx', 'csv'] as const).map((to) => (
        <Button
          key={to}
          small
          icon="download"
          onPress={() => download(`/imports/${one.id}/failed-rows?format=${to}&lang=${language}`)}
        >
          {t(`failed.${to}`)}
        </Button>
      ))}
    >
      <p className="small subtle">{t('errorsWhy')}</p>
      <Loaded of={list}>
        {({ items, nextCursor }) => (
          <>
            <Table
              caption={t('errorsCaption')}
              columns={columns}
              rows={items.flatMap(({ row, errors }) => errors.map((error) => ({ row, ...error })))}
              keyOf={({ row, column }) => `${row} ${column}`}
            />
            <Pager nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

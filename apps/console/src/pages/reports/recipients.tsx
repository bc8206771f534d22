import { useMay, useRead } from '../../api/queries.js';
import type { Recipients as RecipientList, Report } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Instant } from '../../ui/instant.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { isOpen, useEditionName, type Edition } from './editions.js';
import { useResend } from './report-writes.js';
import { useReportText } from './text.js';

type Recipient = RecipientList['items'][number];

/** Of the edition shown, or the newest one that is issued: to whom it went, and who has opened it. For the office only. */
export function Recipients({ report }: { report: Report }) {
  const may = useMay();
  const { get } = useAddress();
  const issued = report.editions.filter((edition) => !isOpen(edition));
  const shown = issued.find(({ number }) => String(number) === get('edition')) ?? issued.at(-1);
  if (!shown || !may('GET /reports/:month/editions/:number/recipients')) return null;
  return <OfEdition month={report.month} edition={shown} />;
}

function OfEdition({ month, edition }: { month: string; edition: Edition }) {
  const t = useReportText();
  const nameOf = useEditionName();
  const list = useRead<RecipientList>(`/reports/${month}/editions/${edition.number}/recipients`);
  const resend = useResend(month, edition.number);
  const may = useMay();
  const columns = useColumns(
    edition.state === 'sent' && may('POST /reports/:month/editions/:number/resending') ? resend : null,
  );
  return (
    <Panel title={t('recipients')} aside={nameOf(edition)}>
      {resend.error && <Notice tone="danger">{resend.error.message}</Notice>}
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <div className="stack">
              <p className="subtle">
                {t('readOf', { of: items.length, read: items.filter(({ readAt }) => readAt).length })}
              </p>
              <Table caption={t('recipientsCaption')} columns={columns} rows={items} keyOf={({ id }) => id} />
            </div>
          ) : (
            <Empty title={t('noRecipients')}>{t('noRecipientsWhy')}</Empty>
          )
        }
      </Loaded>
    </Panel>
  );
}

function useColumns(resend: ReturnType<typeof useResend> | null): Column<Recipient>[] {
  const t = useReportText();
  const words = useWords();
  return [
    { id: 'name', label: t('name'), heads: true, cell: ({ name }) => name },
    { id: 'position', label: t('position'), cell: ({ position }) => words.position[position] },
    {
      id: 'toldAt',
      label: t('toldAt'),
      cell: ({ toldAt }) =>
        toldAt ? <Instant at={toldAt} /> : <span className="subtle">{t('notTold')}</span>,
    },
    { id: 'mail', label: t('mail'), cell: ({ mail }) => (mail ? words.delivery[mail] : '–') },
    {
      id: 'readAt',
      label: t('readAt'),
      cell: ({ readAt }) => (readAt ? <Instant at={readAt} /> : <Badge tone="neutral">{t('notRead')}</Badge>),
    },
    ...(resend
      ? [
          {
            id: 'act',
            label: t('act'),
            cell: (recipient: Recipient) => (
              <Button
                small
                isPending={resend.isPending && resend.variables.id === recipient.id}
                aria-label={t('resendTo', { name: recipient.name })}
                onPress={() => resend.mutate(recipient)}
              >
                {t('resend')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

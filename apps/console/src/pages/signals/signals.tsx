import { useState } from 'react';
import { useMay, useRead } from '../../api/queries.js';
import type { Cluster, Page as ApiPage } from '../../api/types.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Changes } from '../../ui/changes.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { AskDialog } from './ask-dialog.js';
import { useSignalColumns } from './columns.js';
import { SignalFilters, useSignalFilters } from './filters.js';
import type { Ask } from './row-actions.js';
import { ScrapDesk, useScrap } from './scrap-desk.js';
import { useRowKeys } from './row-keys.js';
import { useSignalText } from './text.js';
import './signals.css';

const SHOWN = 25;
/** Signals are brought together within a moment of being saved. */
const GATHERED_MS = [700, 2500];

const ABOUT_SIGNALS = /^signal\./;

export default function Signals() {
  const t = useSignalText();
  const may = useMay();
  const { filters, cursor, isFirst } = useSignalFilters();
  const [asked, setAsked] = useState<{ what: Parameters<Ask>[0]; cluster: Cluster } | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpen(
      (before) =>
        new Set([...before].includes(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const ask: Ask = (what, cluster) => setAsked({ what, cluster });
  const columns = useSignalColumns(ask, { isOpen: (id) => open.has(id), toggle });
  const query = new URLSearchParams({ limit: String(SHOWN), lone: 'true' });
  for (const [name, value] of Object.entries({ ...filters, cursor })) if (value) query.set(name, value);
  const list = useRead<ApiPage<Cluster>>(`/clusters?${query}`, { still: true });
  const works = may('POST /clusters/:id/dismissal');
  const current = useRowKeys(works ? (list.data?.items ?? []) : [], { ask, toggle });
  const scrap = useScrap(works);
  const saved = () => {
    for (const ms of GATHERED_MS) setTimeout(() => void list.refetch(), ms);
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {works && (
            <Button icon="plus" onPress={() => scrap.begin()}>
              {t('scrap')}
            </Button>
          )}
          <NewSignal />
        </>
      }
    >
      {scrap.isOpen ? (
        <ScrapDesk scrap={scrap} onSaved={saved} />
      ) : (
        <Panel
          title={t('list')}
          actions={may('GET /clusters/export') && <ExportMenu path="/clusters/export" query={query} />}
        >
          <SignalFilters />
          {works && <p className="small subtle no-print">{t('keys')}</p>}
          <Changes about={ABOUT_SIGNALS} readAt={list.dataUpdatedAt} onShow={() => list.refetch()} />
          <Loaded of={list}>
            {({ items, nextCursor }) => (
              <>
                {items.length ? (
                  <Table
                    caption={t('caption')}
                    columns={columns}
                    rows={items}
                    keyOf={({ id }) => id}
                    current={current}
                  />
                ) : (
                  <Nothing isFirst={isFirst} />
                )}
                <Pager nextCursor={nextCursor} />
              </>
            )}
          </Loaded>
        </Panel>
      )}
      {asked && <AskDialog {...asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function NewSignal() {
  const t = useSignalText();
  const may = useMay();
  return (
    may('POST /signals') && (
      <LinkButton kind="primary" icon="plus" href="/signals/new">
        {t('new')}
      </LinkButton>
    )
  );
}

function Nothing({ isFirst }: { isFirst: boolean }) {
  const t = useSignalText();
  return isFirst ? (
    <Empty title={t('none')} action={<NewSignal />}>
      {t('noneWhy')}
    </Empty>
  ) : (
    <Empty title={t('noFit')}>{t('noFitWhy')}</Empty>
  );
}

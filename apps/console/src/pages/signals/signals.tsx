import { useState } from 'react';
import { useMay, useRead } from '../../api/queries.js';
import type { Page as ApiPage, Signal } from '../../api/types.js';
import { LinkButton } from '../../ui/button.js';
import { Changes } from '../../ui/changes.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { AttachDialog } from './attach-dialog.js';
import { useSignalColumns } from './columns.js';
import { SignalFilters, useSignalFilters } from './filters.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import type { Ask } from './row-actions.js';
import { useDismiss } from './signal-writes.js';
import { useSignalText } from './text.js';
import './signals.css';

const SHOWN = 25;

const ABOUT_SIGNALS = /^signal\./;

export default function Signals() {
  const t = useSignalText();
  const may = useMay();
  const { filters, cursor, isFirst } = useSignalFilters();
  const [asked, setAsked] = useState<{ what: Parameters<Ask>[0]; signal: Signal } | null>(null);
  const columns = useSignalColumns(
    (what, signal) => setAsked({ what, signal }),
    may('POST /signals/:id/dismissal'),
  );
  const query = new URLSearchParams({ limit: String(SHOWN) });
  for (const [name, value] of Object.entries({ ...filters, cursor })) if (value) query.set(name, value);
  const list = useRead<ApiPage<Signal>>(`/signals?${query}`, { still: true });
  const close = () => setAsked(null);
  return (
    <Page title={t('title')} lead={t('lead')} actions={<NewSignal />}>
      <Panel title={t('list')}>
        <SignalFilters />
        <Changes about={ABOUT_SIGNALS} readAt={list.dataUpdatedAt} onShow={() => list.refetch()} />
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table caption={t('caption')} columns={columns} rows={items} keyOf={({ id }) => id} />
              ) : (
                <Nothing isFirst={isFirst} />
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
      {asked?.what === 'attach' && <AttachDialog signal={asked.signal} onClose={close} />}
      {asked?.what === 'dismiss' && <DismissDialog signal={asked.signal} onClose={close} />}
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

const USUAL = ['reason.known', 'reason.same', 'reason.outside', 'reason.light'] as const;

function DismissDialog({ signal, onClose }: { signal: Signal; onClose: () => void }) {
  const t = useSignalText();
  const dismiss = useDismiss();
  return (
    <ReasonDialog
      title={t('dismiss')}
      label={t('reason')}
      usual={USUAL.map((key) => t(key))}
      action={t('dismissDo')}
      onClose={onClose}
      onGive={async (reason) => {
        await dismiss.mutateAsync({ signal, reason });
      }}
    >
      <p className="attach-subject">{signal.title}</p>
      <p className="small subtle">{t('dismissLead')}</p>
    </ReasonDialog>
  );
}

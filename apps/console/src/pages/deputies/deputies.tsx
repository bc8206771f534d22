import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMe, useRead, useWrite } from '../../api/queries.js';
import type { Deputy, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { ActsDialog } from './acts.js';
import { AppointDialog } from './appoint.js';
import { useDeputyText } from './text.js';

type Open = { what: 'add' } | { what: 'end' | 'acts'; deputy: Deputy } | null;

/** 대결·직무대리: who stands for whom, when. */
export default function Deputies() {
  const t = useDeputyText();
  const { get } = useAddress();
  const cursor = get('cursor');
  const [open, setOpen] = useState<Open>(null);
  const current = useRead<ApiPage<Deputy>>('/deputies?current=true&limit=200&sort=from');
  const query = new URLSearchParams({ current: 'false', limit: '20', ...(cursor && { cursor }) });
  const past = useRead<ApiPage<Deputy>>(`/deputies?${query}`, { keep: true });
  const columns = useColumns(setOpen);
  const close = () => setOpen(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button kind="primary" icon="plus" onPress={() => setOpen({ what: 'add' })}>
          {t('add')}
        </Button>
      }
    >
      <Panel title={t('current')}>
        <Loaded of={current}>
          {({ items }) =>
            items.length ? (
              <Table caption={t('current')} columns={columns} rows={items} keyOf={({ id }) => id} />
            ) : (
              <Empty title={t('none')}>{t('noneWhy')}</Empty>
            )
          }
        </Loaded>
      </Panel>
      {past.data && past.data.items.length > 0 && (
        <Panel title={t('past')}>
          <Table caption={t('past')} columns={columns} rows={past.data.items} keyOf={({ id }) => id} />
          <Pager nextCursor={past.data.nextCursor} />
        </Panel>
      )}
      {open?.what === 'add' && <AppointDialog onClose={close} />}
      {open?.what === 'end' && <End deputy={open.deputy} onClose={close} />}
      {open?.what === 'acts' && <ActsDialog deputy={open.deputy} onClose={close} />}
    </Page>
  );
}

function End({ deputy, onClose }: { deputy: Deputy; onClose: () => void }) {
  const t = useDeputyText();
  const end = useWrite(() => call<Deputy>('DELETE', `/deputies/${deputy.id}`, { ifMatch: deputy.version }), {
    touches: ['/deputies', '/me'],
  });
  return (
    <Confirm
      title={t('endTitle')}
      action={t('end')}
      isOpen
      onClose={onClose}
      onConfirm={async () => {
        await end.mutateAsync(undefined);
        toast(t('endedToast'));
      }}
    >
      <p>{t('endLead', { deputy: deputy.deputy.name, absent: deputy.absent.name })}</p>
    </Confirm>
  );
}

const TONES: Record<Deputy['state'], Tone> = { coming: 'neutral', standing: 'success', ended: 'neutral' };

function useColumns(onOpen: (open: Open) => void): Column<Deputy>[] {
  const t = useDeputyText();
  const words = useWords();
  const format = useFormat();
  const me = useMe();
  const person = ({ name, position }: Deputy['absent']) => (
    <div className="stack-tight">
      <span>{name}</span>
      <span className="small subtle">{words.position[position]}</span>
    </div>
  );
  return [
    {
      id: 'absent',
      label: t('absent'),
      heads: true,
      cell: ({ absent, departmentName }) => (
        <div className="stack-tight">
          {person(absent)}
          {departmentName && <span className="small subtle">{departmentName}</span>}
        </div>
      ),
    },
    { id: 'deputy', label: t('deputy'), cell: ({ deputy }) => person(deputy) },
    { id: 'kind', label: t('kind'), cell: ({ kind }) => words.deputy[kind] },
    {
      id: 'period',
      label: t('period'),
      wide: true,
      cell: ({ from, to, note, createdByName }) => (
        <div className="stack-tight">
          <span>
            <span className="number">{format.day(from)}</span> ~{' '}
            <span className="number">{format.day(to)}</span>
          </span>
          <span className="small subtle">
            {[note, t('by', { name: createdByName })].filter(Boolean).join(' · ')}
          </span>
        </div>
      ),
    },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(state)}</Badge>,
    },
    {
      id: 'todo',
      label: t('todo'),
      cell: (deputy) => (
        <div className="row">
          {deputy.state !== 'coming' && (
            <Button small onPress={() => onOpen({ what: 'acts', deputy })}>
              {t('acts')}
            </Button>
          )}
          {deputy.state !== 'ended' &&
            (deputy.absentId === me.id || me.role === 'admin' || me.role === 'officer') && (
              <Button small onPress={() => onOpen({ what: 'end', deputy })}>
                {t('end')}
              </Button>
            )}
        </div>
      ),
    },
  ];
}

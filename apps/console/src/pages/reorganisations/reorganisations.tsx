import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Page as PageOf, Reorganisation } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { useReorganisationText } from './text.js';

/** 조직개편: what is to become of departments, and what has. */
export default function Reorganisations() {
  const t = useReorganisationText();
  const may = useMay();
  const all = useRead<PageOf<Reorganisation>>('/reorganisations');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('POST /reorganisations') && (
          <LinkButton kind="primary" icon="plus" href="/reorganisations/new">
            {t('add')}
          </LinkButton>
        )
      }
    >
      <Loaded of={all}>{({ items }) => <Lists items={items} />}</Loaded>
    </Page>
  );
}

function Lists({ items }: { items: Reorganisation[] }) {
  const t = useReorganisationText();
  const [undoing, setUndoing] = useState<Reorganisation | null>(null);
  const columns = useColumns(setUndoing);
  const coming = items.filter(({ state }) => state === 'planned' || state === 'blocked');
  const past = items.filter((one) => !coming.includes(one));
  return (
    <>
      <Panel title={t('planned')}>
        {coming.length ? (
          <Table caption={t('planned')} columns={columns} rows={coming} keyOf={({ id }) => id} />
        ) : (
          <Empty title={t('none')}>{t('noneWhy')}</Empty>
        )}
      </Panel>
      {past.length > 0 && (
        <Panel title={t('past')}>
          <Table
            caption={t('past')}
            columns={columns.filter(({ id }) => id !== 'todo')}
            rows={past}
            keyOf={({ id }) => id}
          />
        </Panel>
      )}
      {undoing && <Undo one={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

/** 안전총괄실 → 재난안전실 */
const contentOf = ({ from, targets }: Reorganisation): string =>
  [from, targets].flatMap((part) => (part.length ? part.map(({ name }) => name).join('·') : [])).join(' → ');

const TONES: Record<Reorganisation['state'], Tone> = {
  planned: 'info',
  blocked: 'danger',
  'in-effect': 'success',
  undone: 'neutral',
};

function useColumns(onUndo: (one: Reorganisation) => void): Column<Reorganisation>[] {
  const t = useReorganisationText();
  const format = useFormat();
  const words = useWords();
  const may = useMay();
  return [
    {
      id: 'on',
      label: t('effectiveOn'),
      cell: ({ effectiveOn }) => <span className="number">{format.day(effectiveOn)}</span>,
    },
    { id: 'kind', label: t('kind'), cell: ({ kind }) => words.reorganisation[kind] },
    {
      id: 'content',
      label: t('content'),
      heads: true,
      wide: true,
      cell: (one) => (
        <div className="stack-tight">
          <span>{contentOf(one)}</span>
          <span className="small subtle">{one.reason}</span>
        </div>
      ),
    },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state }) => (
        <div className="stack-tight">
          <span>
            <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          </span>
          {state === 'blocked' && <span className="small">{t('blockedWhy')}</span>}
        </div>
      ),
    },
    { id: 'by', label: t('by'), cell: ({ plannedBy }) => plannedBy },
    ...(may('DELETE /reorganisations/:id')
      ? [
          {
            id: 'todo',
            label: t('todo'),
            cell: (one: Reorganisation) => (
              <Button small onPress={() => onUndo(one)}>
                {t('undo')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

function Undo({ one, onClose }: { one: Reorganisation; onClose: () => void }) {
  const t = useReorganisationText();
  const undo = useWrite(
    () => call<Reorganisation>('DELETE', `/reorganisations/${one.id}`, { ifMatch: one.version }),
    { touches: ['/reorganisations'] },
  );
  const confirm = async () => {
    await undo.mutateAsync(undefined);
    toast(t('undone'));
  };
  return (
    <Confirm title={t('undoTitle')} action={t('undoTitle')} isOpen onClose={onClose} onConfirm={confirm}>
      <p>{contentOf(one)}</p>
    </Confirm>
  );
}

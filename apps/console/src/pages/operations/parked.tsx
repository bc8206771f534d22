import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import type { Page as ApiPage } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { Instant } from '../../ui/instant.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { ErrorText } from './error-text.js';
import { useEventWord } from '../../text/events.js';
import { useOperationsText } from './text.js';
import './operations.css';

type ParkedStep = components['schemas']['ParkedAnswer'];

const SHOWN = '50';
const touches = ['/parked', '/issues'];

export default function Parked() {
  const t = useOperationsText();
  const may = useMay();
  const { get } = useAddress();
  const [skipping, setSkipping] = useState<ParkedStep | null>(null);
  const cursor = get('cursor');
  const query = new URLSearchParams({ limit: SHOWN, ...(cursor && { cursor }) });
  const list = useRead<ApiPage<ParkedStep>>(`/parked?${query}`, { keep: true });
  const columns = useParkedColumns(setSkipping);
  return (
    <Page title={t('parked')} lead={t('parkedLead')}>
      <Panel title={t('parkedList')}>
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <>
                  {!may('POST /parked/:id/retry') && <Notice>{t('parkedOthers')}</Notice>}
                  <Table
                    caption={t('parked')}
                    columns={columns}
                    rows={items}
                    keyOf={({ id }) => id}
                    mark={() => 'danger'}
                  />
                </>
              ) : (
                <Empty title={t('noParked')}>{t('noParkedWhy')}</Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
      {skipping && <SkipDialog step={skipping} onClose={() => setSkipping(null)} />}
    </Page>
  );
}

function useParkedColumns(onSkip: (step: ParkedStep) => void): Column<ParkedStep>[] {
  const t = useOperationsText();
  const may = useMay();
  const eventWord = useEventWord();
  const stepWord = useStepWord();
  const mayAct = may('POST /parked/:id/retry') || may('POST /parked/:id/skip');
  return [
    {
      id: 'step',
      label: t('step'),
      heads: true,
      cell: (step) => <div className="words">{stepWord(step)}</div>,
    },
    {
      id: 'after',
      label: t('after'),
      cell: ({ event, seq }) => (
        <div className="words">
          {eventWord(event)} <span className="small subtle number">#{seq}</span>
        </div>
      ),
    },
    {
      id: 'attempts',
      label: t('attempts'),
      numeric: true,
      cell: ({ attempts }) => t('attemptsOf', { count: attempts }),
    },
    { id: 'error', label: t('error'), cell: ({ error }) => error && <ErrorText error={error} /> },
    { id: 'occurredAt', label: t('occurredAt'), cell: ({ occurredAt }) => <Instant at={occurredAt} /> },
    { id: 'parkedAt', label: t('parkedAt'), cell: ({ parkedAt }) => <Instant at={parkedAt} /> },
    ...(mayAct
      ? [
          {
            id: 'todo',
            label: t('todo'),
            cell: (step: ParkedStep) => <Actions step={step} onSkip={onSkip} />,
          },
        ]
      : []),
  ];
}

/** The stages of an issue are called what they are called everywhere. */
function useStepWord(): (step: ParkedStep) => string {
  const t = useOperationsText();
  const words = useWords();
  return ({ queue }) => {
    if (queue === 'cluster' || queue === 'compile' || queue === 'notify') return t(`queue.${queue}`);
    return (words.stage as Record<string, string>)[queue] ?? queue;
  };
}

function Actions({ step, onSkip }: { step: ParkedStep; onSkip: (step: ParkedStep) => void }) {
  const t = useOperationsText();
  const may = useMay();
  const retry = useWrite(() => call<void>('POST', `/parked/${step.id}/retry`), { touches });
  return (
    <div className="row">
      {may('POST /parked/:id/retry') && (
        <Button
          small
          kind="secondary"
          isPending={retry.isPending}
          onPress={() =>
            retry.mutate(undefined, {
              onSuccess: () => toast(t('retried')),
              onError: ({ message }) => toast(t('failed', { why: message }), { tone: 'danger' }),
            })
          }
        >
          {t('retry')}
        </Button>
      )}
      {may('POST /parked/:id/skip') && (
        <Button small onPress={() => onSkip(step)}>
          {t('skip')}
        </Button>
      )}
    </div>
  );
}

function SkipDialog({ step, onClose }: { step: ParkedStep; onClose: () => void }) {
  const t = useOperationsText();
  const stepWord = useStepWord();
  const eventWord = useEventWord();
  const skip = useWrite(
    (reason: string) => call<void>('POST', `/parked/${step.id}/skip`, { body: { reason } }),
    { touches },
  );
  return (
    <ReasonDialog
      title={t('skipTitle')}
      label={t('skipReason')}
      action={t('skip')}
      onClose={onClose}
      onGive={async (reason) => {
        await skip.mutateAsync(reason);
        toast(t('skipped'));
      }}
    >
      <p>
        <strong>{stepWord(step)}</strong> · {eventWord(step.event)} #{step.seq}
      </p>
      <p className="small subtle">{t('skipLead')}</p>
    </ReasonDialog>
  );
}

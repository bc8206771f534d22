import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Retention as RetentionView, RetentionDue } from '../../api/types.js';
import { useEventWord } from '../../text/events.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { useRetentionText } from './text.js';

/** 보존·파기: how long what is kept about people, what is due, and carrying it out. */
export default function Retention() {
  const t = useRetentionText();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={useRead<RetentionView>('/retention')}>
        {(view) => (
          <>
            <Rules view={view} />
            <Due view={view} />
            <Schedule view={view} />
            <Runs view={view} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Rules({ view: { rules } }: { view: RetentionView }) {
  const t = useRetentionText();
  const words = useWords();
  return (
    <Panel title={t('rules')}>
      <Table
        caption={t('rules')}
        rows={rules}
        keyOf={({ name }) => name}
        columns={[
          {
            id: 'what',
            label: t('what'),
            heads: true,
            wide: true,
            cell: ({ name }) => words.retention[name],
          },
          {
            id: 'months',
            label: t('months'),
            numeric: true,
            cell: ({ months }) => t('monthsOf', { n: months }),
          },
          { id: 'action', label: t('action'), cell: ({ action }) => words.retentionAction[action] },
          {
            id: 'source',
            label: t('source'),
            wide: true,
            cell: ({ source }) => (
              <span className="small" lang="ko">
                {source}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Due({ view }: { view: RetentionView }) {
  const t = useRetentionText();
  const words = useWords();
  const eventWord = useEventWord();
  const format = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [looking, setLooking] = useState(false);
  const found = useRead<{ items: RetentionDue[] }>(looking ? '/retention/dry-run' : null);
  const due = (found.data?.items ?? []).filter(({ count }) => count > 0);
  const run = useWrite(
    (reason: string) =>
      call<RetentionView>('POST', '/retention/runs', {
        body: { rules: due.map(({ rule }) => rule), reason },
      }),
    { touches: ['/retention'] },
  );
  const actions = Object.fromEntries(
    view.rules.map(({ name, action }) => [name, words.retentionAction[action]]),
  );
  return (
    <Panel
      title={t('due')}
      actions={
        <Button
          isPending={found.isFetching}
          onPress={() => {
            if (looking) void found.refetch();
            else setLooking(true);
          }}
        >
          {t('tryIt')}
        </Button>
      }
    >
      <p className="subtle">{t('tryLead')}</p>
      {found.error && <Notice tone="danger">{found.error.message}</Notice>}
      {found.data && due.length === 0 && <Empty title={t('nothing')}>{t('nothingWhy')}</Empty>}
      {due.length > 0 && (
        <>
          <Table
            caption={t('due')}
            rows={due}
            keyOf={({ rule }) => rule}
            columns={[
              {
                id: 'what',
                label: t('what'),
                heads: true,
                wide: true,
                cell: ({ rule }) => words.retention[rule],
              },
              {
                id: 'count',
                label: t('counts'),
                numeric: true,
                cell: ({ count }) => t('count', { n: format.count(count) }),
              },
              { id: 'action', label: t('action'), cell: ({ rule }) => actions[rule] },
              {
                id: 'examples',
                label: t('examples'),
                wide: true,
                cell: ({ rule, examples }) => (
                  <ul className="stack-tight">
                    {examples.slice(0, 3).map(({ id, what, at }) => (
                      <li key={id} className="small">
                        {rule === 'messages' ? eventWord(what) : what}{' '}
                        <span className="subtle number">{format.day(at)}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          {may('POST /retention/runs') && (
            <div className="row">
              <Button kind="danger" onPress={() => setAsking(true)}>
                {t('carryOut')}
              </Button>
            </div>
          )}
        </>
      )}
      {asking && (
        <ReasonDialog
          title={t('carryOutTitle')}
          label={t('reason')}
          maxLength={2000}
          action={t('carryOut')}
          onClose={() => setAsking(false)}
          onGive={async (reason) => {
            await run.mutateAsync(reason);
            toast(t('carriedOut'));
          }}
        >
          <p>{t('carryOutLead')}</p>
          <ul>
            {due.map(({ rule, count }) => (
              <li key={rule}>
                {words.retention[rule]} {t('count', { n: format.count(count) })}
              </li>
            ))}
          </ul>
        </ReasonDialog>
      )}
    </Panel>
  );
}

function Schedule({ view: { scheduled, version } }: { view: RetentionView }) {
  const t = useRetentionText();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const change = useWrite(
    (reason: string) =>
      call<RetentionView>('PUT', '/retention/schedule', {
        body: { scheduled: !scheduled, reason },
        ifMatch: version,
      }),
    { touches: ['/retention'] },
  );
  const action = t(scheduled ? 'switchOff' : 'switchOn');
  return (
    <Panel
      title={t('schedule')}
      actions={may('PUT /retention/schedule') && <Button onPress={() => setAsking(true)}>{action}</Button>}
    >
      <p>{t(scheduled ? 'scheduleOn' : 'scheduleOff')}</p>
      {asking && (
        <ReasonDialog
          title={action}
          label={t('reason')}
          maxLength={2000}
          action={action}
          onClose={() => setAsking(false)}
          onGive={async (reason) => {
            await change.mutateAsync(reason);
            toast(t('switched'));
          }}
        >
          <p>{t('switchLead')}</p>
        </ReasonDialog>
      )}
    </Panel>
  );
}

function Runs({ view: { runs } }: { view: RetentionView }) {
  const t = useRetentionText();
  const words = useWords();
  const format = useFormat();
  return (
    <Panel title={t('runs')}>
      {runs.length ? (
        <Table
          caption={t('runs')}
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            { id: 'at', label: t('at'), heads: true, cell: ({ at }) => format.day(at) },
            { id: 'by', label: t('by'), cell: ({ by }) => by ?? t('byItself') },
            { id: 'reason', label: t('reason'), wide: true, cell: ({ reason }) => reason },
            {
              id: 'counts',
              label: t('counts'),
              wide: true,
              cell: ({ counts }) =>
                counts
                  .filter(({ count }) => count > 0)
                  .map(
                    ({ rule, count }) => `${words.retention[rule]} ${t('count', { n: format.count(count) })}`,
                  )
                  .join(', ') || t('none'),
            },
          ]}
        />
      ) : (
        <Empty title={t('runsNone')} />
      )}
    </Panel>
  );
}

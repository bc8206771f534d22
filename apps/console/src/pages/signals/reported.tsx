import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Page as ApiPage, Signal } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { TONES } from './columns.js';
import { useReportedText } from './reported-text.js';
import './signals.css';

/** A department reports what it hears and follows what becomes of it. */
export default function Reported() {
  const t = useReportedText();
  const { get } = useAddress();
  const may = useMay();
  const cursor = get('cursor');
  const query = new URLSearchParams({ limit: '25', ...(cursor && { cursor }) });
  const list = useRead<ApiPage<Signal>>(`/signals?${query}`, { keep: true });
  const columns = useColumns();
  const report = (
    <LinkButton kind="primary" icon="plus" href="/signals/new">
      {t('report')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={report}>
      <Panel
        title={t('list')}
        actions={may('GET /signals/export') && <ExportMenu path="/signals/export" query={query} />}
      >
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table caption={t('list')} columns={columns} rows={items} keyOf={({ id }) => id} />
              ) : (
                <Empty title={t('none')} action={report}>
                  {t('noneWhy')}
                </Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function useColumns(): Column<Signal>[] {
  const t = useReportedText();
  const words = useWords();
  const format = useFormat();
  return [
    { id: 'title', label: t('signal'), heads: true, wide: true, cell: (signal) => <Told signal={signal} /> },
    { id: 'day', label: t('day'), numeric: true, cell: ({ createdAt }) => format.day(createdAt) },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state, dismissalReason }) => (
        <div className="stack-tight">
          <Badge tone={TONES[state]}>{words.signal[state]}</Badge>
          {dismissalReason && <span className="small subtle">{t('why', { reason: dismissalReason })}</span>}
        </div>
      ),
    },
  ];
}

function Told({ signal }: { signal: Signal }) {
  const t = useReportedText();
  return (
    <div className="stack-tight">
      {signal.title}
      {signal.questions.map(({ id, text, answer }) => (
        <div key={id} className="small prewrap">
          <div>{t('question', { text })}</div>
          {answer === null ? (
            <AnswerForm signal={signal} />
          ) : (
            <div className="subtle">{t('answered', { answer })}</div>
          )}
        </div>
      ))}
    </div>
  );
}

function AnswerForm({ signal: { id, version } }: { signal: Signal }) {
  const t = useReportedText();
  const [text, setText] = useState('');
  const answer = useWrite(
    () => call<Signal>('POST', `/signals/${id}/answer`, { body: { text: text.trim() }, ifMatch: version }),
    { touches: ['/signals'] },
  );
  return (
    <Form
      onSubmit={async () => {
        await answer.mutateAsync(undefined);
        toast(t('sent'));
      }}
    >
      <TextField label={t('answer')} lines={2} maxLength={4000} value={text} onChange={setText} />
      {answer.error && <Notice tone="danger">{answer.error.message}</Notice>}
      <div>
        <Button type="submit" small kind="secondary" isPending={answer.isPending} isDisabled={!text.trim()}>
          {t('send')}
        </Button>
      </div>
    </Form>
  );
}

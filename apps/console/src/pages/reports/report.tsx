import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/problem.js';
import { useMay, useRead } from '../../api/queries.js';
import type { Report as MonthReport } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { ApproveDialog, CorrectDialog, HoldDialog } from './confirm-dialogs.js';
import { EditionTable } from './edition-table.js';
import { EDITION_TONES, isOpen, newestOf, sentenceOf } from './editions.js';
import { History } from './history.js';
import { OwnLinesDialog } from './own-lines.js';
import { Preview } from './preview.js';
import { Recipients } from './recipients.js';
import { Restricted } from './restricted.js';
import { useCompile } from './report-writes.js';
import { useReportText } from './text.js';
import './reports.css';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export default function Report() {
  const t = useReportText();
  const format = useFormat();
  const { month = '' } = useParams();
  const words = useWords();
  const may = useMay();
  const report = useRead<MonthReport>(`/reports/${month}`);
  const newest = report.data ? newestOf(report.data) : null;
  const isMonth = MONTH.test(month);
  const missing = isMonth && report.error instanceof ApiProblem && report.error.status === 404;
  return (
    <Page
      title={t('monthTitle', { month: isMonth ? format.month(month) : month })}
      trail={[{ to: '/reports', label: t('title') }]}
      actions={
        isMonth &&
        may('GET /outlook/:month') && (
          <LinkButton href={`/outlook?month=${month}`} icon="clock">
            {t('outlook')}
          </LinkButton>
        )
      }
      marks={newest && <Badge tone={EDITION_TONES[newest.state]}>{words.edition[newest.state]}</Badge>}
    >
      {missing ? (
        <NoReport month={month} />
      ) : (
        <Loaded of={report}>
          {(data) => (
            <>
              <Standing report={data} />
              {data.editions.length > 0 && (
                <>
                  <Panel title={t('editions')}>
                    <EditionTable report={data} />
                  </Panel>
                  <History report={data} />
                  <Recipients report={data} />
                  <Restricted month={month} />
                  <Preview report={data} />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** Where the report stands, in a sentence, and what may be done about it. */
function Standing({ report }: { report: MonthReport }) {
  const t = useReportText();
  const may = useMay();
  const [asked, setAsked] = useState<'approve' | 'correct' | 'hold' | 'release' | 'lines' | null>(null);
  const compile = useCompile();
  const newest = newestOf(report);
  const hold = newest?.state === 'held' && newest.holds.at(-1);
  const close = () => setAsked(null);
  const mayCompile = may('POST /reports');
  return (
    <>
      <Notice
        tone={newest?.state === 'sent' ? 'success' : newest && isOpen(newest) ? 'warning' : 'info'}
        actions={
          newest && (
            <>
              {isOpen(newest) && may('PATCH /reports/:month') && (
                <Button icon="edit" onPress={() => setAsked('lines')}>
                  {t('lines')}
                </Button>
              )}
              {mayCompile && isOpen(newest) && (
                <Button isPending={compile.isPending} onPress={() => compile.mutate(report.month)}>
                  {t('again')}
                </Button>
              )}
              {mayCompile && !isOpen(newest) && (
                <Button onPress={() => setAsked('correct')}>{t('correct')}</Button>
              )}
              {newest.state === 'draft' && may('POST /reports/:month/hold') && (
                <Button onPress={() => setAsked('hold')}>{t('hold')}</Button>
              )}
              {newest.state === 'held' && may('POST /reports/:month/hold/release') && (
                <Button kind="primary" onPress={() => setAsked('release')}>
                  {t('release')}
                </Button>
              )}
              {newest.state === 'draft' && may('POST /reports/:month/approval') && (
                <Button kind="primary" onPress={() => setAsked('approve')}>
                  {t('approve')}
                </Button>
              )}
            </>
          )
        }
      >
        {t(sentenceOf(newest))}
        {hold && <p>{t('holdNote', { reason: hold.reason, by: hold.heldBy })}</p>}
      </Notice>
      {compile.error && (
        <Notice tone="danger" title={t('failed')}>
          {compile.error.message}
        </Notice>
      )}
      {asked === 'lines' && <OwnLinesDialog report={report} onClose={close} />}
      {newest && asked === 'approve' && <ApproveDialog report={report} edition={newest} onClose={close} />}
      {(asked === 'hold' || asked === 'release') && (
        <HoldDialog report={report} act={asked} onClose={close} />
      )}
      {newest && (
        <CorrectDialog report={report} edition={newest} isOpen={asked === 'correct'} onClose={close} />
      )}
    </>
  );
}

function NoReport({ month }: { month: string }) {
  const t = useReportText();
  const format = useFormat();
  const may = useMay();
  const compile = useCompile();
  return (
    <>
      <Empty
        title={t('noReport', { month: format.month(month) })}
        action={
          may('POST /reports') && (
            <Button kind="primary" isPending={compile.isPending} onPress={() => compile.mutate(month)}>
              {t('write')}
            </Button>
          )
        }
      >
        {may('POST /reports') && t('noReportWhy')}
      </Empty>
      {compile.error && <Notice tone="danger">{compile.error.message}</Notice>}
    </>
  );
}

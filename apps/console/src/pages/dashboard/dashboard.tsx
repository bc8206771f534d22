import { useMay, useMe, useRead } from '../../api/queries.js';
import type { IssueSummary } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { ByChannel, ByDepartment } from './breakdowns.js';
import './dashboard.css';
import { Figures } from './figures.js';
import { Grid } from './grid.js';
import { Measures } from './measures.js';
import { Outlook } from './outlook.js';
import { Stale } from './stale.js';
import type { Statistics } from './statistics.js';
import { useDashboardText } from './text.js';
import { Trend } from './trend.js';

/** 현황판: what is open now, where it weighs, and how it went. Every figure leads to what it counts. */
export default function Dashboard() {
  const t = useDashboardText();
  const format = useFormat();
  const statistics = useRead<Statistics>('/issues/statistics');
  const summary = useRead<IssueSummary>('/issues/summary');
  const at = statistics.dataUpdatedAt;
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead')}
          {at > 0 && ` (${t('asOf', { at: format.instant(new Date(at).toISOString()) })})`}
        </>
      }
      actions={
        <Button icon="print" onPress={() => print()}>
          {t('print')}
        </Button>
      }
    >
      <Loaded of={summary}>
        {(counts) =>
          counts.total ? (
            <Loaded of={statistics}>{(data) => <Board statistics={data} summary={counts} />}</Loaded>
          ) : (
            <Nothing />
          )
        }
      </Loaded>
    </Page>
  );
}

function Board({ statistics, summary }: { statistics: Statistics; summary: IssueSummary }) {
  // Levels are the office's own: a department is not told of them.
  const levels = useMe().role !== 'department';
  const { length } = statistics.grid;
  const side = (
    <>
      <Outlook statistics={statistics} />
      <ByChannel statistics={statistics} />
    </>
  );
  return (
    <>
      <Figures statistics={statistics} summary={summary} />
      <div className="dash-board">
        {levels && length > 0 ? (
          <>
            <Grid statistics={statistics} />
            <div className="dash-side">{side}</div>
          </>
        ) : (
          side
        )}
      </div>
      {levels && !length && <Grid statistics={statistics} />}
      <Trend statistics={statistics} />
      <ByDepartment statistics={statistics} />
      <Measures />
      {levels && <Stale />}
    </>
  );
}

function Nothing() {
  const t = useDashboardText();
  const may = useMay();
  return (
    <Empty
      title={t('none')}
      action={
        may('POST /issues') && (
          <LinkButton kind="primary" icon="plus" href="/issues/new">
            {t('register')}
          </LinkButton>
        )
      }
    >
      {t('noneWhy')}
    </Empty>
  );
}

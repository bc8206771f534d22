import { useMay, useRead } from '../../api/queries.js';
import type { Outlook as MonthOutlook, OutlookResults } from '../../api/types.js';
import { monthFromNow, useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { LinkButton } from '../../ui/button.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { Expected } from './expected.js';
import { Results } from './results.js';
import { YearPanel } from './year.js';
import { useOutlookText } from './text.js';
import './outlook.css';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Months offered: a year back, a little ahead. */
const OFFERED = Array.from({ length: 15 }, (_, i) => 2 - i);

/** 익월 전망: what a month is expected to bring, and for one that has begun what came of it. */
export default function Outlook() {
  const t = useOutlookText();
  const format = useFormat();
  const may = useMay();
  const { get, set } = useAddress();
  const asked = get('month') ?? '';
  const month = MONTH.test(asked) ? asked : monthFromNow(1);
  const offered = [...new Set([...OFFERED.map((months) => monthFromNow(months)), month])];
  const outlook = useRead<MonthOutlook>(`/outlook/${month}`);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('GET /reports/:month') && (
          <LinkButton href={`/reports/${month}`} icon="reports">
            {t('report', { month: format.month(month) })}
          </LinkButton>
        )
      }
    >
      <div className="outlook-month">
        <SelectField
          label={t('month')}
          choices={offered
            .toSorted()
            .toReversed()
            .map((id) => ({ id, label: format.month(id) }))}
          value={month}
          onChange={(chosen) => set({ month: chosen })}
        />
      </div>
      {month <= monthFromNow(0) && <ResultsPanel month={month} />}
      <Panel title={t('expected', { month: format.month(month) })} aside={outlook.data?.items.length ?? ''}>
        <Loaded of={outlook}>
          {(data) => (
            <>
              <p className="small subtle">
                {data.edition === null
                  ? t('asNow')
                  : t('asIssued', { number: data.edition, day: format.day(data.asOf) })}
              </p>
              {data.items.length ? (
                <Expected items={data.items} />
              ) : (
                <Empty title={t('none')}>{t('noneWhy')}</Empty>
              )}
            </>
          )}
        </Loaded>
      </Panel>
      <YearPanel year={month.slice(0, 4)} />
    </Page>
  );
}

function ResultsPanel({ month }: { month: string }) {
  const t = useOutlookText();
  const format = useFormat();
  const results = useRead<OutlookResults>(`/outlook/${month}/results`);
  return (
    <Panel
      title={t('results', { month: format.month(month) })}
      actions={<ExportMenu path={`/outlook/${month}/results/export`} query={new URLSearchParams()} />}
    >
      <Loaded of={results}>
        {(data) =>
          data.edition === null && data.unforeseen.length === 0 ? (
            <Empty title={t('notIssued')} />
          ) : (
            <Results key={month} results={data} />
          )
        }
      </Loaded>
    </Panel>
  );
}

import { FORMATS } from '#reports/vocabulary.js';
import { BASE } from '../../api/call.js';
import { useRead } from '../../api/queries.js';
import type { OfferedCases } from '../../api/types.js';
import { monthFromNow, useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Button, LinkButton } from '../../ui/button.js';
import { SwitchField } from '../../ui/choice-field.js';
import { useDownload } from '../../ui/download.js';
import { TextField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { useCouncilText } from './council-text.js';
import './reports.css';

/** The months of this year, unless the address names others. */
const usualFrom = () => `${monthFromNow(0).slice(0, 4)}-01`;

/** 의회 제출용 운영현황: period and cases are chosen, the paper stands below. */
export default function Council() {
  const t = useCouncilText();
  const format = useFormat();
  const download = useDownload();
  const { get, set } = useAddress();
  const from = get('from') || usualFrom();
  const to = get('to') || monthFromNow(0);
  const issues = get('issues');
  const span = `from=${from}&to=${to}`;
  const offered = useRead<OfferedCases>(`/reports/council?${span}`, { keep: true });
  const paper = (kind: string) =>
    `/reports/council/paper?${span}&format=${kind}${issues === null ? '' : `&issues=${issues}`}`;
  return (
    <Page title={t('title')} lead={t('lead')} trail={[{ to: '/reports', label: t('reports') }]}>
      <Panel title={t('period')}>
        <div className="form-row">
          {(['from', 'to'] as const).map((name) => (
            <TextField
              key={name}
              label={t(name)}
              type="month"
              value={name === 'from' ? from : to}
              // Cases are of their period.
              onChange={(month) => set({ [name]: month, issues: null }, { replace: true })}
              {...(name === 'to' && { min: from })}
            />
          ))}
        </div>
      </Panel>
      <Panel
        title={t('cases')}
        aside={t('casesLead')}
        actions={
          issues !== null && (
            <Button onPress={() => set({ issues: null }, { replace: true })}>{t('usual')}</Button>
          )
        }
      >
        <Loaded of={offered}>{({ items }) => <Cases items={items} />}</Loaded>
      </Panel>
      <Panel
        title={t('preview')}
        actions={
          <>
            <LinkButton icon="external" href={BASE + paper('html')} target="_blank">
              {t('newTab')}
            </LinkButton>
            {Object.keys(FORMATS).map((kind) => (
              <Button key={kind} icon="download" onPress={() => download(paper(kind))}>
                {t('download', { format: kind.toUpperCase() })}
              </Button>
            ))}
          </>
        }
      >
        <div className="report-preview">
          {/* Nothing in it may run. */}
          <iframe
            sandbox=""
            src={BASE + paper('html')}
            title={t('previewOf', { from: format.month(from), to: format.month(to) })}
          />
        </div>
      </Panel>
    </Page>
  );
}

function Cases({ items }: OfferedCases) {
  const t = useCouncilText();
  const words = useWords();
  const { get, set } = useAddress();
  if (items.length === 0) return <Empty title={t('none')}>{t('noneWhy')}</Empty>;
  const given = get('issues');
  const chosen =
    given === null ? items.filter((one) => one.chosen).map(({ id }) => id) : given.split(',').filter(Boolean);
  const choose = (id: string, on: boolean) => {
    const now = on ? [...chosen, id] : chosen.filter((one) => one !== id);
    // None at all is a choice too.
    set({ issues: now.join(',') || ',' }, { replace: true });
  };
  return (
    <div className="stack-tight">
      {items.map(({ id, number, title, channel, leadDepartment }) => (
        <SwitchField
          key={id}
          label={title}
          help={[number, words.channel[channel], leadDepartment].filter(Boolean).join(' · ')}
          value={chosen.includes(id)}
          onChange={(on) => choose(id, on)}
        />
      ))}
    </div>
  );
}

import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import type { Page as ApiPage } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { useEventWord } from '../../text/events.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { TRAIL_KINDS, TRAIL_LABELS } from '#audit/vocabulary.js';
import { useAuditText } from './text.js';

type Entry = components['schemas']['TrailEntryAnswer'];

const SHOWN = '50';
const FILTERS = ['kind', 'what', 'from', 'to'];

/** 감사 기록: who did, saw, took or was refused what. */
export default function Audit() {
  const t = useAuditText();
  const { get, set } = useAddress();
  const query = new URLSearchParams({ limit: SHOWN });
  for (const name of [...FILTERS, 'actorId', 'issueId', 'cursor']) if (get(name)) query.set(name, get(name)!);
  const list = useRead<ApiPage<Entry>>(`/audit?${query}`, { keep: true });
  const seal = useRead<{ behind: boolean }>('/audit/seal');
  const columns = useColumns();
  return (
    <Page title={t('title')} lead={t('lead')}>
      {seal.data?.behind && <Notice tone="danger">{t('behind')}</Notice>}
      <Panel title={t('list')} actions={<ExportMenu path="/audit/export" query={query} />}>
        <TrailFilters />
        {get('actorId') && <Button onPress={() => set({ actorId: '' })}>{t('everybody')}</Button>}
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table caption={t('title')} columns={columns} rows={items} keyOf={({ id }) => id} />
              ) : (
                <Empty title={t('none')}>{t('noneWhy')}</Empty>
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function TrailFilters() {
  const t = useAuditText();
  const language = useLanguage();
  const { get, set } = useAddress();
  return (
    <Filters names={FILTERS}>
      <Filter name="kind">
        <SelectField
          label={t('kind')}
          choices={TRAIL_KINDS.map((id) => ({ id, label: TRAIL_LABELS[id][language] }))}
          value={get('kind')}
          onChange={(kind) => set({ kind })}
          optional={t('allKinds')}
        />
      </Filter>
      {(['from', 'to'] as const).map((name) => (
        <Filter key={name} name={name}>
          <TextField
            label={t(name)}
            type="date"
            value={get(name) ?? ''}
            onChange={(day) => set({ [name]: day }, { replace: true })}
          />
        </Filter>
      ))}
      <Filter name="what">
        <TextField
          label={t('what')}
          placeholder={t('whatHelp')}
          maxLength={100}
          value={get('what') ?? ''}
          onChange={(what) => set({ what }, { replace: true })}
        />
      </Filter>
    </Filters>
  );
}

function useColumns(): Column<Entry>[] {
  const t = useAuditText();
  const language = useLanguage();
  const eventWord = useEventWord();
  return [
    { id: 'at', label: t('at'), numeric: true, cell: ({ at }) => <Instant at={at} /> },
    {
      id: 'kind',
      label: t('kind'),
      cell: ({ kind }) => (
        <Badge tone={kind === 'refused' || kind === 'sign-in-refused' ? 'warning' : 'neutral'}>
          {TRAIL_LABELS[kind][language]}
        </Badge>
      ),
    },
    {
      id: 'by',
      label: t('by'),
      cell: ({ actor, actorId, onBehalfOf, address }) => (
        <div className="stack-tight">
          {actorId ? (
            <Link to={`/audit?actorId=${actorId}`} title={t('onlyBy')}>
              {actor}
            </Link>
          ) : (
            t('system')
          )}
          {onBehalfOf && <span className="small subtle">{t('onBehalfOf', { name: onBehalfOf })}</span>}
          {address && <span className="small subtle">{t('address', { address })}</span>}
        </div>
      ),
    },
    {
      id: 'what',
      label: t('what'),
      heads: true,
      wide: true,
      cell: (entry) => (
        <div className="stack-tight words">
          <span>{entry.kind === 'change' ? eventWord(entry.what) : entry.what}</span>
          {!entry.sealed && <span className="small subtle">{t('unsealed')}</span>}
          <Details of={entry} />
        </div>
      ),
    },
    {
      id: 'issues',
      label: t('issues'),
      cell: ({ issues }) => (
        <div className="stack-tight">
          {issues.map(({ id, number }) => (
            <Link key={id} to={`/issues/${id}`}>
              {number}
            </Link>
          ))}
        </div>
      ),
    },
  ];
}

/** As the record has it: nothing is left out, nothing is put into other words. */
function Details({ of: { changes, detail, subject } }: { of: Entry }) {
  const t = useAuditText();
  const said = changes ?? detail;
  if (!said || Object.keys(said).length === 0) return null;
  return (
    <details className="small">
      <summary>{t('show')}</summary>
      {subject && <p className="subtle">{subject}</p>}
      <pre className="prewrap">{JSON.stringify(said, null, 1)}</pre>
    </details>
  );
}

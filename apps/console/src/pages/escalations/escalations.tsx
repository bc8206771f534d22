import { useState } from 'react';
import { Link } from 'react-router';
import { ESCALATION_STATES } from '#actions/vocabulary.js';
import { useMay, useRead } from '../../api/queries.js';
import type { Escalation, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge, GradeBadge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { EscalationDialog } from './escalation-dialog.js';
import { useEscalationText } from './text.js';

const ALL = 'all';

/** 상향 보고: what waits for a look before a superior hears of it, and what went up already. */
export default function Escalations() {
  const t = useEscalationText();
  const words = useWords();
  const { get, set } = useAddress();
  const state = get('state') ?? 'prepared';
  const cursor = get('cursor');
  const [open, setOpen] = useState<Escalation | null>(null);
  const query = new URLSearchParams({
    limit: '50',
    ...(state !== ALL && { state }),
    ...(cursor && { cursor }),
  });
  const list = useRead<ApiPage<Escalation>>(`/escalations?${query}`, { keep: true });
  const columns = useColumns(setOpen);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Filters names={['state']}>
        <Filter name="state">
          <SelectField
            label={t('state')}
            choices={[
              ...ESCALATION_STATES.map((id) => ({ id, label: words.escalation[id] })),
              { id: ALL, label: t('all') },
            ]}
            value={state}
            onChange={(one) => set({ state: one === 'prepared' ? null : one })}
          />
        </Filter>
      </Filters>
      <Panel
        title={state === ALL ? t('all') : words.escalation[state as Escalation['state']]}
        actions={<ExportMenu path="/escalations/export" query={query} />}
      >
        <Loaded of={list}>
          {({ items, nextCursor }) => (
            <>
              {items.length ? (
                <Table caption={t('title')} columns={columns} rows={items} keyOf={({ id }) => id} />
              ) : state === 'prepared' ? (
                <Empty title={t('none')}>{t('noneWhy')}</Empty>
              ) : (
                <Empty title={t('noneFound')} />
              )}
              <Pager nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </Panel>
      {open && <EscalationDialog escalation={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const TONES: Record<Escalation['state'], Tone> = {
  prepared: 'warning',
  released: 'success',
  dismissed: 'neutral',
  withdrawn: 'neutral',
  automatic: 'info',
};

function useColumns(onOpen: (one: Escalation) => void): Column<Escalation>[] {
  const t = useEscalationText();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const settles = may('POST /escalations/:id/release');
  return [
    {
      id: 'issue',
      label: t('issue'),
      heads: true,
      wide: true,
      cell: ({ issueId, issueNumber, issueTitle, issueGrade, requestText }) => (
        <div className="stack-tight">
          <Link to={`/issues/${issueId}`}>{issueTitle}</Link>
          <span className="small">
            {requestText.length > 80 ? `${requestText.slice(0, 80)}…` : requestText}
          </span>
          <span className="row small subtle">
            {issueNumber} {issueGrade && <GradeBadge grade={issueGrade} />}
          </span>
        </div>
      ),
    },
    { id: 'department', label: t('department'), cell: ({ departmentName }) => departmentName },
    {
      id: 'late',
      label: t('late'),
      cell: ({ about, deadline }) => (
        <div className="stack-tight">
          <span>
            {words.awaited[about]} · <Instant at={deadline} />
          </span>
          <span className="small subtle">{format.distance(deadline)}</span>
        </div>
      ),
    },
    {
      id: 'to',
      label: t('to'),
      cell: ({ position, step, superiors }) => (
        <div className="stack-tight">
          <span>{words.position[position]}</span>
          <span className="small subtle">
            {[t('step', { step }), ...superiors.map(({ name }) => name)].join(' · ')}
          </span>
        </div>
      ),
    },
    {
      id: 'state',
      label: t('state'),
      cell: (one) => (
        <div className="stack-tight">
          <span>
            <Badge tone={TONES[one.state]}>{words.escalation[one.state]}</Badge>
          </span>
          {one.state === 'prepared' && !one.needed && <span className="small subtle">{t('overtaken')}</span>}
          {one.settledByName && (
            <span className="small subtle">
              {one.onBehalfOfName
                ? t('onBehalf', { name: one.settledByName, absent: one.onBehalfOfName })
                : t('by', { name: one.settledByName })}
            </span>
          )}
          {one.reason && <span className="small words">{one.reason}</span>}
        </div>
      ),
    },
    {
      id: 'when',
      label: t('when'),
      cell: ({ settledAt, createdAt }) => <Instant at={settledAt ?? createdAt} />,
    },
    {
      id: 'todo',
      label: t('todo'),
      cell: (one) =>
        one.state === 'prepared' && one.needed && settles ? (
          <Button small kind="secondary" onPress={() => onOpen(one)}>
            {t('open')}
          </Button>
        ) : (
          <Button small onPress={() => onOpen(one)}>
            {t('show')}
          </Button>
        ),
    },
  ];
}

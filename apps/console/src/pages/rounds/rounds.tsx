import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useMay, useMe, useRead, useWrite } from '../../api/queries.js';
import type { Page as ApiPage, Round, RoundSummary } from '../../api/types.js';
import { monthFromNow, useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { STANDING_TONES } from './standing-tones.js';
import { useRoundText } from './text.js';

/** 수요조회, month by month: to a department what it is asked, to the office how many have answered. */
export default function Rounds() {
  const t = useRoundText();
  const may = useMay();
  const { role } = useMe();
  const { get } = useAddress();
  const cursor = get('cursor');
  const query = new URLSearchParams({ limit: '24', ...(cursor && { cursor }) });
  const list = useRead<ApiPage<RoundSummary>>(`/rounds?${query}`, { keep: true });
  const columns = useColumns();
  const [opening, setOpening] = useState(false);
  return (
    <Page
      title={t('title')}
      lead={t(role === 'department' ? 'leadDepartment' : 'lead')}
      actions={
        may('POST /rounds/:month') && (
          <Button icon="plus" onPress={() => setOpening(true)}>
            {t('open')}
          </Button>
        )
      }
    >
      <Panel title={t('title')}>
        <Loaded of={list}>
          {({ items, nextCursor }) =>
            items.length ? (
              <>
                <Table
                  caption={t('title')}
                  columns={columns}
                  rows={items}
                  keyOf={({ month }) => month}
                  mark={({ standing, state }) =>
                    standing === 'waiting' && state === 'open' ? 'warning' : undefined
                  }
                />
                <Pager nextCursor={nextCursor} />
              </>
            ) : (
              <Empty title={t('none')}>{t('noneWhy')}</Empty>
            )
          }
        </Loaded>
      </Panel>
      {opening && (
        <OpenDialog
          known={list.data?.items.map(({ month }) => month) ?? []}
          onClose={() => setOpening(false)}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<RoundSummary>[] {
  const t = useRoundText();
  const words = useWords();
  const format = useFormat();
  const { role } = useMe();
  return [
    {
      id: 'month',
      label: t('month'),
      heads: true,
      wide: true,
      cell: ({ month }) => (
        <Link to={`/rounds/${month}`}>{t('ofMonth', { month: format.month(month) })}</Link>
      ),
    },
    { id: 'due', label: t('due'), numeric: true, cell: ({ dueAt }) => format.due(dueAt) },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state }) => <Badge tone={state === 'open' ? 'info' : 'neutral'}>{words.round[state]}</Badge>,
    },
    role === 'department'
      ? {
          id: 'mine',
          label: t('mine'),
          cell: ({ standing }) =>
            standing && <Badge tone={STANDING_TONES[standing]}>{words.roundStanding[standing]}</Badge>,
        }
      : {
          id: 'progress',
          label: t('progress'),
          cell: ({ counts }) =>
            counts && (
              <div className="stack-tight">
                <span>{t('counted', counts)}</span>
                <span className="small subtle">
                  {[t('detail', counts), counts.late > 0 && t('lateCount', { count: counts.late })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
            ),
        },
  ];
}

/** Months ahead of this one. */
const OFFERED = [1, 0, 2, 3];

function OpenDialog({ known, onClose }: { known: string[]; onClose: () => void }) {
  const t = useRoundText();
  const format = useFormat();
  const navigate = useNavigate();
  const offered = OFFERED.map(monthFromNow).filter((one) => !known.includes(one));
  const [month, setMonth] = useState(offered[0] ?? monthFromNow(1));
  const [dueOn, setDueOn] = useState('');
  const open = useWrite(() => call<Round>('POST', `/rounds/${month}`, { body: { dueAt: dueOn || null } }), {
    touches: ['/rounds'],
  });
  const { byField, rest } = fieldErrors(open.error, ['dueAt']);
  const submit = async () => {
    await open.mutateAsync(undefined);
    toast(t('opened'));
    void navigate(`/rounds/${month}`);
  };
  return (
    <DialogForm
      title={t('open')}
      onClose={onClose}
      onSubmit={submit}
      action={t('open')}
      busy={open.isPending}
      errors={rest}
    >
      <p>{t('openLead')}</p>
      <SelectField
        label={t('month')}
        choices={offered.toSorted().map((id) => ({ id, label: format.month(id) }))}
        value={month}
        onChange={(chosen) => chosen && setMonth(chosen)}
      />
      <TextField
        label={t('due')}
        name="dueAt"
        type="date"
        help={t('dueHelp')}
        value={dueOn}
        onChange={setDueOn}
        error={byField.dueAt}
      />
    </DialogForm>
  );
}

import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Page as PageOf, Policy } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Loaded } from '../../ui/waiting.js';
import { usePolicyText } from './text.js';

/** 평가기준: every version, what is in force, what is being drafted. */
export default function Policies() {
  const t = usePolicyText();
  const may = useMay();
  const policies = useRead<PageOf<Policy>>('/policies');
  const [drafting, setDrafting] = useState(false);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('POST /policies') && (
          <Button kind="primary" icon="plus" onPress={() => setDrafting(true)}>
            {t('draft')}
          </Button>
        )
      }
    >
      <Loaded of={policies}>
        {({ items }) => (
          <>
            <Versions items={items} />
            {drafting && <Draft all={items} onClose={() => setDrafting(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const TONES = { draft: 'neutral', scheduled: 'info', 'in-force': 'success', past: 'neutral' } as const;

export function PolicyState({ policy }: { policy: Policy }) {
  const t = usePolicyText();
  return <Badge tone={TONES[policy.state]}>{t(`state.${policy.state}`)}</Badge>;
}

function Versions({ items }: { items: Policy[] }) {
  const t = usePolicyText();
  const format = useFormat();
  return (
    <Panel title={t('title')} aside={format.count(items.length)}>
      <Table
        caption={t('title')}
        rows={items}
        keyOf={({ version }) => version}
        columns={[
          {
            id: 'version',
            label: t('version'),
            heads: true,
            cell: ({ version, standard }) => (
              <span>
                <Link to={`/policies/${version}`}>{version}</Link>{' '}
                {standard && <Badge>{t('standard')}</Badge>}
              </span>
            ),
          },
          {
            id: 'state',
            label: t('state'),
            cell: (policy) => (
              <span>
                <PolicyState policy={policy} />
              </span>
            ),
          },
          { id: 'note', label: t('note'), wide: true, cell: ({ note }) => note },
          {
            id: 'from',
            label: t('effectiveFrom'),
            numeric: true,
            cell: ({ effectiveFrom }) => effectiveFrom && format.day(effectiveFrom),
          },
          { id: 'by', label: t('by'), cell: ({ activatedBy }) => activatedBy },
        ]}
      />
    </Panel>
  );
}

function Draft({ all, onClose }: { all: Policy[]; onClose: () => void }) {
  const t = usePolicyText();
  const navigate = useNavigate();
  const [version, setVersion] = useState('');
  const [note, setNote] = useState('');
  const [basedOn, setBasedOn] = useState(all.find(({ state }) => state === 'in-force')?.version ?? null);
  const draft = useWrite(
    () =>
      call<Policy>('POST', '/policies', { body: { version: version.trim(), note: note.trim(), basedOn } }),
    { touches: ['/policies'] },
  );
  const { byField, rest } = useFieldErrors(draft.error, ['version', 'note', 'basedOn'], {
    version,
    note,
    basedOn,
  });
  const submit = async () => {
    await draft.mutateAsync(undefined);
    toast(t('drafted'));
    await navigate(`/policies/${version.trim()}`);
  };
  return (
    <DialogForm
      title={t('draft')}
      onClose={onClose}
      onSubmit={submit}
      action={t('write')}
      busy={draft.isPending}
      errors={rest}
    >
      <p className="subtle">{t('draftLead')}</p>
      <TextField
        label={t('version')}
        help={t('versionHelp')}
        value={version}
        onChange={setVersion}
        error={byField.version}
        maxLength={40}
        required
        autoFocus
      />
      <SelectField
        label={t('basedOn')}
        choices={all.map((one) => ({
          id: one.version,
          label: `${one.version} (${t(`state.${one.state}`)})`,
        }))}
        value={basedOn}
        onChange={setBasedOn}
        error={byField.basedOn}
        required
      />
      <TextField
        label={t('note')}
        value={note}
        onChange={setNote}
        error={byField.note}
        lines={2}
        maxLength={2000}
        required
      />
    </DialogForm>
  );
}

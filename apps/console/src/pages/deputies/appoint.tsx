import { useState } from 'react';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useMe, useRead, useWrite } from '../../api/queries.js';
import type { DeputyCandidate, Deputy, Page } from '../../api/types.js';
import { dayFromNow } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useDeputyText } from './text.js';

const FIELDS = ['absentId', 'deputyId', 'kind', 'from', 'to', 'note'];

interface Draft {
  absentId: string | null;
  deputyId: string | null;
  kind: string | null;
  from: string;
  to: string;
  note: string;
}

/** Oneself, or, for an officer or administrator, anybody; the deputy comes from the same department and role. */
export function AppointDialog({ onClose }: { onClose: () => void }) {
  const t = useDeputyText();
  const words = useWords();
  const me = useMe();
  const { data } = useRead<Page<DeputyCandidate>>('/deputies/candidates');
  const people = data?.items ?? [];
  const [draft, setDraft] = useState<Draft>({
    absentId: me.id,
    deputyId: null,
    kind: 'period',
    from: dayFromNow(0),
    to: dayFromNow(0),
    note: '',
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const appoint = useWrite(
    () => call<Deputy>('POST', '/deputies', { body: { ...draft, note: draft.note.trim() || null } }),
    { touches: ['/deputies', '/me'] },
  );
  const { byField, rest } = fieldErrors(appoint.error, FIELDS);
  const submit = async () => {
    await appoint.mutateAsync(undefined);
    toast(t('added'));
    onClose();
  };
  const absent = people.find(({ id }) => id === draft.absentId);
  const fit = people.filter(
    ({ id, role, departmentId }) =>
      absent && id !== absent.id && role === absent.role && departmentId === absent.departmentId,
  );
  const choice = ({ id, name, position, departmentName }: DeputyCandidate) => ({
    id,
    label: id === me.id ? `${name} (${t('self')})` : name,
    detail: [departmentName, words.position[position]].filter(Boolean).join(' · '),
  });
  const others = me.role === 'admin' || me.role === 'officer';
  return (
    <DialogForm
      title={t('addTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('add')}
      busy={appoint.isPending}
      errors={rest}
      ready={draft.absentId !== null && draft.deputyId !== null}
    >
      {others && (
        <ComboField
          label={t('absent')}
          name="absentId"
          choices={people.map(choice)}
          value={draft.absentId}
          onChange={(absentId) => change({ absentId, deputyId: null })}
          error={byField.absentId}
          required
        />
      )}
      <ComboField
        key={draft.absentId}
        label={t('deputy')}
        name="deputyId"
        help={t('deputyHelp')}
        choices={fit.map(choice)}
        value={draft.deputyId}
        onChange={(deputyId) => change({ deputyId })}
        error={byField.deputyId}
        required
      />
      <RadioField
        label={t('kind')}
        name="kind"
        choices={[
          { id: 'period', label: words.deputy.period, detail: t('periodHelp') },
          { id: 'once', label: words.deputy.once, detail: t('onceHelp') },
        ]}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        error={byField.kind}
      />
      <div className="form-row">
        <TextField
          label={t('from')}
          name="from"
          type="date"
          required
          value={draft.from}
          onChange={(from) => change({ from, ...(draft.to < from && { to: from }) })}
          error={byField.from}
        />
        <TextField
          label={t('to')}
          name="to"
          type="date"
          required
          min={draft.from}
          value={draft.to}
          onChange={(to) => change({ to })}
          error={byField.to}
        />
      </div>
      <TextField
        label={t('note')}
        name="note"
        help={t('noteHelp')}
        maxLength={500}
        value={draft.note}
        onChange={(note) => change({ note })}
        error={byField.note}
      />
    </DialogForm>
  );
}

import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { ActionRequest, Colleague } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useRequestText } from './text.js';

/** 배부: which division answers, and perhaps who there. */
export interface AssignmentDraft {
  unit: string;
  handlerId: string | null;
}
export const NOBODY: AssignmentDraft = { unit: '', handlerId: null };
export const ASSIGNED = ['handlingUnit', 'handlerId'] as const;
/** As the API names them. */
export const fieldsOf = ({ unit, handlerId }: AssignmentDraft) => ({ handlingUnit: unit, handlerId });

interface AssignmentFieldsProps {
  value: AssignmentDraft;
  onChange: (value: AssignmentDraft) => void;
  errors: Partial<Record<(typeof ASSIGNED)[number], string>>;
  required?: boolean;
}

export function AssignmentFields({ value, onChange, errors, required = false }: AssignmentFieldsProps) {
  const t = useRequestText();
  const words = useWords();
  const { data } = useRead<{ items: Colleague[] }>('/colleagues');
  return (
    <div className="form-row">
      <TextField
        label={t('handlingUnit')}
        help={t('handlingUnitHelp')}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        error={errors.handlingUnit}
        maxLength={100}
        required={required}
      />
      <ComboField
        label={t('handler')}
        help={t('handlerHelp')}
        choices={(data?.items ?? []).map(({ id, name, position }) => ({
          id,
          label: name,
          detail: words.position[position],
        }))}
        value={value.handlerId}
        onChange={(handlerId) => onChange({ ...value, handlerId })}
        error={errors.handlerId}
      />
    </div>
  );
}

/** 배부, or 재배부 within the department: no refusal, and no new deadline. */
export function Assign({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('POST /requests/:id/assignment')) return null;
  const first = request.assignedAt === null;
  return (
    <div>
      <Button kind={first ? 'primary' : 'tertiary'} small={!first} onPress={() => setOpen(true)}>
        {t(first ? 'assign' : 'assignAgain')}
      </Button>
      {isOpen && <AssignDialog request={request} onClose={() => setOpen(false)} />}
    </div>
  );
}

function AssignDialog({ request, onClose }: { request: ActionRequest; onClose: () => void }) {
  const t = useRequestText();
  const [value, setValue] = useState({ unit: request.handlingUnit ?? '', handlerId: request.handlerId });
  const assign = useWrite(
    () =>
      call('POST', `/requests/${request.id}/assignment`, {
        body: { handlingUnit: value.unit.trim(), handlerId: value.handlerId },
        ifMatch: request.version,
      }),
    { touches: ['/requests', '/issues', '/work'] },
  );
  const { byField, rest } = useFieldErrors(assign.error, ASSIGNED, fieldsOf(value));
  const submit = async () => {
    await assign.mutateAsync(undefined);
    toast(t('assignedDone'));
    onClose();
  };
  return (
    <DialogForm
      title={t(request.assignedAt ? 'assignAgain' : 'assign')}
      onClose={onClose}
      onSubmit={submit}
      action={t('assign')}
      busy={assign.isPending}
      errors={rest}
    >
      <p className="subtle">{t('assignLead')}</p>
      <AssignmentFields value={value} onChange={setValue} errors={byField} required />
    </DialogForm>
  );
}

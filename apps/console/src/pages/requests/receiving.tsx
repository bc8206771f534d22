import { useState } from 'react';
import { call } from '../../api/call.js';
import { useDepartments, useMay, useMe, useWrite } from '../../api/queries.js';
import type { ActionRequest } from '../../api/types.js';
import { AssignmentFields, ASSIGNED, fieldsOf, NOBODY } from './assignment.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { useRequestText } from './text.js';

const TOUCHED = ['/requests', '/issues', '/work'];

/** 접수 with one press, or 소관 아님: both are honourable. */
export function Receive({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [assignment, setAssignment] = useState(NOBODY);
  const acknowledge = useWrite(
    () =>
      call('POST', `/requests/${request.id}/acknowledgement`, {
        body: { handlingUnit: assignment.unit.trim() || null, handlerId: assignment.handlerId },
        ifMatch: request.version,
      }),
    { touches: TOUCHED },
  );
  const { byField, rest } = useFieldErrors(acknowledge.error, ASSIGNED, fieldsOf(assignment));
  if (!may('POST /requests/:id/acknowledgement')) return null;
  const submit = async () => {
    await acknowledge.mutateAsync(undefined);
    toast(t('acknowledgedDone'));
  };
  return (
    <Form onSubmit={submit}>
      <AssignmentFields value={assignment} onChange={setAssignment} errors={byField} />
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button type="submit" kind="primary" icon="check" isPending={acknowledge.isPending}>
          {t('acknowledge')}
        </Button>
        <NotOurs request={request} />
      </div>
    </Form>
  );
}

/** Often found out only after it was received. */
export function NotOurs({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [refusing, setRefusing] = useState(false);
  if (!may('POST /requests/:id/refusal')) return null;
  return (
    <div>
      <Button onPress={() => setRefusing(true)}>{t('notOurs')}</Button>
      {refusing && <Refuse request={request} onClose={() => setRefusing(false)} />}
    </div>
  );
}

function Refuse({ request, onClose }: { request: ActionRequest; onClose: () => void }) {
  const t = useRequestText();
  const me = useMe();
  const departments = useDepartments();
  const [reason, setReason] = useState('');
  const [suggestedDepartmentId, setSuggested] = useState<string | null>(null);
  const refuse = useWrite(
    () =>
      call('POST', `/requests/${request.id}/refusal`, {
        body: { reason: reason.trim(), suggestedDepartmentId },
        ifMatch: request.version,
      }),
    { touches: TOUCHED },
  );
  const { byField, rest } = useFieldErrors(refuse.error, ['reason', 'suggestedDepartmentId'], {
    reason,
    suggestedDepartmentId,
  });
  const submit = async () => {
    await refuse.mutateAsync(undefined);
    toast(t('refusedDone'));
    onClose();
  };
  return (
    <DialogForm
      title={t('refuseTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('refuse')}
      busy={refuse.isPending}
      errors={rest}
    >
      <p className="subtle">{t('refuseLead')}</p>
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={2}
        maxLength={4000}
        required
        autoFocus
      />
      <ComboField
        label={t('suggest')}
        choices={departments.all
          .filter(({ id }) => id !== me.departmentId)
          .map(({ id, name }) => ({ id, label: name }))}
        value={suggestedDepartmentId}
        onChange={setSuggested}
        error={byField.suggestedDepartmentId}
      />
    </DialogForm>
  );
}

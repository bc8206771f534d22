import { useState } from 'react';
import { call } from '../../api/call.js';
import { useDepartments, useMay, useMe, useWrite } from '../../api/queries.js';
import type { ActionRequest } from '../../api/types.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { useRequestText } from './text.js';

export const TOUCHED = ['/requests', '/issues', '/responses', '/work'];

/** 이행 확인 or 보완 요청, where an answer waits for it. */
export function Review({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const may = useMay();
  const [returning, setReturning] = useState(false);
  const [comment, setComment] = useState('');
  const { response } = request;
  const review = useWrite(
    (outcome: 'accept' | 'return') =>
      call('POST', `/responses/${response!.id}/review`, {
        body: { outcome, comment: comment.trim() || null },
      }),
    { touches: TOUCHED },
  );
  const { byField, rest } = useFieldErrors(review.error, ['comment'], { comment });
  const { role, departmentId } = useMe();
  // Who collects the answers of others may ask them for more; accepting is the office's.
  const collects =
    role === 'department' && request.collectedBy !== null && departmentId !== request.departmentId;
  const judges = may('POST /responses/:id/review') && (role !== 'department' || collects);
  if (response?.state !== 'submitted' || request.state !== 'answered' || !judges) return null;
  const judge = async (outcome: 'accept' | 'return') => {
    await review.mutateAsync(outcome);
    toast(t(outcome === 'accept' ? 'accepted' : 'returned'));
    setReturning(false);
  };
  return (
    <div className="form-actions no-print">
      {!collects && (
        <Button
          kind="primary"
          icon="check"
          isPending={review.isPending}
          onPress={() => void judge('accept').catch(() => undefined)}
        >
          {t('accept')}
        </Button>
      )}
      <Button onPress={() => setReturning(true)}>{t('return')}</Button>
      {!returning &&
        rest.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))}
      {returning && (
        <DialogForm
          title={t('returnTitle')}
          onClose={() => setReturning(false)}
          onSubmit={() => judge('return')}
          action={t('return')}
          busy={review.isPending}
          errors={rest}
        >
          <p className="subtle">{t('returnLead')}</p>
          <TextField
            label={t('commentLabel')}
            value={comment}
            onChange={setComment}
            error={byField.comment}
            lines={3}
            maxLength={4000}
            required
            autoFocus
          />
        </DialogForm>
      )}
    </div>
  );
}

const MOVABLE = new Set<ActionRequest['state']>([
  'delivered',
  'acknowledged',
  'returned',
  'answered',
  'refused',
]);

/** 소관 변경: most of all after a department has said that it is not theirs, but also where the office sees it first. */
export function Transfer({ request }: { request: ActionRequest }) {
  const may = useMay();
  const { state, departmentId } = request;
  if (!MOVABLE.has(state) || departmentId === null || !may('POST /requests/:id/transfer')) return null;
  return <Move key={request.suggestedDepartmentId} request={request} />;
}

/** Begins with what the department proposed, so it is there only once that is known. */
function Move({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const departments = useDepartments();
  const [isOpen, setOpen] = useState(false);
  const [departmentId, setDepartment] = useState(request.suggestedDepartmentId);
  const [reason, setReason] = useState('');
  const [dueOn, setDueOn] = useState('');
  const transfer = useWrite(
    () =>
      call('POST', `/requests/${request.id}/transfer`, {
        body: { departmentId, reason: reason.trim(), dueAt: dueOn || null },
        ifMatch: request.version,
      }),
    { touches: TOUCHED },
  );
  const { byField, rest } = useFieldErrors(transfer.error, ['departmentId', 'reason', 'dueAt'], {
    departmentId,
    reason,
    dueAt: dueOn,
  });
  const submit = async () => {
    await transfer.mutateAsync(undefined);
    toast(t('transferred'));
    setOpen(false);
  };
  return (
    <div className="form-actions no-print">
      <Button
        kind={request.state === 'refused' ? 'primary' : 'tertiary'}
        small={request.state !== 'refused'}
        onPress={() => setOpen(true)}
      >
        {t('transfer')}
      </Button>
      {isOpen && (
        <DialogForm
          title={t('transferTitle')}
          onClose={() => setOpen(false)}
          onSubmit={submit}
          action={t('transfer')}
          busy={transfer.isPending}
          errors={rest}
        >
          <ComboField
            label={t('transferTo')}
            choices={departments.all.map(({ id, name }) => ({ id, label: name }))}
            value={departmentId}
            onChange={setDepartment}
            error={byField.departmentId}
            required
          />
          <TextField
            label={t('reason')}
            value={reason}
            onChange={setReason}
            error={byField.reason}
            lines={2}
            maxLength={4000}
            required
          />
          <TextField
            label={t('newDue')}
            help={t('newDueHelp')}
            type="date"
            value={dueOn}
            onChange={setDueOn}
            error={byField.dueAt}
          />
        </DialogForm>
      )}
    </div>
  );
}

import { useState } from 'react';
import { call } from '../../api/call.js';
import { useDepartments, useMe, useWrite } from '../../api/queries.js';
import type { ActionRequest, Bulk } from '../../api/types.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { AssignmentFields, NOBODY } from './assignment.js';
import { useRequestText } from './text.js';

type Act = 'acknowledge' | 'assign' | 'transfer';

interface BulkBarProps {
  chosen: ActionRequest[];
  onDone: () => void;
}

/** The same with each that is chosen, with a result for each. */
export function BulkBar({ chosen, onDone }: BulkBarProps) {
  const t = useRequestText();
  const { role } = useMe();
  const [act, setAct] = useState<Act | null>(null);
  const [result, setResult] = useState<{ bulk: Bulk; of: ActionRequest[] } | null>(null);
  const acts: [Act, string][] =
    role === 'department'
      ? [
          ['acknowledge', t('bulkAcknowledge')],
          ['assign', t('assign')],
        ]
      : [['transfer', t('bulkTransfer')]];
  const finish = (bulk: Bulk) => {
    setAct(null);
    const failed = bulk.items.some(({ done }) => !done);
    if (failed) setResult({ bulk, of: chosen });
    else toast(t('bulkDone', { done: bulk.items.length }));
    onDone();
  };
  return (
    <>
      {chosen.length > 0 && (
        <div
          className="form-actions no-print"
          role="group"
          aria-label={t('chosen', { count: chosen.length })}
        >
          <span className="small">{t('chosen', { count: chosen.length })}</span>
          {acts.map(([one, label]) => (
            <Button key={one} small onPress={() => setAct(one)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {act && <BulkDialog act={act} chosen={chosen} onClose={() => setAct(null)} onDone={finish} />}
      {result && <Result {...result} onClose={() => setResult(null)} />}
    </>
  );
}

interface BulkDialogProps {
  act: Act;
  chosen: ActionRequest[];
  onClose: () => void;
  onDone: (bulk: Bulk) => void;
}

function BulkDialog({ act, chosen, onClose, onDone }: BulkDialogProps) {
  const t = useRequestText();
  const departments = useDepartments();
  const [assignment, setAssignment] = useState(NOBODY);
  const [departmentId, setDepartment] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const body =
    act === 'transfer'
      ? { departmentId, reason: reason.trim() || null }
      : { handlingUnit: assignment.unit.trim() || null, handlerId: assignment.handlerId };
  const bulk = useWrite(
    () =>
      call<Bulk>('POST', '/requests/bulk', {
        body: { act, requestIds: chosen.map(({ id }) => id), ...body },
      }),
    { touches: ['/requests', '/issues', '/work'] },
  );
  const { byField, rest } = useFieldErrors(
    bulk.error,
    ['handlingUnit', 'handlerId', 'departmentId', 'reason'],
    body,
  );
  const label = t(act === 'transfer' ? 'bulkTransfer' : act === 'assign' ? 'assign' : 'bulkAcknowledge');
  return (
    <DialogForm
      title={`${label} · ${t('chosen', { count: chosen.length })}`}
      onClose={onClose}
      onSubmit={async () => onDone(await bulk.mutateAsync(undefined))}
      action={label}
      busy={bulk.isPending}
      errors={rest}
    >
      {act === 'transfer' ? (
        <>
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
        </>
      ) : (
        <AssignmentFields
          value={assignment}
          onChange={setAssignment}
          errors={byField}
          required={act === 'assign'}
        />
      )}
    </DialogForm>
  );
}

function Result({ bulk, of, onClose }: { bulk: Bulk; of: ActionRequest[]; onClose: () => void }) {
  const t = useRequestText();
  const titles = new Map(of.map(({ id, issueNumber, issueTitle }) => [id, `${issueNumber} ${issueTitle}`]));
  const done = bulk.items.filter((one) => one.done).length;
  return (
    <Dialog title={t('bulkResult')} isOpen onClose={onClose} wide>
      <div className="stack">
        <p>{t('bulkResultLead', { all: bulk.items.length, done })}</p>
        <ul className="stack-tight">
          {bulk.items.map(({ id, done: ok, reason }) => (
            <li key={id} className="row">
              <Badge tone={ok ? 'success' : 'danger'}>{t(ok ? 'done' : 'notDone')}</Badge>
              <span>
                {titles.get(id)}
                {reason && <span className="small subtle"> {reason}</span>}
              </span>
            </li>
          ))}
        </ul>
        <div className="dialog-actions">
          <Button kind="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

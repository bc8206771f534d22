import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useDepartments, useMay, useWrite } from '../../api/queries.js';
import type { Department } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useDepartmentText } from './text.js';

/** Under which department it stands, and which stand under it; whoever arranges departments changes it here. */
export function Place({ department }: { department: Department }) {
  const t = useDepartmentText();
  const may = useMay();
  const { nameOf } = useDepartments();
  const [moving, setMoving] = useState(false);
  const { parentId, validTo } = department;
  return (
    <span className="row">
      {parentId ? <Link to={`/departments/${parentId}`}>{nameOf(parentId)}</Link> : t('noParent')}
      {may('PUT /departments/:id/parent') && validTo === null && (
        <Button small aria-label={t('placeTitle')} onPress={() => setMoving(true)}>
          {t('place')}
        </Button>
      )}
      {moving && <Move department={department} onClose={() => setMoving(false)} />}
    </span>
  );
}

/** Those that stand under it today. */
export function Below({ of }: { of: string }) {
  const { all } = useDepartments();
  const below = all.filter(({ parentId }) => parentId === of);
  return (
    <ul className="stack-tight">
      {below.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/departments/${id}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

function Move({ department, onClose }: { department: Department; onClose: () => void }) {
  const t = useDepartmentText();
  const { all } = useDepartments();
  const { id, name, version } = department;
  const [parentId, setParentId] = useState(department.parentId);
  const [reason, setReason] = useState('');
  const place = useWrite(
    () =>
      call<Department>('PUT', `/departments/${id}/parent`, { body: { parentId, reason }, ifMatch: version }),
    { touches: ['/departments', `/departments/${id}`] },
  );
  const { byField, rest } = fieldErrors(place.error, ['parentId', 'reason']);
  const submit = async () => {
    await place.mutateAsync(undefined);
    toast(t('placed'));
    onClose();
  };
  return (
    <DialogForm
      title={t('placeTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('place')}
      busy={place.isPending}
      errors={rest}
      ready={parentId !== department.parentId && reason.trim() !== ''}
    >
      <p>{t('placeLead', { name })}</p>
      <ComboField
        label={t('parent')}
        name="parentId"
        choices={all.filter((one) => one.id !== id).map((one) => ({ id: one.id, label: one.name }))}
        value={parentId}
        onChange={setParentId}
        error={byField.parentId}
        optional={t('noParent')}
      />
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        maxLength={2000}
        required
      />
    </DialogForm>
  );
}

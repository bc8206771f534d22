import { useState } from 'react';
import { atLeast } from '#issues/rules/grade.js';
import { useDepartments } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { dayFromNow } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { RadioField } from '../../ui/choice-field.js';
import { ComboField, TextField } from '../../ui/field.js';
import { APPROVAL_FIELDS, ApprovalFields, useApproval } from './approval.js';
import { HOW_FIELDS, HowFields, useHow } from './how-fields.js';
import { usePageText } from './issue-text.js';
import { useDecide } from './use-decide.js';

/** 조정: differs from what was proposed, with a reason that stays on record. */
export function Adjust({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const words = useWords();
  const departments = useDepartments();
  const { run, error, busy } = useDecide(issue);
  const [grade, setGrade] = useState(issue.grade);
  const [direction, setDirection] = useState(issue.direction);
  const [leadDepartmentId, setLead] = useState(issue.leadDepartmentId);
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const { how, setHow, chosen } = useHow(issue);
  const lowers = grade && issue.grade && !atLeast(grade, issue.grade);
  const competence = useApproval(issue, lowers ? 'lower' : 'confirm', lowers ? issue.grade : grade);
  const { approval, missing } = competence;
  const { byField, rest } = useFieldErrors(
    error,
    ['grade', 'direction', 'leadDepartmentId', 'dueAt', 'reason', ...HOW_FIELDS, ...APPROVAL_FIELDS],
    { grade, direction, leadDepartmentId, dueAt: dueOn, reason, ...how, approval },
  );
  const submit = async () => {
    await run({
      outcome: 'override',
      grade,
      direction,
      leadDepartmentId,
      dueAt: dueOn || null,
      ...chosen,
      reason: reason.trim(),
      ...(approval && { approval }),
    });
    onClose();
  };
  const directions = choicesOf(words.direction).map((one) => ({ ...one, detail: t(`direction.${one.id}`) }));
  return (
    <DialogForm
      title={t('adjustTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('adjust')}
      busy={busy}
      errors={rest}
      ready={missing === null || approval !== null}
      wide
    >
      <p className="subtle">{t('adjustLead')}</p>
      <RadioField
        label={t('grade')}
        choices={choicesOf(words.grade)}
        value={grade}
        onChange={(value) => setGrade(value as Issue['grade'])}
        error={byField.grade}
        required
      />
      <RadioField
        label={t('direction')}
        choices={directions}
        value={direction}
        onChange={(value) => setDirection(value as Issue['direction'])}
        error={byField.direction}
        required
      />
      {direction === 'department' && (
        <div className="form-row">
          <ComboField
            label={t('leadDepartment')}
            choices={departments.all.map(({ id, name }) => ({ id, label: name }))}
            value={leadDepartmentId}
            onChange={setLead}
            error={byField.leadDepartmentId}
            required
          />
          <TextField
            label={t('dueAt')}
            help={t('dueHelp')}
            type="date"
            value={dueOn}
            min={dayFromNow(0)}
            onChange={setDueOn}
            error={byField.dueAt}
          />
        </div>
      )}
      <HowFields stands={issue} how={how} onChange={setHow} errors={byField} />
      <TextField
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={2}
        maxLength={4000}
        required
      />
      <ApprovalFields of={competence} errors={byField} />
    </DialogForm>
  );
}

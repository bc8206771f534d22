import { call } from '../../api/call.js';
import { useDraft } from '../../api/draft.js';
import { useMe, useWrite } from '../../api/queries.js';
import { useUploads } from '../../api/upload.js';
import type { ActionRequest, DepartmentResponse } from '../../api/types.js';
import { FileDrop, type Chosen } from '../../files/file-drop.js';
import { useFileText } from '../../files/text.js';
import { choicesOf, useWords } from '../../text/words.js';
import { DraftFound, DraftKept } from '../../ui/draft.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { TemplatePicker } from '../templates/template-picker.js';
import { useRequestText } from './text.js';

interface AnswerDraft {
  text: string;
  status: DepartmentResponse['status'];
  progress: string;
  handlingUnit: string;
  position: string;
  name: string;
  docNo: string;
  missingReason: string;
  evidence: Chosen[];
}

const FIELDS = [
  'text',
  'status',
  'progress',
  'handlingUnit',
  'confirmedBy',
  'docNo',
  'missingReason',
  'evidence',
] as const;

/** The answer half filled in: what is known already stands there. */
export function AnswerForm({ request, onSent }: { request: ActionRequest; onSent: () => void }) {
  const t = useRequestText();
  const words = useWords();
  const { role } = useMe();
  const draft = useDraft(`answer-${request.id}-${request.response?.version ?? 0}`, emptyAnswer(request));
  const { value, change } = draft;
  const files = useFileText();
  const uploads = useUploads((file) => change({ evidence: [...value.evidence, { file, note: '' }] }));
  const answer = useWrite(
    () =>
      call('POST', `/requests/${request.id}/responses`, { body: bodyOf(value), ifMatch: request.version }),
    { touches: ['/requests', '/issues', '/responses', '/work'] },
  );
  const { byField: errors, rest } = useFieldErrors(answer.error, FIELDS, {
    ...value,
    confirmedBy: `${value.position} ${value.name}`,
  });
  const missing = request.collects
    .filter(({ state }) => !HAS_COME.has(state))
    .map(({ departmentName }) => departmentName);
  const submit = async () => {
    if (uploads.busy) return;
    await answer.mutateAsync(undefined);
    draft.forget();
    toast(t('sent'));
    onSent();
  };
  return (
    <Form onSubmit={submit}>
      <DraftFound draft={draft} />
      <TemplatePicker request={request} text={value.text} onPick={change} />
      <TextField
        label={t('answerText')}
        name="text"
        help={t('answerHelp')}
        value={value.text}
        onChange={(text) => change({ text })}
        error={errors.text}
        lines={6}
        maxLength={20_000}
        required
      />
      {!value.text && role === 'department' && (
        <div className="form-actions">
          <Button small onPress={() => change({ text: t('notApplicableText'), status: 'not-applicable' })}>
            {t('notApplicable')}
          </Button>
        </div>
      )}
      <div className="form-row">
        <SelectField
          label={t('measure')}
          name="status"
          choices={choicesOf(words.measure)}
          value={value.status}
          onChange={(status) => change({ status: status as AnswerDraft['status'] })}
          error={errors.status}
          optional
        />
        <TextField
          label={t('progressLabel')}
          name="progress"
          type="number"
          min={0}
          max={100}
          value={value.progress}
          onChange={(progress) => change({ progress })}
          error={errors.progress}
        />
        <TextField
          label={t('handlingUnit')}
          name="handlingUnit"
          value={value.handlingUnit}
          onChange={(handlingUnit) => change({ handlingUnit })}
          error={errors.handlingUnit}
          maxLength={100}
        />
      </div>
      <Confirmed value={value} change={change} errors={errors} />
      {missing.length > 0 && (
        <TextField
          label={t('missingReason')}
          name="missingReason"
          help={t('missingHelp', { departments: missing.join(', ') })}
          value={value.missingReason}
          onChange={(missingReason) => change({ missingReason })}
          error={errors.missingReason}
          maxLength={1000}
        />
      )}
      <FileDrop
        label={files('evidence')}
        chosen={value.evidence}
        onChange={(evidence) => change({ evidence })}
        uploads={uploads}
        errors={(n) => errors[`evidence.${n}.fileId`] ?? errors[`evidence.${n}.note`]}
        withNotes
      />
      {uploads.busy && <Notice>{files('waiting')}</Notice>}
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button type="submit" kind="primary" isPending={answer.isPending} isDisabled={uploads.busy}>
          {t('send')}
        </Button>
        <DraftKept draft={draft} />
      </div>
    </Form>
  );
}

/** Who confirmed it within the department, and under which number it was sent. */
function Confirmed({ value, change, errors }: ConfirmedProps) {
  const t = useRequestText();
  return (
    <div className="form-row">
      <TextField
        label={t('position')}
        name="position"
        help={t('confirmHelp')}
        value={value.position}
        onChange={(position) => change({ position })}
        error={errors['confirmedBy.position'] ?? errors.confirmedBy}
        maxLength={60}
      />
      <TextField
        label={t('name')}
        name="name"
        value={value.name}
        onChange={(name) => change({ name })}
        error={errors['confirmedBy.name']}
        maxLength={60}
      />
      <TextField
        label={t('docNo')}
        name="docNo"
        value={value.docNo}
        onChange={(docNo) => change({ docNo })}
        error={errors.docNo}
        maxLength={100}
      />
    </div>
  );
}

interface ConfirmedProps {
  value: AnswerDraft;
  change: (part: Partial<AnswerDraft>) => void;
  errors: Partial<Record<string, string>>;
}

/** Sent back: what was written before is where one goes on. */
const emptyAnswer = ({ response, handlingUnit }: ActionRequest): AnswerDraft => ({
  text: response?.text ?? '',
  status: response?.status ?? null,
  progress: response?.progress === null || response === null ? '' : String(response.progress),
  handlingUnit: response?.handlingUnit ?? handlingUnit ?? '',
  position: response?.confirmedBy?.position ?? '',
  name: response?.confirmedBy?.name ?? '',
  docNo: '',
  missingReason: '',
  evidence: (response?.evidence ?? []).map(({ note, versions }) => ({
    file: versions[0]!,
    note: note ?? '',
  })),
});

const HAS_COME = new Set(['answered', 'accepted']);
const orNull = (text: string): string | null => text.trim() || null;

function bodyOf({
  text,
  status,
  progress,
  handlingUnit,
  position,
  name,
  docNo,
  missingReason,
  evidence,
}: AnswerDraft) {
  const confirmed = position.trim() || name.trim();
  return {
    text: text.trim(),
    status,
    progress: progress === '' ? null : Number(progress),
    handlingUnit: orNull(handlingUnit),
    confirmedBy: confirmed ? { position: position.trim(), name: name.trim() } : null,
    docNo: orNull(docNo),
    missingReason: orNull(missingReason),
    evidence: evidence.map(({ file, note }) => ({ fileId: file.id, note: orNull(note) })),
  };
}

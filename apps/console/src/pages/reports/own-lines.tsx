import { useState } from 'react';
import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { Report } from '../../api/types.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { newestOf } from './editions.js';
import { useReportText } from './text.js';

const FIELDS = ['correctionReason', 'opening', 'remarks', 'documentNo', 'policyNo', 'consulted'] as const;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[○ㅇ\-\s]+/u, '').trim())
    .filter(Boolean);

/** 담당자 작성란: what the officer writes into the draft beside what is compiled. */
export function OwnLinesDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useReportText();
  const own = report.ownLines;
  // Of the first edition there is nothing to correct.
  const corrects = (newestOf(report)?.number ?? 1) > 1;
  const [draft, setDraft] = useState({
    correctionReason: own.correctionReason ?? '',
    opening: own.opening ?? '',
    remarks: own.remarks.join('\n'),
    documentNo: own.documentNo ?? '',
    policyNo: own.policyNo ?? '',
    consulted: own.consulted.join('\n'),
  });
  const write = useWrite(
    () =>
      call<Report>('PATCH', `/reports/${report.month}`, {
        body: {
          opening: draft.opening.trim() || null,
          remarks: lines(draft.remarks),
          documentNo: draft.documentNo.trim() || null,
          policyNo: draft.policyNo.trim() || null,
          consulted: lines(draft.consulted),
          ...(corrects && { correctionReason: draft.correctionReason.trim() || null }),
        },
        ifMatch: report.version,
      }),
    { touches: ['/reports'] },
  );
  const { byField, rest } = useFieldErrors(write.error, FIELDS, draft);
  const submit = async () => {
    await write.mutateAsync(undefined);
    toast(t('linesSaved'));
    onClose();
  };
  const field = (name: (typeof FIELDS)[number], more: object = {}) => (
    <TextField
      label={t(`lines.${name}`)}
      value={draft[name]}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
      error={byField[name]}
      {...more}
    />
  );
  return (
    <DialogForm
      title={t('lines')}
      onClose={onClose}
      onSubmit={submit}
      action={t('linesSave')}
      busy={write.isPending}
      errors={rest}
      wide
    >
      <p className="subtle">{t('linesLead')}</p>
      {corrects && field('correctionReason', { maxLength: 300, lines: 2, autoFocus: true })}
      {field('opening', { maxLength: 300, lines: 2, autoFocus: !corrects })}
      {field('remarks', { maxLength: 3000, lines: 4, help: t('lines.remarksHelp') })}
      <div className="form-row">
        {field('documentNo', { maxLength: 60 })}
        {field('policyNo', { maxLength: 60 })}
      </div>
      {field('consulted', { maxLength: 600, lines: 2, help: t('lines.remarksHelp') })}
    </DialogForm>
  );
}

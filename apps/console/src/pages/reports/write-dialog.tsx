import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Report } from '../../api/types.js';
import { monthFromNow, useFormat } from '../../text/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/waiting.js';
import { isOpen, newestOf } from './editions.js';
import { useCompile } from './report-writes.js';
import { useReportText } from './text.js';

/** Months for which a report is ever written by hand. */
const OFFERED = [-1, 0, 1, 2, 3, 4, 5, 6];

export function WriteDialog({ reports, onClose }: { reports: Report[]; onClose: () => void }) {
  const t = useReportText();
  const format = useFormat();
  const navigate = useNavigate();
  const [month, setMonth] = useState(monthFromNow(1));
  const compile = useCompile();
  const detail = (of: string) => {
    const report = reports.find((one) => one.month === of);
    const newest = report && newestOf(report);
    return newest ? { detail: t(isOpen(newest) ? 'choiceDraft' : 'choiceIssued') } : {};
  };
  const chosen = detail(month).detail;
  return (
    <Dialog title={t('write')} isOpen onClose={onClose}>
      <Form
        onSubmit={async () => {
          await compile.mutateAsync(month);
          onClose();
          void navigate(`/reports/${month}`);
        }}
      >
        <p>{t('writeLead')}</p>
        <SelectField
          label={t('month')}
          choices={OFFERED.map((months) => monthFromNow(months)).map((id) => ({
            id,
            label: format.month(id),
            ...detail(id),
          }))}
          value={month}
          onChange={(chosenMonth) => chosenMonth && setMonth(chosenMonth)}
        />
        {chosen && (
          <Notice>
            {format.month(month)} · {chosen}
          </Notice>
        )}
        {compile.error && <Notice tone="danger">{compile.error.message}</Notice>}
        <div className="dialog-actions">
          <Button type="submit" kind="primary" isPending={compile.isPending}>
            {t('writeDo')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

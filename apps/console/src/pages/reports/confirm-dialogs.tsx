import type { Report } from '../../api/types.js';
import { Confirm } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { APPROVAL_FIELDS, ApprovalFields, useReportApproval } from '../issues/approval.js';
import { useEditionName, type Edition } from './editions.js';
import { useApprove, useCompile, useHold } from './report-writes.js';
import { useReportText } from './text.js';

interface AboutEdition {
  report: Report;
  edition: Edition;
  isOpen: boolean;
  onClose: () => void;
}

export function ApproveDialog({ report, edition, onClose }: Omit<AboutEdition, 'isOpen'>) {
  const t = useReportText();
  const nameOf = useEditionName();
  const competence = useReportApproval();
  const approve = useApprove();
  const { approval } = competence;
  const { byField, rest } = useFieldErrors(approve.error, APPROVAL_FIELDS, { approval });
  // Named as it will be: no draft any more.
  const name = nameOf({ number: edition.number, state: 'approved' });
  const submit = async () => {
    await approve.mutateAsync({ report, approval });
    onClose();
  };
  return (
    <DialogForm
      title={t('approveTitle', { edition: name })}
      onClose={onClose}
      onSubmit={submit}
      action={t('approve')}
      busy={approve.isPending}
      errors={rest}
    >
      <ul className="report-points">
        <li>{t('approve.final')}</li>
        <li>{t('approve.sent')}</li>
        {edition.number > 1 && <li>{t('approve.replaces')}</li>}
        <li>{t('approve.formal')}</li>
      </ul>
      <ApprovalFields of={competence} errors={byField} />
    </DialogForm>
  );
}

export function HoldDialog({
  report,
  act,
  onClose,
}: {
  report: Report;
  act: 'hold' | 'release';
  onClose: () => void;
}) {
  const t = useReportText();
  const hold = useHold(act);
  return (
    <ReasonDialog
      title={t(act === 'hold' ? 'holdTitle' : 'releaseTitle')}
      label={t('reason')}
      action={t(act)}
      maxLength={1000}
      onClose={onClose}
      onGive={(reason) => hold.mutateAsync({ report, reason })}
    >
      <p>{t(act === 'hold' ? 'holdLead' : 'releaseLead')}</p>
    </ReasonDialog>
  );
}

export function CorrectDialog({ report, edition, isOpen, onClose }: AboutEdition) {
  const t = useReportText();
  const nameOf = useEditionName();
  const compile = useCompile();
  return (
    <Confirm
      title={t('correctTitle')}
      action={t('correct')}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={() => compile.mutateAsync(report.month)}
    >
      <p>{t('correctLead', { edition: nameOf(edition), number: edition.number + 1 })}</p>
    </Confirm>
  );
}

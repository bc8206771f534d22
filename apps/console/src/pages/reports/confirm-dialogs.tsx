import type { Report } from '../../api/types.js';
import { Confirm } from '../../ui/dialog.js';
import { useEditionName, type Edition } from './editions.js';
import { useApprove, useCompile } from './report-writes.js';
import { useReportText } from './text.js';

interface AboutEdition {
  report: Report;
  edition: Edition;
  isOpen: boolean;
  onClose: () => void;
}

export function ApproveDialog({ report, edition, isOpen, onClose }: AboutEdition) {
  const t = useReportText();
  const nameOf = useEditionName();
  const approve = useApprove();
  // Named as it will be: no draft any more.
  const name = nameOf({ number: edition.number, state: 'approved' });
  return (
    <Confirm
      title={t('approveTitle', { edition: name })}
      action={t('approve')}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={() => approve.mutateAsync(report)}
    >
      <ul className="report-points">
        <li>{t('approve.final')}</li>
        <li>{t('approve.sent')}</li>
        {edition.number > 1 && <li>{t('approve.replaces')}</li>}
        <li>{t('approve.formal')}</li>
      </ul>
    </Confirm>
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

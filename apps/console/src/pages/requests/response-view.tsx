import { useMe } from '../../api/queries.js';
import type { DepartmentResponse } from '../../api/types.js';
import { Attachments } from '../../files/attachments.js';
import { useFileText } from '../../files/text.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Notice } from '../../ui/waiting.js';
import { useRequestText } from './text.js';

const TONES = { submitted: 'warning', accepted: 'success', returned: 'danger' } as const;

/** One version of an answer, with who checked it and what was said of it. */
export function ResponseView({ response }: { response: DepartmentResponse }) {
  const t = useRequestText();
  const words = useWords();
  const format = useFormat();
  const files = useFileText();
  const { confirmedBy } = response;
  const isDepartment = useMe().role === 'department';
  return (
    <div className="stack-tight">
      <div className="row">
        <strong>{t('version', { n: response.version })}</strong>
        <Badge tone={TONES[response.state]}>{words.response[response.state]}</Badge>
        {response.status && <Badge>{words.measure[response.status]}</Badge>}
        {response.confirmation && response.confirmation !== 'enough' && !isDepartment && (
          <Badge tone="warning">{words.confirmation[response.confirmation]}</Badge>
        )}
        {response.consolidates && <Badge tone="info">{t('forAll')}</Badge>}
        {response.progress !== null && <Badge>{t('progress', { progress: response.progress })}</Badge>}
      </div>
      <p className="response-text">{response.text}</p>
      <p className="small subtle">
        {[
          response.postedByName,
          format.instant(response.postedAt),
          response.handlingUnit,
          confirmedBy && `${t('confirmedBy')} ${confirmedBy.position} ${confirmedBy.name}`,
          response.docNo && `${t('docNo')} ${response.docNo}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {response.consolidates && (
        <p className="small">
          {t('holds', {
            departments: response.consolidates
              .map(({ departmentName, responseId }) =>
                responseId ? departmentName : `${departmentName}(${t('notCome')})`,
              )
              .join(', '),
          })}
          {response.missingReason && ` · ${t('missingReason')}: ${response.missingReason}`}
        </p>
      )}
      <Attachments of={response.evidence} label={files('evidence')} />
      {response.comment && (
        <Notice
          tone={response.state === 'returned' ? 'warning' : 'info'}
          title={response.state === 'returned' && t('comment')}
        >
          {response.comment}
        </Notice>
      )}
    </div>
  );
}

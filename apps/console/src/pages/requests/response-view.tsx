import type { DepartmentResponse } from '../../api/types.js';
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
  const { confirmedBy } = response;
  return (
    <div className="stack-tight">
      <div className="row">
        <strong>{t('version', { n: response.version })}</strong>
        <Badge tone={TONES[response.state]}>{words.response[response.state]}</Badge>
        {response.status && <Badge>{words.measure[response.status]}</Badge>}
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

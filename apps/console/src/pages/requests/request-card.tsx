import { Link } from 'react-router';
import type { ActionRequest } from '../../api/types.js';
import { useDepartments } from '../../api/queries.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, RequestBadge } from '../../ui/badge.js';
import { Facts } from '../../ui/panel.js';
import { Notice } from '../../ui/waiting.js';
import { isLate } from '../issues/overdue.js';
import { Review, Transfer } from './judging.js';
import { ResponseView } from './response-view.js';
import { useRequestText } from './text.js';
import '../issues/issues.css';

/** A request with its newest answer, and what the office can do with it. */
export function RequestCard({ request, withinIssue }: { request: ActionRequest; withinIssue?: boolean }) {
  const t = useRequestText();
  const format = useFormat();
  const { nameOf } = useDepartments();
  return (
    <article className="request-card">
      <div className="row-apart">
        <div className="row">
          <strong>{request.departmentName ?? t(request.state === 'planned' ? 'toLead' : 'task')}</strong>
          <RequestBadge request={request} />
          {isLate(request) && <Badge tone="danger">{t('overdue')}</Badge>}
        </div>
        {withinIssue && <Link to={`/requests/${request.id}`}>{t('open')}</Link>}
      </div>
      <RequestText request={request} />
      <Facts
        facts={[
          [t('dueAt'), request.dueAt && format.due(request.dueAt)],
          [t('delivered'), request.deliveredAt && format.instant(request.deliveredAt)],
          [t('acknowledged'), request.acknowledgedAt && format.instant(request.acknowledgedAt)],
          [t('answered'), request.answeredAt && format.instant(request.answeredAt)],
          [t('handlingUnit'), request.handlingUnit],
          [t('requestDocNo'), request.docNo],
        ]}
      />
      {request.state === 'refused' && (
        <Notice tone="warning" title={t('refusedWhy')}>
          {request.refusalReason}
          {request.suggestedDepartmentId && (
            <p>
              {t('suggested')}: {nameOf(request.suggestedDepartmentId)}
            </p>
          )}
        </Notice>
      )}
      {request.response && <ResponseView response={request.response} />}
      <Transfer request={request} />
      <Review request={request} />
    </article>
  );
}

/** (단기) 하수관로 점검 … as the report prints it. */
export function RequestText({ request }: { request: Pick<ActionRequest, 'horizon' | 'text'> }) {
  const words = useWords();
  return (
    <p className="prewrap">
      {request.horizon && <strong>({words.horizon[request.horizon]}) </strong>}
      {request.text}
    </p>
  );
}

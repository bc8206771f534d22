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
import { OfficePaper } from './letter.js';
import { ResponseView } from './response-view.js';
import { useRequestText } from './text.js';
import { Withdraw } from './withdraw.js';
import '../issues/issues.css';

/** A request with its newest answer, and what the office can do with it. */
export function RequestCard({ request, withinIssue }: { request: ActionRequest; withinIssue?: boolean }) {
  const t = useRequestText();
  const format = useFormat();
  const { nameOf } = useDepartments();
  const byWhom = (at: string | null, name: string | null | undefined) =>
    at && [format.instant(at), name].filter(Boolean).join(' · ');
  return (
    <article className="request-card">
      <div className="row-apart">
        <div className="row">
          <strong>{request.departmentName ?? t(request.state === 'planned' ? 'toLead' : 'task')}</strong>
          <RequestBadge request={request} />
          {request.collects.length > 0 && (
            <Badge tone="info">{t('collects', { count: request.collects.length })}</Badge>
          )}
          {request.collectedBy && <Badge>{t('collectedBadge')}</Badge>}
          {isLate(request) && <Badge tone="danger">{t('overdue')}</Badge>}
        </div>
        {withinIssue && <Link to={`/requests/${request.id}`}>{t('open')}</Link>}
      </div>
      <RequestText request={request} />
      <Facts
        facts={[
          [t('dueAt'), request.dueAt && format.due(request.dueAt)],
          [t('delivered'), byWhom(request.deliveredAt, request.requestedByName)],
          [t('acknowledged'), byWhom(request.acknowledgedAt, request.acknowledgedByName)],
          [
            t('assignDue'),
            request.state === 'acknowledged' &&
              !request.assignedAt &&
              request.assignBy &&
              format.due(request.assignBy),
          ],
          [t('assigned'), byWhom(request.assignedAt, request.assignedByName)],
          [t('handlingUnit'), [request.handlingUnit, request.handlerName].filter(Boolean).join(' · ')],
          [t('answered'), byWhom(request.answeredAt, request.response?.postedByName)],
          [t('refused'), byWhom(request.refusedAt, request.refusedByName)],
          [t('officeDue'), request.officeBy && format.due(request.officeBy)],
          [t('relatedBody'), request.relatedBody],
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
      <OfficePaper request={request} />
      <Transfer request={request} />
      <Withdraw request={request} />
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

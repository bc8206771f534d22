import sql from 'sql-template-tag';
import { GRADE_LABELS, HORIZON_LABELS } from '#issues/vocabulary.js';
import {
  INSTANT,
  inWords,
  NUMBER,
  same,
  text,
  type ExportColumns,
  type ExportedList,
} from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import { GIVEN_BY_WHO_IS_ASKED, readableRequests, visible } from '#people/visible.js';
import { requestSelection, type RequestQuery } from './list-requests.js';
import { MEASURE_LABELS, REQUEST_LABELS, RESPONSE_LABELS } from './vocabulary.js';

/** Whom a request without a department is for. */
const NOBODY = {
  lead: { ko: '대응방향에 따라 정해짐', en: 'Follows from the direction' },
  office: { ko: '자체관리(평가담당관)', en: 'Kept by the evaluation office' },
};
const DEPARTMENT = `coalesce((select d.name from departments d where d.id = q.department_id),
  case q.state when 'planned' then 'lead' else 'office' end)`;
const nameOf = (id: string) => same(`(select u.name from users u where u.id = ${id})`);

// prettier-ignore
export const REQUEST_COLUMNS = {
  issueNumber: { ko: '이슈번호', en: 'Issue', ...text(12), read: same('i.number') },
  issueTitle: { ko: '이슈', en: 'Title of the issue', ...text(40), read: same('i.title') },
  issueGrade: { ko: '중요도', en: 'Grade', ...text(10), read: same('i.grade'), said: inWords(GRADE_LABELS) },
  text: { ko: '요청사항', en: 'Request', ...text(60), read: same('q.text') },
  horizon: { ko: '구분', en: 'Term', ...text(10), read: same('q.horizon'), said: inWords(HORIZON_LABELS) },
  department: { ko: '부서', en: 'Department', ...text(20), read: same(DEPARTMENT), said: inWords(NOBODY) },
  relatedBody: { ko: '관련 기관', en: 'Body it concerns', ...text(18), read: same('q.related_body') },
  state: { ko: '상태', en: 'State', ...text(16), read: same('q.state'), said: inWords(REQUEST_LABELS) },
  dueAt: { ko: '회신기한', en: 'Due', ...INSTANT, read: same('q.due_at') },
  docNo: { ko: '시행문서번호', en: 'Document', ...text(20), read: same('q.doc_no') },
  requestedBy: { ko: '요청자', en: 'Asked by', ...text(12), read: nameOf('q.requested_by') },
  deliveredAt: { ko: '발송일시', en: 'Sent', ...INSTANT, read: same('q.delivered_at') },
  acknowledgeBy: { ko: '접수기한', en: 'To be received by', ...INSTANT, read: same('q.acknowledge_by') },
  acknowledgedAt: { ko: '접수일시', en: 'Received', ...INSTANT, read: same('q.acknowledged_at') },
  assignedAt: { ko: '배부일시', en: 'Assigned', ...INSTANT, read: same('q.assigned_at') },
  handlingUnit: { ko: '소관 과', en: 'Division', ...text(18), read: same('q.handling_unit') },
  handler: { ko: '담당자', en: 'Handled by', ...text(12), read: nameOf('q.handler_id') },
  refusalReason: { ko: '소관 조정 요청 사유', en: 'Refused because', ...text(40), read: same('q.refusal_reason') },
  answeredAt: { ko: '회신일시', en: 'Answered', ...INSTANT, read: same('q.answered_at') },
  measure: { ko: '조치상태', en: 'Measure', ...text(12), read: same('p.status'), said: inWords(MEASURE_LABELS) },
  progress: { ko: '진도율(%)', en: 'Progress (%)', ...NUMBER, read: same('p.progress') },
  answer: { ko: '회신 내용', en: 'Answer', ...text(80), read: same('p.text') },
  answerDocNo: { ko: '회신 문서번호', en: 'Document of the answer', ...text(20), read: same('p.doc_no') },
  confirmedBy: { ko: '확인자', en: 'Confirmed by', ...text(18), read: same(`nullif(concat_ws(' ', p.confirmed_position, p.confirmed_name), '')`) },
  review: { ko: '회신 검토', en: 'Review', ...text(12), read: same('p.state'), said: inWords(RESPONSE_LABELS) },
  comment: { ko: '보완 요청 사유', en: 'Returned because', ...text(40), read: same('p.comment') },
} as const satisfies ExportColumns;

/** What a list shows of requests, with the newest answer to each. */
export const requestsToExport = (by: Principal, query: RequestQuery): ExportedList => ({
  selection: requestSelection(by, query),
  from: sql`requests q join issues i on i.id = q.issue_id left join lateral (select * from responses p
    where p.request_id = q.id and ${GIVEN_BY_WHO_IS_ASKED} order by p.version desc limit 1) p on true`,
  seen: sql`${visible(by)} and ${readableRequests(by)}`,
  about: sql`array[q.issue_id]`,
  columns: REQUEST_COLUMNS,
});

import sql, { raw } from 'sql-template-tag';
import { GRADE_LABELS } from '#issues/vocabulary.js';

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
import { visible } from '#people/visible.js';
import { POSITION_LABELS } from '#people/vocabulary.js';
import { ESCALATIONS, escalationSelection, type EscalationQuery } from './escalations.js';
import { MAY_KNOW, SUPERIORS } from './superiors.js';
import { AWAITED_LABELS, ESCALATION_LABELS } from './vocabulary.js';

const nameOf = (id: string) => same(`(select u.name from users u where u.id = ${id})`);

// prettier-ignore
export const ESCALATION_COLUMNS = {
  issueNumber: { ko: '이슈번호', en: 'Issue', ...text(12), read: same('i.number') },
  issueTitle: { ko: '이슈', en: 'Title of the issue', ...text(40), read: same('i.title') },
  issueGrade: { ko: '중요도', en: 'Grade', ...text(10), read: same('i.grade'), said: inWords(GRADE_LABELS) },
  requestText: { ko: '요청사항', en: 'Request', ...text(50), read: same('q.text') },
  department: { ko: '부서', en: 'Department', ...text(18), read: same('d.name') },
  about: { ko: '지연', en: 'Late with', ...text(10), read: same('x.about'), said: inWords(AWAITED_LABELS) },
  deadline: { ko: '기한', en: 'Deadline', ...INSTANT, read: same('x.deadline') },
  step: { ko: '단계', en: 'Step', ...NUMBER, read: same('x.step') },
  position: { ko: '보고받을 직위', en: 'Reported to', ...text(16), read: same('x.position'), said: inWords(POSITION_LABELS) },
  superiors: { ko: '보고받을 사람', en: 'Superiors', ...text(20), read: () => sql`(select string_agg(u.name, ', ' order by u.name) from users u
    where ${raw(SUPERIORS('x.department_id', 'x.position'))} and ${raw(MAY_KNOW)})` },
  state: { ko: '상태', en: 'State', ...text(14), read: same('x.state'), said: inWords(ESCALATION_LABELS) },
  text: { ko: '보고문', en: 'Words', ...text(80), read: same('x.text') },
  createdAt: { ko: '준비일시', en: 'Prepared', ...INSTANT, read: same('x.created_at') },
  settledAt: { ko: '처리일시', en: 'Settled', ...INSTANT, read: same('x.settled_at') },
  settledBy: { ko: '처리자', en: 'Settled by', ...text(12), read: nameOf('x.settled_by') },
  onBehalfOf: { ko: '대리한 사람', en: 'On behalf of', ...text(12), read: nameOf('x.on_behalf_of') },
  reason: { ko: '사유', en: 'Reason', ...text(40), read: same('x.reason') },
} as const satisfies ExportColumns;

/** What the list of escalations shows. */
export const escalationsToExport = (by: Principal, query: EscalationQuery): ExportedList => ({
  selection: escalationSelection(by, query),
  from: ESCALATIONS,
  seen: visible(by),
  about: sql`array[x.issue_id]`,
  columns: ESCALATION_COLUMNS,
});

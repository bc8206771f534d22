import sql from 'sql-template-tag';
import { INSTANT, inWords, same, text, type ExportColumns, type ExportedList } from '#people/export-list.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import { reviewSelection, type ReviewQuery } from './reviews.js';
import { GRADE_LABELS } from './vocabulary.js';

const YES = { true: { ko: '지남', en: 'Overdue' }, false: { ko: '', en: '' } };

// prettier-ignore
export const REVIEW_COLUMNS = {
  issueNumber: { ko: '이슈번호', en: 'Number', ...text(12), read: same('i.number') },
  issueTitle: { ko: '제목', en: 'Title', ...text(50), read: same('i.title') },
  grade: { ko: '중요도', en: 'Grade', ...text(10), read: same('i.grade'), said: inWords(GRADE_LABELS) },
  leadDepartment: { ko: '주관부서', en: 'Lead department', ...text(18), read: same('(select d.name from departments d where d.id = i.lead_department_id)') },
  handler: { ko: '담당자', en: 'Handled by', ...text(12), read: same('(select u.name from users u where u.id = i.created_by)') },
  reviewDueOn: { ko: '점검일', en: 'Review due', ...text(12), read: same('i.review_due_on') },
  overdue: { ko: '지남', en: 'Overdue', ...text(8), read: same('i.review_due_on < seoul_today()'), said: inWords(YES) },
  lastReviewedAt: { ko: '마지막 점검', en: 'Last review', ...INSTANT, read: same('(select max(r.reviewed_at) from issue_reviews r where r.issue_id = i.id)') },
} as const satisfies ExportColumns;

/** What the list of reviews shows. */
export const reviewsToExport = (by: Principal, query: ReviewQuery): ExportedList => ({
  selection: reviewSelection(by, query),
  from: sql`issues i`,
  seen: visible(by),
  about: sql`array[i.id]`,
  columns: REVIEW_COLUMNS,
});

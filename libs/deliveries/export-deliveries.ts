import sql from 'sql-template-tag';
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
import { DELIVERIES, deliverySelection, inScope, type DeliveryFilter } from './log.js';
import { DELIVERY_CHANNEL_LABELS, DELIVERY_LABELS, FAULT_LABELS } from './vocabulary.js';

// prettier-ignore
export const DELIVERY_COLUMNS = {
  createdAt: { ko: '작성일시', en: 'Written', ...INSTANT, read: same('l.created_at') },
  event: { ko: '이벤트', en: 'Event', ...text(26), read: same('l.event') },
  channel: { ko: '경로', en: 'Channel', ...text(10), read: same('l.channel'), said: inWords(DELIVERY_CHANNEL_LABELS) },
  recipient: { ko: '받는 사람', en: 'Recipient', ...text(20), read: same('coalesce(u.name, w.name)') },
  issueNumber: { ko: '이슈번호', en: 'Issue', ...text(12),
    read: (by) => by.role === 'admin' ? sql`null` : sql`(select i.number from issues i where i.id = l.issue_id)` },
  state: { ko: '상태', en: 'State', ...text(16), read: same('l.state'), said: inWords(DELIVERY_LABELS) },
  sentAt: { ko: '발송일시', en: 'Sent', ...INSTANT, read: same('l.sent_at') },
  attempts: { ko: '시도(회)', en: 'Attempts', ...NUMBER, read: same('l.attempts') },
  fault: { ko: '실패 원인', en: 'Fault', ...text(20), read: same('l.fault'), said: inWords(FAULT_LABELS) },
  status: { ko: '응답 코드', en: 'Status', ...NUMBER, read: same('l.status') },
  error: { ko: '오류', en: 'Error', ...text(50), read: same('l.error') },
} as const satisfies ExportColumns;

/** What the list of deliveries shows: to an administrator not of which issue, and so nothing of whether it is confidential. */
export const deliveriesToExport = (by: Principal, query: DeliveryFilter): ExportedList => ({
  selection: deliverySelection(by, query),
  from: DELIVERIES,
  seen: inScope(by),
  about: by.role === 'admin' ? sql`array[]::uuid[]` : sql`array[l.issue_id]`,
  columns: DELIVERY_COLUMNS,
});

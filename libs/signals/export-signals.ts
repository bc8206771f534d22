import sql, { raw, type Sql } from 'sql-template-tag';
import { CHANNEL_POLICY, type ChannelPolicy } from '#config/channels.js';
import { CHANNEL_LABELS, type Channel } from '#issues/vocabulary.js';
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
import type { Language } from '#people/vocabulary.js';
import { visible } from '#people/visible.js';
import { clusterSelection, type ClusterQuery } from './clusters.js';
import { signalSelection, type SignalQuery } from './list-signals.js';
import { settledAt, shownState, visibleSignals } from './signal-view.js';
import { SIGNAL_LABELS } from './vocabulary.js';

/** Of the issue that a signal is on, where this person sees it. */
const ofIssue =
  (column: string) =>
  (by: Principal): Sql =>
    sql`(select i.${raw(column)} from issues i where i.id = s.issue_id and ${visible(by)})`;

/** One that is not in the policy is what somebody wrote. */
const saidOfKind = (value: unknown, language: Language): string => {
  const { channel, kind } = value as { channel: Channel; kind: string };
  const kinds: ChannelPolicy['kinds'] = CHANNEL_POLICY[channel].kinds;
  return kinds[kind]?.[language] ?? kind;
};

const QUESTIONS = `(select string_agg(k.text || ' → ' || coalesce(k.answer, '-'), e'\\n' order by k.asked_at, k.id)
  from signal_questions k where k.signal_id = s.id)`;
const REPORTED_BY = `(select d.name from users u join departments d on d.id = u.department_id
  where u.id = s.created_by and u.role = 'department')`;

// prettier-ignore
export const SIGNAL_COLUMNS = {
  title: { ko: '동향', en: 'Signal', ...text(60), read: same('s.title') },
  channel: { ko: '채널', en: 'Channel', ...text(12), read: same('s.channel'), said: inWords(CHANNEL_LABELS) },
  kind: { ko: '종류', en: 'Kind', ...text(16), read: same(`case when s.kind is not null then json_build_object('channel', s.channel, 'kind', s.kind) end`), said: saidOfKind },
  outlet: { ko: '매체·기관', en: 'Outlet', ...text(18), read: same('s.outlet') },
  placement: { ko: '게재면', en: 'Placement', ...text(12), read: same('s.placement') },
  publishedOn: { ko: '보도일', en: 'Published', ...text(12), read: same('s.published_on') },
  count: { ko: '건수', en: 'Count', ...NUMBER, read: same('s.count') },
  baseline: { ko: '비교 기준', en: 'Usual', ...NUMBER, read: same('s.baseline') },
  periodFrom: { ko: '기간 시작', en: 'From', ...text(12), read: same('s.period_from') },
  periodTo: { ko: '기간 끝', en: 'To', ...text(12), read: same('s.period_to') },
  url: { ko: '링크', en: 'Link', ...text(40), read: same('s.url') },
  body: { ko: '참고 메모', en: 'Note', ...text(60), read: same('s.body') },
  state: { ko: '상태', en: 'State', ...text(12), read: shownState, said: inWords(SIGNAL_LABELS) },
  issueNumber: { ko: '이슈번호', en: 'Issue', ...text(12), read: ofIssue('number') },
  issueTitle: { ko: '이슈', en: 'Title of the issue', ...text(40), read: ofIssue('title') },
  dismissalReason: { ko: '제외 사유', en: 'Dismissed because', ...text(30), read: same('s.dismissal_reason') },
  reportedBy: { ko: '제보 부서', en: 'Reported by', ...text(18), read: same(REPORTED_BY) },
  questions: { ko: '보완 요청·회신', en: 'Questions and answers', ...text(40), read: same(QUESTIONS) },
  createdAt: { ko: '접수일시', en: 'Received', ...INSTANT, read: same('s.created_at') },
  settledAt: { ko: '처리일시', en: 'Settled', ...INSTANT, read: settledAt },
} as const satisfies ExportColumns;

const rows = (by: Principal): Omit<ExportedList, 'selection'> => ({
  from: sql`signals s`,
  seen: visibleSignals(by),
  about: sql`array[s.issue_id]`,
  columns: SIGNAL_COLUMNS,
});

/** What a list shows of signals. */
export const signalsToExport = (by: Principal, query: SignalQuery): ExportedList => ({
  selection: signalSelection(by, query),
  ...rows(by),
});

/** The same of the signals that tell the stories of a list. */
export const clustersToExport = (by: Principal, query: ClusterQuery): ExportedList => ({
  selection: clusterSelection(by, query),
  ...rows(by),
});

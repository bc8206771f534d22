import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDepartments, useMay, useMe, useRead } from '../../api/queries.js';
import type { ActionRequest, Issue, Notice as InboxNotice, Page as ApiPage, Report } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { defineText } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge, GradeBadge, RequestBadge } from '../../ui/badge.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { isLate } from '../issues/overdue.js';
import './home.css';

const useText = defineText('home', {
  ko: {
    title: '내 할 일',
    hello: '{{name}} 님, 오늘 처리할 일입니다.',
    decide: '결정할 이슈',
    decideNone: '결정을 기다리는 이슈가 없습니다.',
    review: '검토할 회신',
    reviewNone: '검토를 기다리는 회신이 없습니다.',
    refused: '소관 조정 요청',
    refusedNone: '소관 조정 요청이 없습니다.',
    again: '재검토가 필요한 이슈',
    late: '회신기한 경과',
    lateNone: '회신기한이 지난 요청이 없습니다.',
    receive: '접수할 요청',
    receiveNone: '접수를 기다리는 요청이 없습니다.',
    answer: '회신할 요청',
    answerNone: '회신할 요청이 없습니다.',
    returned: '보완할 회신',
    drafts: '확정할 월간 리포트',
    draftsNone: '확정을 기다리는 리포트가 없습니다.',
    changed: '최근 알림',
    changedNone: '읽지 않은 알림이 없습니다.',
    top: '진행 중인 높음 이상 이슈',
    topNone: '진행 중인 높음 이상 이슈가 없습니다.',
    all: '모두 보기',
    register: '이슈 등록',
    signal: '동향 등록',
    start: '처음이십니까?',
    startWhy: '보도나 민원에서 찾은 위험을 이슈로 등록하면, 분석 결과를 보고 결정하고, 부서에 요청하고, 회신을 받아 다음 달 리포트에 싣기까지 이 화면이 차례로 안내합니다.',
    parked: '멈춘 자동 처리',
    parkedLead: '처리 보류 건이 있습니다. 다시 처리하거나 건너뛰어 주십시오.',
    admin: '운영 상태',
    adminNone: '멈춘 처리가 없습니다.',
    month: '{{month}} 예상 이슈',
  },
  en: {
    title: 'My work',
    hello: '{{name}}, this waits for you today.',
    decide: 'Issues to decide',
    decideNone: 'No issue waits for a decision.',
    review: 'Answers to judge',
    reviewNone: 'No answer waits to be judged.',
    refused: 'Declined as not theirs',
    refusedNone: 'No request was declined.',
    again: 'Issues that need another look',
    late: 'Answers overdue',
    lateNone: 'No answer is overdue.',
    receive: 'Requests to receive',
    receiveNone: 'No request waits to be received.',
    answer: 'Requests to answer',
    answerNone: 'No request waits for an answer.',
    returned: 'Answers to complete',
    drafts: 'Monthly reports to issue',
    draftsNone: 'No report waits to be issued.',
    changed: 'Latest notifications',
    changedNone: 'No unread notifications.',
    top: 'Open issues, high and above',
    topNone: 'No open issue is high or above.',
    all: 'Show all',
    register: 'Register an issue',
    signal: 'Log a signal',
    start: 'New here?',
    startWhy: 'Register a risk you found in the press or in complaints. This page then leads on: look at the assessment, decide, ask a department, judge its answer, and see it in next month’s report.',
    parked: 'Stuck steps',
    parkedLead: 'Some steps are stuck. Please retry or skip them.',
    admin: 'Operations',
    adminNone: 'Nothing is stuck.',
    month: 'Expected in {{month}}',
  },
});

export default function Home() {
  const t = useText();
  const me = useMe();
  const may = useMay();
  const office = may('POST /issues');
  return (
    <Page
      title={t('title')}
      lead={t('hello', { name: me.name })}
      actions={
        office && (
          <>
            <LinkButton icon="signals" href="/signals/new">
              {t('signal')}
            </LinkButton>
            <LinkButton kind="primary" icon="plus" href="/issues/new">
              {t('register')}
            </LinkButton>
          </>
        )
      }
    >
      {office && <Start />}
      <div className="tiles">
        {may('POST /issues/:id/decisions') && <Issues title="decide" none="decideNone" query="state=review" />}
        {office && <Requests title="review" none="reviewNone" query="state=answered" />}
        {office && <Requests title="refused" none="refusedNone" query="state=refused" />}
        {office && <Issues title="again" query="needsReview=true" />}
        {me.role === 'department' && <Requests title="receive" none="receiveNone" query="state=delivered" />}
        {me.role === 'department' && <Requests title="returned" query="state=returned" />}
        {me.role === 'department' && <Requests title="answer" none="answerNone" query="state=acknowledged" />}
        {may('POST /reports/:month/approval') && <Drafts />}
        {may('GET /requests') && <Requests title="late" none="lateNone" query="overdue=true" />}
        {me.role === 'manager' && <Issues title="top" none="topNone" query="open=true&grade=critical" />}
        {may('POST /parked/:id/retry') && <Parked />}
        <Inbox />
      </div>
    </Page>
  );
}

type Key = Parameters<ReturnType<typeof useText>>[0];
const SHOWN = 6;

interface TaskProps<T> {
  title: Key;
  /** Said where nothing waits; without it the panel is not there then. */
  none?: Key | undefined;
  path: string;
  to: string;
  row: (item: T) => ReactNode;
}

/** One kind of thing that waits, the most urgent first. */
function Tasks<T extends { id: string }>({ title, none, path, to, row }: TaskProps<T>) {
  const t = useText();
  const list = useRead<ApiPage<T>>(path);
  const { items = [], nextCursor } = list.data ?? {};
  if (!none && !items.length) return null;
  return (
    <Panel
      title={t(title)}
      aside={list.data && `${items.length}${nextCursor ? '+' : ''}`}
      urgent={items.length > 0}
      actions={items.length > 0 && <Link to={to}>{t('all')}</Link>}
    >
      <Loaded of={list}>
        {() =>
          items.length ? (
            <ul className="tasks">
              {items.slice(0, SHOWN).map((item) => (
                <li key={item.id}>{row(item)}</li>
              ))}
            </ul>
          ) : (
            <p className="subtle">{none && t(none)}</p>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Issues({ title, none, query }: { title: Key; none?: Key; query: string }) {
  const words = useWords();
  const { nameOf } = useDepartments();
  return (
    <Tasks<Issue>
      title={title}
      none={none}
      path={`/issues?${query}&limit=50&sort=-updatedAt`}
      to={`/issues?${query}`}
      row={(issue) => (
        <>
          <Link to={`/issues/${issue.id}`}>{issue.title}</Link>
          <span className="row small subtle">
            {issue.number} · {words.stage[issue.stage]}
            {issue.leadDepartmentId && ` · ${nameOf(issue.leadDepartmentId)}`}
            {issue.grade && <GradeBadge grade={issue.grade} />}
          </span>
        </>
      )}
    />
  );
}

function Requests({ title, none, query }: { title: Key; none?: Key; query: string }) {
  const format = useFormat();
  return (
    <Tasks<ActionRequest>
      title={title}
      none={none}
      path={`/requests?${query}&limit=50&sort=dueAt`}
      to={`/requests?${query}`}
      row={(request) => (
        <>
          <Link to={`/requests/${request.id}`}>{request.issueTitle}</Link>
          <span className="small">{request.text.length > 70 ? `${request.text.slice(0, 70)}…` : request.text}</span>
          <span className="row small subtle">
            {request.departmentName && `${request.departmentName} · `}
            {request.dueAt && format.due(request.dueAt)}
            {isLate(request) ? (
              <Badge tone="danger">{format.distance(request.dueAt!)}</Badge>
            ) : (
              <RequestBadge state={request.state} />
            )}
          </span>
        </>
      )}
    />
  );
}

function Drafts() {
  const t = useText();
  const words = useWords();
  const format = useFormat();
  const list = useRead<ApiPage<Report>>('/reports?limit=12');
  const drafts = list.data?.items.filter(({ state }) => state === 'draft' || state === 'held') ?? [];
  return (
    <Panel title={t('drafts')} aside={list.data && drafts.length} urgent={drafts.length > 0}>
      {drafts.length ? (
        <ul className="tasks">
          {drafts.map(({ month, state }) => (
            <li key={month}>
              <Link to={`/reports/${month}`}>{t('month', { month: format.month(month) })}</Link>
              <span className="small subtle">{state && words.edition[state]}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="subtle">{t('draftsNone')}</p>
      )}
    </Panel>
  );
}

function Parked() {
  const t = useText();
  const { data } = useRead<ApiPage<unknown>>('/parked?limit=50');
  const count = data?.items.length ?? 0;
  return (
    <Panel title={t('admin')} aside={count || undefined} urgent={count > 0}>
      {count ? <Link to="/parked">{t('parkedLead')}</Link> : <p className="subtle">{t('adminNone')}</p>}
    </Panel>
  );
}

function Inbox() {
  const t = useText();
  const format = useFormat();
  const list = useRead<ApiPage<InboxNotice>>('/inbox?unread=true&limit=6');
  return (
    <Panel title={t('changed')} actions={<Link to="/inbox">{t('all')}</Link>}>
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <ul className="tasks">
              {items.map((notice) => (
                <li key={notice.id}>
                  <Link to="/inbox">{notice.title}</Link>
                  <span className="small subtle">{format.instant(notice.createdAt)}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="subtle">{t('changedNone')}</p>
          )
        }
      </Loaded>
    </Panel>
  );
}

/** Shown until there is a first issue. */
function Start() {
  const t = useText();
  const { data } = useRead<ApiPage<Issue>>('/issues?limit=1');
  if (!data || data.items.length) return null;
  return (
    <Panel title={t('start')} urgent>
      <Empty
        title={t('startWhy')}
        action={
          <LinkButton kind="primary" icon="plus" href="/issues/new">
            {t('register')}
          </LinkButton>
        }
      />
    </Panel>
  );
}

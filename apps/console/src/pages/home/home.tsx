import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDepartments, useMay, useMe, useRead } from '../../api/queries.js';
import type {
  ActionRequest,
  Issue,
  Notice as InboxNotice,
  Page as ApiPage,
  Report,
} from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, GradeBadge, RequestBadge } from '../../ui/badge.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { linkOf } from '../inbox/notice-link.js';
import { ClockTasks } from '../reviews/home-tasks.js';
import { isLate } from '../issues/overdue.js';
import { useHomeText } from './text.js';
import { Work } from './work.js';
import './home.css';

export default function Home() {
  const t = useHomeText();
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
      {may('GET /work') && <Work />}
      <div className="tiles">
        {may('POST /reports/:month/approval') && <Drafts />}
        {office && <Requests title="late" none="lateNone" query="overdue=true" />}
        {me.role === 'manager' && <Issues title="top" none="topNone" query="open=true&grade=critical" />}
        {may('POST /parked/:id/retry') && <Parked />}
        <ClockTasks />
        <Inbox />
      </div>
    </Page>
  );
}

type Key = Parameters<ReturnType<typeof useHomeText>>[0];
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
  const t = useHomeText();
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
          <span className="small">
            {request.text.length > 70 ? `${request.text.slice(0, 70)}…` : request.text}
          </span>
          <span className="row small subtle">
            {request.departmentName && `${request.departmentName} · `}
            {request.dueAt && format.due(request.dueAt)}
            {isLate(request) ? (
              <Badge tone="danger">{format.distance(request.dueAt!)}</Badge>
            ) : (
              <RequestBadge request={request} />
            )}
          </span>
        </>
      )}
    />
  );
}

function Drafts() {
  const t = useHomeText();
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
  const t = useHomeText();
  const { data } = useRead<ApiPage<unknown>>('/parked?limit=50');
  const count = data?.items.length ?? 0;
  return (
    <Panel title={t('admin')} aside={count || undefined} urgent={count > 0}>
      {count ? <Link to="/parked">{t('parkedLead')}</Link> : <p className="subtle">{t('adminNone')}</p>}
    </Panel>
  );
}

/** The page that a notice is about, or the inbox where it leads elsewhere. */
function subjectOf(notice: InboxNotice): string {
  const link = linkOf(notice);
  return link?.isPage ? link.to : '/inbox';
}

function Inbox() {
  const t = useHomeText();
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
                  <Link to={subjectOf(notice)}>{notice.title}</Link>
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
  const t = useHomeText();
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

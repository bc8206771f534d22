import { useState } from 'react';
import { Link } from 'react-router';
import { keyOf, queryClient, useDepartments, useMay, useRead } from '../../api/queries.js';
import type { Issue, IssueSummary, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { LinkButton } from '../../ui/button.js';
import { Changes } from '../../ui/changes.js';
import { Page } from '../../ui/page.js';
import { Loaded } from '../../ui/waiting.js';
import { hasLate } from './overdue.js';
import { useIssueText } from './text.js';
import './issues.css';

const STAGES = ['identify', 'analyze', 'prioritize', 'act', 'closed'] as const;
const ON_BOARD = 20;
const ABOUT_ISSUES = /^(issue|decision)\./;

export default function Board() {
  const t = useIssueText();
  const may = useMay();
  const [readAt, setReadAt] = useState(Date.now);
  return (
    <Page
      title={t('board')}
      trail={[{ to: '/issues', label: t('issues') }]}
      actions={
        may('POST /issues') && (
          <LinkButton kind="primary" icon="plus" href="/issues/new">
            {t('register')}
          </LinkButton>
        )
      }
    >
      <Changes
        about={ABOUT_ISSUES}
        readAt={readAt}
        onShow={async () => {
          await queryClient.invalidateQueries({ queryKey: keyOf('/issues') });
          setReadAt(Date.now());
        }}
      />
      <div className="board" tabIndex={0} role="group" aria-label={t('board')}>
        {STAGES.map((stage) => (
          <Column key={stage} stage={stage} />
        ))}
      </div>
    </Page>
  );
}

function Column({ stage }: { stage: (typeof STAGES)[number] }) {
  const t = useIssueText();
  const words = useWords();
  const format = useFormat();
  const list = useRead<ApiPage<Issue>>(`/issues?stage=${stage}&limit=${ON_BOARD}&sort=-updatedAt`, {
    still: true,
  });
  const { data: summary } = useRead<IssueSummary>('/issues/summary');
  const count = (summary?.byStage as Record<string, number> | undefined)?.[stage] ?? 0;
  return (
    <section className="board-column" aria-label={words.stage[stage]}>
      <h2 className="board-head">
        {words.stage[stage]}
        <span className="subtle">{t('onBoard', { count: format.count(count) })}</span>
      </h2>
      <Loaded of={list}>
        {({ items, nextCursor }) => (
          <>
            {items.map((issue) => (
              <Card key={issue.id} issue={issue} />
            ))}
            {nextCursor && <Link to={`/issues?stage=${stage}`}>{t('viewAll')}</Link>}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Card({ issue }: { issue: Issue }) {
  const t = useIssueText();
  const words = useWords();
  const format = useFormat();
  const { nameOf } = useDepartments();
  const late = hasLate(issue);
  return (
    <article className={late ? 'card card-late' : 'card'}>
      <div className="row-apart">
        <span className="small subtle number">{issue.number}</span>
        {issue.grade && <GradeBadge grade={issue.grade} />}
      </div>
      <Link to={`/issues/${issue.id}`} className="row-link">
        <strong>{issue.title}</strong>
      </Link>
      <p className="small subtle">
        {[nameOf(issue.leadDepartmentId), issue.expectedMonth && format.month(issue.expectedMonth)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="row">
        {issue.stage !== 'closed' && issue.state !== 'open' && (
          <Badge tone={issue.state === 'review' ? 'warning' : 'info'}>{words.state[issue.state]}</Badge>
        )}
        {late && <Badge tone="danger">{t('overdue')}</Badge>}
      </div>
    </article>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import { useDepartments, useMay, useRead } from '../../api/queries.js';
import type { DueReview, Page as ApiPage } from '../../api/types.js';
import { dayFromNow, useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Loaded } from '../../ui/waiting.js';
import { FollowUpList } from './issue-clock.js';
import { ReviewDialog } from './review-dialog.js';
import { useReviewText } from './text.js';

/** 정기 점검: open issues in the order in which they are to be looked at, and what is asked about closed ones. */
export default function Reviews() {
  const t = useReviewText();
  const { get } = useAddress();
  const cursor = get('cursor');
  const [open, setOpen] = useState<string | null>(null);
  const query = new URLSearchParams({ limit: '50', ...(cursor && { cursor }) });
  const list = useRead<ApiPage<DueReview>>(`/reviews?${query}`, { keep: true });
  const columns = useColumns(setOpen);
  const table = (title: string, rows: DueReview[], none: string) => (
    <Panel title={title} aside={rows.length}>
      {rows.length ? (
        <Table
          caption={title}
          columns={columns}
          rows={rows}
          keyOf={({ issueId }) => issueId}
          mark={({ overdue }) => (overdue ? 'danger' : undefined)}
        />
      ) : (
        <p className="subtle">{none}</p>
      )}
    </Panel>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={<ExportMenu path="/reviews/export" query={query} />}>
      <Panel title={t('followUps')}>
        <FollowUpList none={t('followUpsNone')} />
      </Panel>
      <Loaded of={list}>
        {({ items, nextCursor }) => (
          <>
            {!cursor &&
              table(
                t('dueReviews'),
                items.filter(({ due }) => due),
                t('noneDue'),
              )}
            {table(
              t('comingReviews'),
              items.filter(({ due }) => Boolean(cursor) || !due),
              t('noneComing'),
            )}
            <Pager nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
      {open && <ReviewDialog issueId={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function useColumns(onReview: (issueId: string) => void): Column<DueReview>[] {
  const t = useReviewText();
  const format = useFormat();
  const may = useMay();
  const { nameOf } = useDepartments();
  return [
    {
      id: 'issue',
      label: t('issue'),
      heads: true,
      wide: true,
      cell: ({ issueId, issueTitle, issueNumber, grade }) => (
        <div className="stack-tight">
          <Link to={`/issues/${issueId}`}>{issueTitle}</Link>
          <span className="row small subtle">
            {issueNumber} {grade && <GradeBadge grade={grade} />}
          </span>
        </div>
      ),
    },
    { id: 'lead', label: t('lead2'), cell: ({ leadDepartmentId }) => nameOf(leadDepartmentId) || '–' },
    { id: 'handler', label: t('handler'), cell: ({ handlerName }) => handlerName ?? '–' },
    {
      id: 'dueOn',
      label: t('dueOn'),
      cell: ({ reviewDueOn, overdue }) => (
        <span className="row">
          <span className="number">{format.day(reviewDueOn)}</span>
          {overdue && <Badge tone="danger">{t('overdue')}</Badge>}
          {reviewDueOn === dayFromNow(0) && <Badge tone="warning">{t('today')}</Badge>}
        </span>
      ),
    },
    {
      id: 'last',
      label: t('last'),
      cell: ({ lastReviewedAt }) =>
        lastReviewedAt ? <Instant at={lastReviewedAt} /> : <span className="subtle">{t('never')}</span>,
    },
    ...(may('POST /issues/:id/reviews')
      ? [
          {
            id: 'todo',
            label: t('todo'),
            cell: ({ issueId }: DueReview) => (
              <Button small kind="secondary" onPress={() => onReview(issueId)}>
                {t('review')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

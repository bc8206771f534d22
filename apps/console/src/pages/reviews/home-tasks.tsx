import { Link } from 'react-router';
import { useMay, useRead } from '../../api/queries.js';
import type { DueReview, Escalation, FollowUpQuestion, Page } from '../../api/types.js';
import { dayFromNow, useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { GradeBadge } from '../../ui/badge.js';
import { Panel } from '../../ui/panel.js';
import { FollowUpList } from './issue-clock.js';
import { useReviewText } from './text.js';
import './reviews.css';

const SHOWN = 6;

/** What time brings to somebody's desk: each panel is there only while something waits in it. */
export function ClockTasks() {
  const may = useMay();
  return (
    <>
      {may('POST /escalations/:id/release') && <Escalations />}
      {may('POST /issues/:id/reviews') && <Reviews />}
      {may('POST /issues/:id/follow-up-answer') && <FollowUps />}
    </>
  );
}

function Escalations() {
  const t = useReviewText();
  const words = useWords();
  const { data } = useRead<Page<Escalation>>('/escalations?state=prepared&limit=50&sort=createdAt');
  const items = data?.items.filter(({ needed }) => needed) ?? [];
  if (!items.length) return null;
  return (
    <Panel
      title={t('escalations')}
      aside={items.length}
      urgent
      actions={<Link to="/escalations">{t('all')}</Link>}
    >
      <ul className="clock-list">
        {items.slice(0, SHOWN).map(({ id, issueTitle, departmentName, position }) => (
          <li key={id}>
            <Link to="/escalations">{issueTitle}</Link>
            <span className="small subtle">
              {departmentName} → {words.position[position]}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reviews() {
  const t = useReviewText();
  const format = useFormat();
  const { data } = useRead<Page<DueReview>>(`/reviews?until=${dayFromNow(0)}&limit=50`);
  if (!data?.items.length) return null;
  return (
    <Panel
      title={t('reviewsDue')}
      aside={`${data.items.length}${data.nextCursor ? '+' : ''}`}
      urgent
      actions={<Link to="/reviews">{t('all')}</Link>}
    >
      <ul className="clock-list">
        {data.items.slice(0, SHOWN).map(({ issueId, issueTitle, issueNumber, grade, reviewDueOn }) => (
          <li key={issueId}>
            <Link to={`/issues/${issueId}`}>{issueTitle}</Link>
            <span className="row small subtle">
              {issueNumber} · {format.day(reviewDueOn)}
              {grade && <GradeBadge grade={grade} />}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FollowUps() {
  const t = useReviewText();
  const { data } = useRead<Page<FollowUpQuestion>>('/follow-up-questions?due=true&limit=50');
  if (!data?.items.length) return null;
  return (
    <Panel title={t('followUps')} aside={data.items.length} urgent>
      <FollowUpList none="" />
    </Panel>
  );
}

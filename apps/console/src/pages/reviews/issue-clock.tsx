import { useState } from 'react';
import { Link } from 'react-router';
import { useMay, useMe, useRead } from '../../api/queries.js';
import type { Escalation, FollowUpQuestion, Issue, IssueReview, Page } from '../../api/types.js';
import { dayFromNow, useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Fold } from '../../ui/fold.js';
import { Panel } from '../../ui/panel.js';
import { Notice } from '../../ui/waiting.js';
import { FollowUpDialog } from './follow-up.js';
import { ReviewDialog } from './review-dialog.js';
import { useReviewText } from './text.js';
import './reviews.css';

/** What time asks of an issue: words to superiors that wait, its next review, the question after closing. */
export function IssueClock({ issue }: { issue: Issue }) {
  const may = useMay();
  return (
    <>
      {may('GET /escalations') && <Prepared issueId={issue.id} />}
      {issue.reviewDueOn && <Reviews issue={issue} dueOn={issue.reviewDueOn} />}
      {issue.followUpOn && <FollowUp issue={issue} on={issue.followUpOn} />}
    </>
  );
}

function Prepared({ issueId }: { issueId: string }) {
  const t = useReviewText();
  const { data } = useRead<Page<Escalation>>(`/escalations?issueId=${issueId}&state=prepared&limit=20`);
  const count = data?.items.filter(({ needed }) => needed).length ?? 0;
  if (!count) return null;
  return (
    <Notice tone="warning" title={`${t('escalations')} ${t('count', { count })}`}>
      <Link to="/escalations">{t('goEscalations')}</Link>
    </Notice>
  );
}

function Reviews({ issue, dueOn }: { issue: Issue; dueOn: string }) {
  const t = useReviewText();
  const format = useFormat();
  const words = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const reads = may('GET /issues/:id/reviews');
  const { data } = useRead<Page<IssueReview>>(reads ? `/issues/${issue.id}/reviews` : null);
  const due = dueOn <= dayFromNow(0);
  return (
    <Panel
      title={t('title')}
      aside={t('next', { day: format.day(dueOn) })}
      urgent={due}
      actions={
        may('POST /issues/:id/reviews') && (
          <Button small kind={due ? 'secondary' : 'tertiary'} onPress={() => setOpen(true)}>
            {t('review')}
          </Button>
        )
      }
    >
      {data?.items.length ? (
        <Fold title={`${t('history')} ${t('count', { count: data.items.length })}`}>
          <ol className="clock-list">
            {data.items.map((one) => (
              <li key={one.id}>
                <span className="row">
                  <Badge>{words.review[one.outcome]}</Badge>
                  <span className="small subtle">
                    {one.onBehalfOfName
                      ? t('onBehalf', {
                          name: one.reviewedByName,
                          absent: one.onBehalfOfName,
                          at: format.instant(one.reviewedAt),
                        })
                      : t('by', { name: one.reviewedByName, at: format.instant(one.reviewedAt) })}
                  </span>
                </span>
                <span className="prewrap">{one.note}</span>
              </li>
            ))}
          </ol>
        </Fold>
      ) : (
        <p className="subtle">{t('historyNone')}</p>
      )}
      {open && <ReviewDialog issueId={issue.id} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

/** Whoever may answer: the office, and the department that led it. */
function useAnswers(): (leadDepartmentId: string | null) => boolean {
  const may = useMay();
  const me = useMe();
  return (leadDepartmentId) =>
    may('POST /issues/:id/follow-up-answer') &&
    (me.role !== 'department' || me.departmentId === leadDepartmentId);
}

function FollowUp({ issue, on }: { issue: Issue; on: string }) {
  const t = useReviewText();
  const format = useFormat();
  const answers = useAnswers();
  const [open, setOpen] = useState(false);
  const due = on <= dayFromNow(0);
  return (
    <Panel
      title={t('followUps')}
      aside={t('questionOn', { day: format.day(on) })}
      urgent={due}
      actions={
        answers(issue.leadDepartmentId) && (
          <Button small kind={due ? 'secondary' : 'tertiary'} onPress={() => setOpen(true)}>
            {t('answer')}
          </Button>
        )
      }
    >
      <p>{t('question')}</p>
      {open && <FollowUpDialog issueId={issue.id} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

/** Questions after closing whose day has come. */
export function FollowUpList({ none }: { none: string }) {
  const t = useReviewText();
  const words = useWords();
  const format = useFormat();
  const answers = useAnswers();
  const [open, setOpen] = useState<string | null>(null);
  const { data } = useRead<Page<FollowUpQuestion>>('/follow-up-questions?due=true&limit=50');
  if (!data?.items.length) return <p className="subtle">{none}</p>;
  return (
    <>
      <ul className="clock-list">
        {data.items.map((one) => (
          <li key={one.id}>
            <Link to={`/issues/${one.issueId}`}>{one.issueTitle}</Link>
            <span className="row small subtle">
              {one.issueNumber} · {format.day(one.askOn)}
              {one.outcome && ` · ${words.outcome[one.outcome]}`}
              {one.closedByName &&
                one.closedAt &&
                ` · ${t('closedBy', { name: one.closedByName, at: format.day(one.closedAt) })}`}
            </span>
            {answers(one.leadDepartmentId) && (
              <span>
                <Button small onPress={() => setOpen(one.issueId)}>
                  {t('answer')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {open && <FollowUpDialog issueId={open} onClose={() => setOpen(null)} />}
    </>
  );
}

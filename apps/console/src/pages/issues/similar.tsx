import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { Issue, Page, SimilarIssue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Panel } from '../../ui/panel.js';
import { UseLesson } from './lessons.js';
import { usePageText } from './issue-text.js';

const SHOWN = 3;
const WORDS_SHOWN = 6;

/** What was like this before, and what was learned from it. */
export function Similar({ issue }: { issue: Issue }) {
  const t = usePageText();
  const { data } = useRead<Page<SimilarIssue>>(`/issues/${issue.id}/similar`);
  if (!data?.items.length) return null;
  return (
    <Panel title={t('similar')}>
      <ul className="stack">
        {data.items.slice(0, SHOWN).map((one) => (
          <SimilarItem key={one.id} one={one}>
            <UseLesson issue={issue} one={one} />
          </SimilarItem>
        ))}
      </ul>
    </Panel>
  );
}

interface SimilarItemProps {
  one: SimilarIssue;
  /** Where somebody is writing and comes back. */
  newTab?: boolean;
  children?: ReactNode;
}

export function SimilarItem({ one, newTab, children }: SimilarItemProps) {
  const t = usePageText();
  const words = useWords();
  const format = useFormat();
  const { lastAnswer: answer } = one;
  return (
    <li className="stack-tight">
      <Link to={`/issues/${one.id}`} {...(newTab && { target: '_blank' })}>
        {one.title}
      </Link>
      <span className="row small">
        {[
          one.number,
          words.stage[one.stage],
          one.outcome && words.outcome[one.outcome],
          one.leadDepartment,
          t('likeness', { percent: Math.round(one.score * 100) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {one.mergedInto && <Link to={`/issues/${one.mergedInto}`}>{t('wentInto')}</Link>}
        {one.duplicate && <Badge tone="warning">{t('maybeSame')}</Badge>}
      </span>
      {one.shared.length > 0 && (
        <span className="small subtle">
          {t('shared', { words: one.shared.slice(0, WORDS_SHOWN).join(', ') })}
        </span>
      )}
      {answer && (
        <span className="small">
          {t('lastAnswer', {
            department: answer.department ?? t('ownTask'),
            day: format.day(answer.at),
          })}
          : {answer.text}
        </span>
      )}
      {one.lesson && (
        <span className="small">
          {t('lesson')}: {one.lesson}
        </span>
      )}
      {children}
    </li>
  );
}

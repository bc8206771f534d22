import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { useDepartments, useMay, useRead, useWrite } from '../../api/queries.js';
import type { Issue, LinkedIssue } from '../../api/types.js';
import { GradeBadge, StandingBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { Facts, Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { useBelongingText } from './belonging-text.js';

/** The issues that belong to this one, each with how it stands. */
export function Links({ issue }: { issue: Issue }) {
  const t = useBelongingText();
  const { nameOf } = useDepartments();
  const { mergedInto, mergedFrom, parentId, children, followUpOf, followUps, handedOverTo } = issue;
  const crisis = issue.outcome === 'crisis';
  const any = mergedInto ?? parentId ?? followUpOf ?? handedOverTo;
  if (!any && !crisis && !mergedFrom.length && !children.length && !followUps.length) return null;
  return (
    <Panel title={t('title')}>
      <Facts
        facts={[
          [t('handedOverTo'), handedOverTo && nameOf(handedOverTo)],
          [t('mergedInto'), mergedInto && <One id={mergedInto} />],
          [t('mergedFrom'), mergedFrom.length > 0 && <Several issues={mergedFrom} />],
          [t('parent'), parentId && <One id={parentId} />],
          [t('children'), children.length > 0 && <Several issues={children} />],
          [t('followUpOf'), followUpOf && <One id={followUpOf} />],
          [t('followUps'), followUps.length > 0 && <Several issues={followUps} />],
        ]}
      />
      <Undo issue={issue} />
      {crisis && <FollowUp issue={issue} />}
    </Panel>
  );
}

function One({ id }: { id: string }) {
  const { data } = useRead<Issue>(`/issues/${id}`);
  return data ? <Item issue={data} /> : null;
}

const Several = ({ issues }: { issues: LinkedIssue[] }): ReactNode => (
  <ul className="stack-tight">
    {issues.map((one) => (
      <li key={one.id}>
        <Item issue={one} />
      </li>
    ))}
  </ul>
);

function Item({
  issue,
}: {
  issue: Pick<Issue, 'id' | 'number' | 'title' | 'stage' | 'state' | 'grade' | 'direction' | 'outcome'>;
}) {
  return (
    <span className="row">
      <Link to={`/issues/${issue.id}`}>{issue.title}</Link>
      <span className="small subtle number">{issue.number}</span>
      {issue.grade && <GradeBadge grade={issue.grade} />}
      <StandingBadge issue={issue} />
    </span>
  );
}

/** 병합 취소, 묶음 해제. */
function Undo({ issue }: { issue: Issue }) {
  const t = useBelongingText();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const touches = { touches: ['/issues', '/signals', '/requests'] };
  const unmerge = useWrite(
    () => call<Issue>('DELETE', `/issues/${issue.id}/merge`, { ifMatch: issue.version }),
    touches,
  );
  const ungroup = useWrite(
    () => call<Issue>('PATCH', `/issues/${issue.id}`, { body: { parentId: null }, ifMatch: issue.version }),
    touches,
  );
  return (
    <div className="row no-print">
      {issue.mergedInto && may('DELETE /issues/:id/merge') && (
        <Button small onPress={() => setAsking(true)}>
          {t('unmerge')}
        </Button>
      )}
      {issue.parentId && issue.stage !== 'closed' && may('PATCH /issues/:id') && (
        <Button
          small
          isPending={ungroup.isPending}
          onPress={() => ungroup.mutate(undefined, { onSuccess: () => toast(t('ungrouped')) })}
        >
          {t('ungroup')}
        </Button>
      )}
      <Confirm
        title={t('unmerge')}
        action={t('unmerge')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await unmerge.mutateAsync(undefined);
          toast(t('unmerged'));
        }}
      >
        <p>{t('unmergeLead')}</p>
      </Confirm>
    </div>
  );
}

/** What is left when the crisis is over, registered in one step. */
function FollowUp({ issue }: { issue: Issue }) {
  const t = useBelongingText();
  const may = useMay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const register = useWrite(
    () => call<Issue>('POST', `/issues/${issue.id}/follow-ups`, { body: {}, ifMatch: issue.version }),
    { touches: ['/issues'] },
  );
  if (!may('POST /issues/:id/follow-ups')) return null;
  return (
    <div className="row no-print">
      <Button small onPress={() => setAsking(true)}>
        {t('followUp')}
      </Button>
      <Confirm
        title={t('followUp')}
        action={t('followUp')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const made = await register.mutateAsync(undefined);
          toast(t('followedUp', { number: made.number }));
          void navigate(`/issues/${made.id}`);
        }}
      >
        <p>{t('followUpLead')}</p>
      </Confirm>
    </div>
  );
}

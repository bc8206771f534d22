import type { ReactNode } from 'react';
import { useMe } from '../api/queries.js';
import type { ActionRequest, Issue } from '../api/types.js';
import { defineText } from '../text/i18n.js';
import { useWords, type Words } from '../text/words.js';
import { Icon } from './icon.js';
import { Weight } from './weight.js';

const useText = defineText('badge', {
  ko: { self: '자체관리 중', task: '진행 중', toReceive: '접수 대기' },
  en: { self: 'Kept by the office', task: 'In hand', toReceive: 'To be received' },
});

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** Weight never by colour alone: the word, and as many bars as it weighs. */
export function GradeBadge({ grade }: { grade: Issue['grade'] }) {
  const words = useWords();
  if (!grade) return <span className="subtle">–</span>;
  return (
    <span className={`grade grade-${grade}`}>
      <Weight grade={grade} />
      {words.grade[grade]}
    </span>
  );
}

const STATE_TONES: Record<keyof Words['state'], Tone> = {
  processing: 'info',
  review: 'warning',
  open: 'info',
  parked: 'danger',
  done: 'success',
};

/** What an issue is waiting for; one that the office keeps itself waits for no department. */
export function useStanding(): (issue: Pick<Issue, 'stage' | 'state' | 'direction'>) => string {
  const t = useText();
  const words = useWords();
  return ({ stage, state, direction }) =>
    stage === 'act' && state === 'open' && direction === 'self' ? t('self') : words.state[state];
}

/** Where an issue stands: 3단계 … · 검토 대기. */
export function StandingBadge({
  issue,
}: {
  issue: Pick<Issue, 'stage' | 'state' | 'direction' | 'outcome'>;
}) {
  const words = useWords();
  const standing = useStanding();
  if (issue.stage === 'closed')
    return (
      <Badge tone="neutral">
        {words.stage.closed}
        {issue.outcome && ` · ${words.outcome[issue.outcome]}`}
      </Badge>
    );
  return (
    <span className="row">
      <span className="small">{words.stage[issue.stage]}</span>
      <Badge tone={STATE_TONES[issue.state]}>{standing(issue)}</Badge>
    </span>
  );
}

const REQUEST_TONES: Record<keyof Words['request'], Tone> = {
  planned: 'neutral',
  delivered: 'warning',
  acknowledged: 'info',
  refused: 'danger',
  answered: 'info',
  accepted: 'success',
  returned: 'warning',
  cancelled: 'neutral',
};

/** Of the office's own task nothing was sent; to a department what was sent to it waits to be received. */
export function RequestBadge({
  request: { state, departmentId },
}: {
  request: Pick<ActionRequest, 'state' | 'departmentId'>;
}) {
  const t = useText();
  const words = useWords();
  const { role } = useMe();
  const special =
    state === 'delivered' && (departmentId === null ? 'task' : role === 'department' && 'toReceive');
  return <Badge tone={REQUEST_TONES[state]}>{special ? t(special) : words.request[state]}</Badge>;
}

/** 열람 제한: marked wherever it appears, to those who may see it at all. */
export function RestrictedMark({ label }: { label: string }) {
  return (
    <span className="badge badge-danger">
      <Icon name="lock" size={14} /> {label}
    </span>
  );
}

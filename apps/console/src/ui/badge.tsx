import type { ReactNode } from 'react';
import type { Issue } from '../api/types.js';
import { useWords, type Words } from '../text/words.js';
import { Icon } from './icon.js';
import { Weight } from './weight.js';

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

/** Where an issue stands: 3단계 … · 검토 대기. */
export function StandingBadge({ issue }: { issue: Pick<Issue, 'stage' | 'state' | 'outcome'> }) {
  const words = useWords();
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
      <Badge tone={STATE_TONES[issue.state]}>{words.state[issue.state]}</Badge>
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

export function RequestBadge({ state }: { state: keyof Words['request'] }) {
  return <Badge tone={REQUEST_TONES[state]}>{useWords().request[state]}</Badge>;
}

/** 열람 제한: marked wherever it appears, to those who may see it at all. */
export function RestrictedMark({ label }: { label: string }) {
  return (
    <span className="badge badge-danger">
      <Icon name="lock" size={14} /> {label}
    </span>
  );
}

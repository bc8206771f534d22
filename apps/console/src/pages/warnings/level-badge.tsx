import { WARNING_LABELS } from '#warnings/vocabulary.js';
import type { Issue } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { Badge } from '../../ui/badge.js';

type Warning = Issue['warnings'][number];

export function LevelBadge({ level, muted = false }: { level: Warning['level']; muted?: boolean }) {
  const language = useLanguage();
  const tone = muted ? 'neutral' : level === 'alert' ? 'danger' : 'warning';
  return <Badge tone={tone}>{WARNING_LABELS[level][language]}</Badge>;
}

/** The heaviest of an issue's warnings that still stand, if any. */
export function WarningMark({ issue: { warnings } }: { issue: Pick<Issue, 'warnings'> }) {
  const standing = warnings.filter((one) => one.standing);
  const first = standing.find(({ level }) => level === 'alert') ?? standing[0];
  return first ? <LevelBadge level={first.level} /> : null;
}

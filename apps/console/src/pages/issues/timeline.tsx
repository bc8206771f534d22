import { useRead, useDepartments } from '../../api/queries.js';
import type { Page, TimelineEntry } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/waiting.js';
import { useEventWord } from '../../text/events.js';
import { usePageText } from './issue-text.js';

/** Everything that happened to an issue, newest first. */
export function Timeline({ issueId }: { issueId: string }) {
  const t = usePageText();
  const list = useRead<Page<TimelineEntry>>(`/issues/${issueId}/timeline?sort=-seq&limit=200`);
  return (
    <Panel title={t('timeline')}>
      <Loaded of={list}>
        {({ items }) => (
          <ol className="timeline">
            {items.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </Loaded>
    </Panel>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = usePageText();
  const words = useWords();
  const format = useFormat();
  const say = useEventWord();
  const { nameOf } = useDepartments();
  const payload = entry.payload as {
    departmentId?: string;
    outcome?: string;
    grade?: keyof typeof words.grade;
  };
  const outcomes: Record<string, string> = { ...words.decision, ...words.outcome };
  const detail = [
    payload.departmentId && nameOf(payload.departmentId),
    payload.outcome && outcomes[payload.outcome],
    payload.grade && words.grade[payload.grade],
  ].filter(Boolean);
  return (
    <li className="timeline-entry">
      <span>
        <strong>{say(entry.name)}</strong> {detail.length > 0 && detail.join(' · ')}
      </span>
      <span className="small subtle">
        {entry.actor ?? t('system')} · {format.instant(entry.at)}
      </span>
    </li>
  );
}

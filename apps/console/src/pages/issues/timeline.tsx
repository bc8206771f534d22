import { useState } from 'react';
import { useRead, useDepartments } from '../../api/queries.js';
import type { Page, TimelineEntry } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/waiting.js';
import { useEventWord } from '../../text/events.js';
import { useClockDetail, type ClockPayload } from '../reviews/clock-detail.js';
import { Changes } from './changes.js';
import { usePageText } from './issue-text.js';
import './issues.css';

/** Everything that happened to an issue. */
export function Timeline({ issueId }: { issueId: string }) {
  const t = usePageText();
  return (
    <Panel title={t('timeline')}>
      <TimelineOf path={`/issues/${issueId}`} />
    </Panel>
  );
}

/** What happened to an issue or a signal, newest first; what is older follows when it is asked for. */
export function TimelineOf({ path, cursor }: { path: string; cursor?: string }) {
  const t = usePageText();
  const [more, setMore] = useState(false);
  const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  const list = useRead<Page<TimelineEntry>>(`${path}/timeline?sort=-seq&limit=100${from}`, { keep: true });
  return (
    <Loaded of={list}>
      {({ items, nextCursor }) => (
        <>
          <ol className="timeline">
            {items.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
          {nextCursor &&
            (more ? (
              <TimelineOf path={path} cursor={nextCursor} />
            ) : (
              <div>
                <Button small onPress={() => setMore(true)}>
                  {t('timelineMore')}
                </Button>
              </div>
            ))}
        </>
      )}
    </Loaded>
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
  } & ClockPayload;
  const clock = useClockDetail();
  const outcomes: Record<string, string> = { ...words.decision, ...words.outcome };
  const detail = [
    payload.departmentId && nameOf(payload.departmentId),
    payload.outcome && outcomes[payload.outcome],
    payload.grade && words.grade[payload.grade],
    ...clock(payload),
  ].filter(Boolean);
  return (
    <li className="timeline-entry">
      <span>
        <strong>{say(entry.name)}</strong> {detail.length > 0 && detail.join(' · ')}
      </span>
      <span className="small subtle">
        {entry.onBehalfOf
          ? t('onBehalf', { actor: entry.actor ?? '', absent: entry.onBehalfOf })
          : (entry.actor ?? t('system'))}{' '}
        · {format.instant(entry.at)}
      </span>
      <Changes of={entry.changes} />
    </li>
  );
}

import type { Direction, Grade } from '#issues/vocabulary.js';
import { CHANGE_OF_EDITION_LABELS } from '#reports/vocabulary.js';
import type { Report } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Panel } from '../../ui/panel.js';
import { useEditionName, type Edition } from './editions.js';
import { useReportText } from './text.js';

type Change = NonNullable<Edition['changes']>[number];

/** What each correction changed, and when a draft was held back and why; the newest edition first. */
export function History({ report }: { report: Report }) {
  const t = useReportText();
  const nameOf = useEditionName();
  const told = report.editions
    .filter(({ changes, holds }) => changes !== null || holds.length > 0)
    .toReversed();
  if (told.length === 0) return null;
  return (
    <Panel title={t('history')}>
      <div className="stack">
        {told.map((edition) => (
          <div key={edition.number} className="stack">
            {edition.changes && (
              <section>
                <h3>{t('correctionOf', { edition: nameOf(edition), number: edition.number - 1 })}</h3>
                <Changes changes={edition.changes} />
              </section>
            )}
            {edition.holds.length > 0 && (
              <section>
                <h3>{t('holdsOf', { edition: nameOf(edition) })}</h3>
                <Holds holds={edition.holds} />
              </section>
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  const t = useReportText();
  const words = useWords();
  const format = useFormat();
  if (changes.length === 0) return <p>{t('noChange')}</p>;
  const language = useLanguage();
  const said = (kind: Change['kind'], value: string | null) => {
    if (value === null) return t(kind === 'day' ? 'dayOpen' : 'unassigned');
    if (kind === 'month') return format.month(value);
    if (kind === 'day') return format.day(value);
    if (kind === 'direction') return words.direction[value as Direction];
    return kind === 'lead' ? value : words.grade[value as Grade];
  };
  const line = ({ kind, title, from, to }: Change) => {
    const what = CHANGE_OF_EDITION_LABELS[kind][language];
    if (title === null) return what;
    if (kind === 'title') return t('change.title', { what, from: from ?? '', to: to ?? '' });
    if (kind === 'new') return t('change.new', { what, title, to: said(kind, to) });
    if (kind === 'gone' || kind === 'text') return t('change.only', { what, title });
    return t('change.from', { what, title, from: said(kind, from), to: said(kind, to) });
  };
  return (
    <ul className="report-points">
      {changes.map((change) => (
        <li key={`${change.number} ${change.kind}`}>{line(change)}</li>
      ))}
    </ul>
  );
}

function Holds({ holds }: { holds: Edition['holds'] }) {
  const t = useReportText();
  const format = useFormat();
  const lines = holds.flatMap(({ heldAt, heldBy, reason, releasedAt, releasedBy, releaseReason }) => [
    `${format.instant(heldAt)} ${t('holdNote', { reason, by: heldBy })}`,
    ...(releasedAt
      ? [
          `${format.instant(releasedAt)} ${t('releaseNote', { reason: releaseReason ?? '', by: releasedBy ?? '' })}`,
        ]
      : []),
  ]);
  return (
    <ul className="report-points">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

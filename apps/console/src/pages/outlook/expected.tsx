import { Link } from 'react-router';
import type { Outlook } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { GradeBadge } from '../../ui/badge.js';
import { Fold } from '../../ui/fold.js';
import { Table, type Column } from '../../ui/table.js';
import { percent, useOutlookWords } from './outlook-words.js';
import { useOutlookText } from './text.js';

type Item = Outlook['items'][number];

/** Ranked as in the report: how likely and why, who answers and how that stands, what could be done. */
export function Expected({ items }: { items: Item[] }) {
  const t = useOutlookText();
  return (
    <div className="stack">
      <Table caption={t('title')} columns={useColumns()} rows={items} keyOf={({ issueId }) => issueId} />
      <p className="small subtle">{t('probabilityHelp')}</p>
    </div>
  );
}

function useColumns(): Column<Item>[] {
  const t = useOutlookText();
  const words = useOutlookWords();
  return [
    { id: 'rank', label: t('rank'), numeric: true, cell: ({ rank }) => rank },
    { id: 'issue', label: t('issue'), heads: true, wide: true, cell: (item) => <IssueCell item={item} /> },
    {
      id: 'grade',
      label: t('grade'),
      cell: ({ grade, trend }) => (
        <div className="stack-tight">
          <GradeBadge grade={grade} />
          <span className="small subtle">{t(`trend.${trend}`)}</span>
        </div>
      ),
    },
    {
      id: 'probability',
      label: t('probability'),
      numeric: true,
      cell: ({ probability }) => <strong>{percent(probability)}</strong>,
    },
    {
      id: 'why',
      label: t('why'),
      wide: true,
      cell: (item) => (
        <div className="stack-tight">
          {item.reasons.map(({ kind, text }) => (
            <span key={kind}>{text ? `${words.reason[kind]}: ${text}` : words.reason[kind]}</span>
          ))}
          <Grounds item={item} />
        </div>
      ),
    },
    { id: 'lead', label: t('lead_'), cell: (item) => <WhoAnswers item={item} /> },
  ];
}

/** What moved the probability, each with its direction in a sign and in words. */
function Grounds({ item: { base, evidence, correction } }: { item: Item }) {
  const t = useOutlookText();
  const words = useOutlookWords();
  if (base === null) return null;
  const moved = [
    ...evidence.map(({ of, change }) => ({ name: words.evidence[of], change })),
    ...(Math.abs(correction) > 0.05 ? [{ name: t('correction'), change: correction }] : []),
  ];
  return (
    <span className="small subtle">
      {t('base', { percent: percent(base) })}
      {moved.map(({ name, change }) => (
        <span key={name}>
          {' · '}
          <span className="unbroken">
            {name} <span aria-hidden="true">{change > 0 ? '▲' : '▽'}</span>
            <span className="sr-only">{t(change > 0 ? 'raises' : 'lowers')}</span>
          </span>
        </span>
      ))}
    </span>
  );
}

function IssueCell({ item: { issueId, number, title, alternatives } }: { item: Item }) {
  const t = useOutlookText();
  const words = useWords();
  return (
    <div className="stack-tight">
      <Link to={`/issues/${issueId}`}>{title}</Link>
      <span className="small subtle number">{number}</span>
      {alternatives.length > 0 && (
        <Fold title={`${t('alternatives')} ${alternatives.length}`}>
          <ul className="outlook-alternatives">
            {alternatives.map(({ horizon, text, effect, cost, sideEffect, recommended }, index) => (
              <li key={index}>
                {horizon && <b>{words.horizon[horizon]} </b>}
                {text}
                {recommended && <b> ({t('recommended')})</b>}
                <span className="small subtle">
                  {[
                    effect && `${t('effect')}: ${effect}`,
                    cost && `${t('cost')}: ${cost}`,
                    sideEffect && `${t('sideEffect')}: ${sideEffect}`,
                  ]
                    .filter(Boolean)
                    .join(' / ')}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function WhoAnswers({ item: { leadDepartment, supportingDepartments, answer, direction } }: { item: Item }) {
  const t = useOutlookText();
  const words = useWords();
  const standing = answer.state ? words.request[answer.state] : t('notAsked');
  const told = direction === 'self' ? words.direction.self : standing;
  return (
    <div className="stack-tight">
      <span>{leadDepartment ?? t('noLead')}</span>
      {supportingDepartments.length > 0 && (
        <span className="small subtle">({supportingDepartments.join('·')})</span>
      )}
      <span className="small">
        {told}
        {direction === 'department' &&
          answer.asked > 1 &&
          ` · ${t('answered', { answered: answer.answered, asked: answer.asked })}`}
      </span>
    </div>
  );
}

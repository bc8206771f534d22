import { useState } from 'react';
import { Link } from 'react-router';
import type { Round } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Notice } from '../../ui/waiting.js';
import { AnswerForm } from './answer-form.js';
import { AnsweredBy, Remarks, type Answer } from './answers-table.js';
import { useWhen } from './items-table.js';
import { STANDING_TONES } from './standing-tones.js';
import { useRoundText } from './text.js';
import './rounds.css';

/** What a department is asked: one click where it expects nothing. */
export function Asked({ round }: { round: Round }) {
  const t = useRoundText();
  const words = useWords();
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { month, state, overdue, dueAt, departments } = round;
  const [own] = departments;
  const [newest] = own!.answers;
  const writing = state === 'open' && (!newest || changing);
  return (
    <Page
      title={t('pageTitle', { month: format.month(month) })}
      trail={[{ to: '/rounds', label: t('title') }]}
      marks={<Badge tone={STANDING_TONES[own!.standing]}>{words.roundStanding[own!.standing]}</Badge>}
    >
      {state === 'closed' ? (
        <Notice
          actions={
            <LinkButton small href="/signals/new">
              {t('report')}
            </LinkButton>
          }
        >
          {t('over')}
        </Notice>
      ) : (
        <Notice tone={newest ? 'success' : overdue ? 'warning' : 'info'}>
          {newest ? t('answeredNotice') : overdue ? t('overdue') : t('dueNotice', { due: format.due(dueAt) })}
        </Notice>
      )}
      {newest && !changing && (
        <Panel
          title={t('yourAnswer')}
          actions={
            state === 'open' && (
              <Button small icon="edit" onPress={() => setChanging(true)}>
                {t('change')}
              </Button>
            )
          }
        >
          <Answered answer={newest} />
        </Panel>
      )}
      {writing && <AnswerForm round={round} onDone={() => setChanging(false)} isChange={changing} />}
    </Page>
  );
}

function Answered({ answer }: { answer: Answer }) {
  const t = useRoundText();
  const words = useWords();
  const when = useWhen();
  return (
    <div className="stack">
      <p className="row">
        <strong>{words.roundStanding[answer.kind]}</strong>
        {answer.late && <Badge tone="danger">{t('late')}</Badge>}
      </p>
      {answer.items.length > 0 && (
        <ol className="round-items">
          {answer.items.map((item) => (
            <li key={item.signalId}>
              <div className="stack-tight">
                <strong>{item.title}</strong>
                <span className="round-text">{item.text}</span>
                <span className="small subtle">
                  {[when(item), item.alternative && `${t('alternative')}: ${item.alternative}`]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="small">
                  {t('follow')}:{' '}
                  {item.issueId ? (
                    <Link to={`/issues/${item.issueId}`}>{item.issueNumber}</Link>
                  ) : (
                    words.signal[item.state]
                  )}
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Remarks answer={answer} />
      <AnsweredBy answer={answer} />
    </div>
  );
}

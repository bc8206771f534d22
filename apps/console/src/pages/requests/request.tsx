import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay, useMe, useRead } from '../../api/queries.js';
import type { ActionRequest, Issue, ResponseWithVersions } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Fold } from '../../ui/fold.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/waiting.js';
import { RequestTalk } from '../../conversation/conversation.js';
import { AnswerForm } from './answer-form.js';
import { Assign } from './assignment.js';
import { CollectedAnswers } from './collecting.js';
import { NotOurs, Receive } from './receiving.js';
import { RequestCard } from './request-card.js';
import { ResponseView } from './response-view.js';
import { useRequestText } from './text.js';

export default function RequestPage() {
  const { id } = useParams();
  return (
    <Loaded whole of={useRead<ActionRequest>(`/requests/${id}`)}>
      {(request) => <Content request={request} />}
    </Loaded>
  );
}

/** Link in the mail → what is asked, by when, of whom → the form of the answer: no more is needed. */
function Content({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const format = useFormat();
  const toDo = useToDo(request);
  const [correcting, setCorrecting] = useState(false);
  const again = toDo === 'toCorrect' ? 'correct' : toDo === 'toTellProgress' ? 'tellProgress' : null;
  return (
    <Page
      title={request.issueTitle}
      trail={[{ to: '/requests', label: t('title') }]}
      marks={
        <>
          <span className="subtle number">{request.issueNumber}</span>
          {request.issueGrade && <GradeBadge grade={request.issueGrade} />}
        </>
      }
      lead={request.dueAt && `${t('dueAt')} ${format.due(request.dueAt)} (${format.distance(request.dueAt)})`}
    >
      {toDo && (
        <Panel title={t('whatToDo')} urgent={toDo !== 'toTellProgress'}>
          <p>{t(toDo)}</p>
          {toDo === 'toAcknowledge' && <Receive request={request} />}
          {(toDo === 'toAnswer' || toDo === 'toReturn') && request.departmentId && (
            <div className="form-actions">
              <Assign request={request} />
              <NotOurs request={request} />
            </div>
          )}
          {again && !correcting && (
            <div>
              <Button icon="edit" onPress={() => setCorrecting(true)}>
                {t(again)}
              </Button>
            </div>
          )}
        </Panel>
      )}
      <div className="main-aside">
        <div className="stack">
          <Panel title={t('request')}>
            <RequestCard request={request} />
          </Panel>
          {(ANSWERING.has(toDo) || (again && correcting)) && (
            <Panel title={t('answerTitle')}>
              {/* What was written on receiving it stands in the answer too. */}
              <AnswerForm
                key={`${request.handlingUnit} ${request.response?.version}`}
                request={request}
                onSent={() => setCorrecting(false)}
              />
            </Panel>
          )}
          <CollectedAnswers request={request} />
          <RequestTalk request={request} />
          <Versions request={request} />
        </div>
        <About issueId={request.issueId} />
      </div>
    </Page>
  );
}

const ANSWERING = new Set<ToDo>(['toAnswer', 'toReturn', 'toAcknowledge']);

type ToDo = ReturnType<typeof useToDo>;

/** What this person has to do with the request now, if anything. */
function useToDo({ state, departmentId, response, issueStage }: ActionRequest) {
  const me = useMe();
  const may = useMay();
  const answers = departmentId === null ? me.role === 'officer' : me.departmentId === departmentId;
  if (issueStage === 'closed') return null;
  if (answers && may('POST /requests/:id/responses')) {
    if (state === 'delivered') return departmentId === null ? 'toAnswer' : 'toAcknowledge';
    if (state === 'acknowledged') return 'toAnswer';
    if (state === 'returned') return 'toReturn';
    // Accepted, but not done: how it comes along may be told at any time, and is asked for each quarter.
    if (state === 'accepted' && response?.status !== 'done') return 'toTellProgress';
    // The office answers its own task and judges it: then there is nothing to correct.
    if (state === 'answered' && departmentId !== null) return 'toCorrect';
  }
  if (state === 'answered' && may('POST /responses/:id/review')) return 'toReview';
  if (state === 'refused' && may('POST /requests/:id/transfer')) return 'toTransfer';
  return null;
}

function Versions({ request: { response } }: { request: ActionRequest }) {
  const t = useRequestText();
  const { data } = useRead<ResponseWithVersions>(
    response && response.version > 1 ? `/responses/${response.id}` : null,
  );
  const earlier = data?.versions.filter(({ id }) => id !== response!.id) ?? [];
  if (!earlier.length) return null;
  return (
    <Panel title={t('history')}>
      <Fold title={t('versions', { count: earlier.length })}>
        <ul className="stack">
          {earlier.map((one) => (
            <li key={one.id}>
              <ResponseView response={one} />
            </li>
          ))}
        </ul>
      </Fold>
    </Panel>
  );
}

function About({ issueId }: { issueId: string }) {
  const t = useRequestText();
  const issue = useRead<Issue>(`/issues/${issueId}`);
  return (
    <Panel title={t('about')} actions={<Link to={`/issues/${issueId}`}>{t('toIssue')}</Link>}>
      <Loaded of={issue}>
        {({ summary, risks }) => (
          <>
            <p className="prewrap">{summary}</p>
            {risks.length > 0 && (
              <div className="stack-tight">
                <h3>{t('risks')}</h3>
                <ul className="points">
                  {risks.map(({ text }, index) => (
                    <li key={index}>
                      <span aria-hidden="true">-</span> {text}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

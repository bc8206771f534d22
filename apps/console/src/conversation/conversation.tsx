import { useState } from 'react';
import { useMay, useRead } from '../api/queries.js';
import type { ActionRequest, Comment, Page } from '../api/types.js';
import { Button } from '../ui/button.js';
import { Panel } from '../ui/panel.js';
import { Loaded } from '../ui/waiting.js';
import { CommentView } from './comment.js';
import { useTalkText } from './text.js';
import { WriteComment, type Talk } from './write-comment.js';
import './conversation.css';

const STEP = 30;

/** Between the office and the department that was asked; notes of the office stand among it, for the office only. */
export function RequestTalk({ request: { id, departmentName } }: { request: ActionRequest }) {
  const t = useTalkText();
  const title = departmentName ? t('with', { department: departmentName }) : t('title');
  return (
    <Conversation
      title={title}
      talk={{ about: `/requests/${id}`, department: departmentName, isRequest: true }}
    />
  );
}

/** What the office notes of an issue; departments are spoken to on their requests. */
export function IssueTalk({ issueId }: { issueId: string }) {
  const t = useTalkText();
  const may = useMay();
  if (!may('GET /issues/:id/comments')) return null;
  return (
    <Conversation
      title={t('notes')}
      lead={t('notesWhy')}
      talk={{ about: `/issues/${issueId}`, department: null, isRequest: false }}
    />
  );
}

function Conversation({ title, lead, talk }: { title: string; lead?: string; talk: Talk }) {
  const t = useTalkText();
  const may = useMay();
  const [limit, setLimit] = useState(STEP);
  // The newest first, so that the last words are there at once; shown in the order they were said.
  const list = useRead<Page<Comment>>(`${talk.about}/comments?sort=-writtenAt&limit=${limit}`, {
    keep: true,
  });
  const writes = may(talk.isRequest ? 'POST /requests/:id/comments' : 'POST /issues/:id/comments');
  return (
    <Panel title={title}>
      {lead && <p className="small subtle">{lead}</p>}
      <Loaded of={list}>
        {({ items, nextCursor }) => (
          <>
            {nextCursor && limit < 200 && (
              <div>
                <Button small onPress={() => setLimit(Math.min(200, limit + STEP))}>
                  {t('more')}
                </Button>
              </div>
            )}
            {items.length === 0 ? (
              <p className="subtle">{t('none')}</p>
            ) : (
              <ul className="talk">
                {items.toReversed().map((one) => (
                  <CommentView key={one.id} comment={one} about={talk.about} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {writes && <WriteComment talk={talk} />}
    </Panel>
  );
}

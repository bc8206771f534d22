import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { ActionRequest, Issue } from '../../api/types.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Empty, Notice } from '../../ui/waiting.js';
import { Collect } from '../requests/collecting.js';
import { RequestCard } from '../requests/request-card.js';
import { RequestPartFields } from './fields.js';
import { EMPTY_REQUEST, requestBody } from './issue-draft.js';
import { usePageText } from './issue-text.js';

/** What departments were asked, and what they answered. */
export function IssueRequests({ issue }: { issue: Issue }) {
  const t = usePageText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const mayAdd = may('POST /issues/:id/requests') && issue.stage !== 'closed';
  return (
    <Panel
      title={t('requests')}
      actions={
        mayAdd && (
          <>
            <Collect requests={issue.requests} />
            <Button small icon="plus" onPress={() => setAdding(true)}>
              {t('addRequest')}
            </Button>
          </>
        )
      }
    >
      {issue.requests.some(({ state }) => state === 'planned') && <Notice>{t('noRequestsYet')}</Notice>}
      {issue.requests.length ? (
        <ul className="stack">
          {issue.requests.map((request) => (
            <li key={request.id}>
              <RequestCard request={request} withinIssue />
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('noRequests')}>{mayAdd && t('noRequestsWhy')}</Empty>
      )}
      {adding && <AddRequest issue={issue} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function AddRequest({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const sendsNow = issue.stage === 'act' && issue.direction === 'department';
  const [draft, setDraft] = useState({ ...EMPTY_REQUEST, departmentId: issue.leadDepartmentId });
  const add = useWrite(
    () => call<ActionRequest>('POST', `/issues/${issue.id}/requests`, { body: requestBody(draft) }),
    { touches: ['/issues', '/requests'] },
  );
  const { byField, rest } = useFieldErrors(
    add.error,
    ['text', 'horizon', 'departmentId', 'dueAt', 'docNo', 'relatedBody'],
    {
      ...draft,
      dueAt: draft.dueOn,
    },
  );
  const submit = async () => {
    await add.mutateAsync(undefined);
    toast(t(sendsNow ? 'sentNow' : 'added'));
    onClose();
  };
  return (
    <DialogForm
      title={t('addRequest')}
      onClose={onClose}
      onSubmit={submit}
      action={t(sendsNow ? 'send' : 'add')}
      busy={add.isPending}
      errors={rest}
      wide
    >
      {(sendsNow || issue.stage !== 'act') && (
        <p className="subtle">{t(sendsNow ? 'sendLead' : 'addLead')}</p>
      )}
      <RequestPartFields value={draft} change={(part) => setDraft({ ...draft, ...part })} errors={byField} />
    </DialogForm>
  );
}

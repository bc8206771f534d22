import { useRef, useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Issue, Signal } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { toast } from '../../ui/toast.js';
import { CoverageField } from './coverage-fields.js';
import { EMPTY_SIGNAL, signalBody } from './issue-draft.js';
import { usePageText } from './issue-text.js';

/** 관련보도·관련동향, to which one more can be added as it comes. */
export function Coverage({ issue }: { issue: Issue }) {
  const t = usePageText();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const mayAdd = issue.stage !== 'closed' && may('POST /signals') && may('POST /signals/:id/issue');
  if (!issue.signals.length && !mayAdd) return null;
  return (
    <div className="stack-tight">
      <div className="row-apart">
        <h3>{t('coverage')}</h3>
        {mayAdd && (
          <Button small kind="text" icon="plus" onPress={() => setAdding(true)}>
            {t('addCoverage')}
          </Button>
        )}
      </div>
      <ul className="points">
        {issue.signals.map(({ id, title, url, outlet, publishedOn, channel, count }) => (
          <li key={id}>
            <span aria-hidden="true">▶</span>
            <span>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}{' '}
              <span className="small subtle">
                (
                {[
                  outlet ?? words.channel[channel],
                  publishedOn && format.day(publishedOn),
                  count && format.count(count),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                )
              </span>
            </span>
          </li>
        ))}
      </ul>
      {adding && <AddCoverage issue={issue} onClose={() => setAdding(false)} />}
    </div>
  );
}

function AddCoverage({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const [draft, setDraft] = useState(EMPTY_SIGNAL);
  // Received already when attaching it failed: it is not received twice.
  const received = useRef<Signal | null>(null);
  const add = useWrite(
    async () => {
      received.current ??= await call<Signal>('POST', '/signals', {
        body: { ...signalBody(draft), channel: issue.channel },
      });
      await call('POST', `/signals/${received.current.id}/issue`, { body: { issueId: issue.id } });
    },
    { touches: ['/issues', '/signals'] },
  );
  const { byField, rest } = useFieldErrors(add.error, ['title', 'outlet', 'url', 'publishedOn'], draft);
  const submit = async () => {
    await add.mutateAsync(undefined);
    toast(t('coverageAdded'));
    onClose();
  };
  return (
    <DialogForm
      title={t('addCoverage')}
      onClose={onClose}
      onSubmit={submit}
      action={t('add')}
      busy={add.isPending}
      errors={rest}
      wide
    >
      <p className="subtle">{t('addCoverageLead')}</p>
      <CoverageField value={draft} change={(part) => setDraft({ ...draft, ...part })} errors={byField} />
    </DialogForm>
  );
}

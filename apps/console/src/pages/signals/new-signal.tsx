import { useState } from 'react';
import { call } from '../../api/call.js';
import { useDraft } from '../../api/draft.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Signal } from '../../api/types.js';
import { DraftFound } from '../../ui/draft.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { useFormText } from './form-text.js';
import { bodyOf, EMPTY, FIELDS } from './signal-draft.js';
import { SignalFields } from './signal-fields.js';
import { useSignalText } from './text.js';
import './signals.css';

export default function NewSignal() {
  const t = useFormText();
  const list = useSignalText();
  const may = useMay();
  const [saved, setSaved] = useState<Signal | null>(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      trail={[{ to: may('GET /clusters') ? '/signals' : '/reported', label: list('title') }]}
    >
      {saved ? (
        <Saved signal={saved} onAgain={() => setSaved(null)} />
      ) : (
        <Panel title={t('content')}>
          <SignalForm onSaved={setSaved} />
        </Panel>
      )}
    </Page>
  );
}

function SignalForm({ onSaved }: { onSaved: (signal: Signal) => void }) {
  const t = useFormText();
  const draft = useDraft('signal', EMPTY);
  const { value, change, discard } = draft;
  const save = useWrite(() => call<Signal>('POST', '/signals', { body: bodyOf(value) }), {
    touches: ['/signals', '/clusters'],
  });
  const { byField, rest } = useFieldErrors(save.error, FIELDS, value);
  const submit = async () => {
    const signal = await save.mutateAsync(undefined);
    discard();
    toast(t('saved'));
    onSaved(signal);
  };
  return (
    <Form className="form" onSubmit={submit}>
      <DraftFound draft={draft} />
      <SignalFields draft={value} change={change} errors={byField} />
      {rest.length > 0 && (
        <Notice tone="danger" title={t('wrong')}>
          {rest.join(' ')}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="submit" kind="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
        <span className="small subtle">{t('saveHint')}</span>
      </div>
    </Form>
  );
}

/** What is most likely done next: the first thing under the keys. */
function Saved({ signal, onAgain }: { signal: Signal; onAgain: () => void }) {
  const t = useFormText();
  const may = useMay();
  return (
    <Panel title={t('saved')}>
      <p className="attach-subject">{signal.title}</p>
      <div className="form-actions">
        {may('POST /issues') && (
          <LinkButton kind="primary" href={`/issues/new?signal=${signal.id}`} autoFocus>
            {t('promote')}
          </LinkButton>
        )}
        <Button icon="plus" onPress={onAgain}>
          {t('again')}
        </Button>
        <LinkButton kind="text" href={may('GET /clusters') ? '/signals' : '/reported'}>
          {t('toList')}
        </LinkButton>
      </div>
    </Panel>
  );
}

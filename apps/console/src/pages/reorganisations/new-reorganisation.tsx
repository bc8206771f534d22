import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { MovedList, Reorganisation } from '../../api/types.js';
import { dayFromNow } from '../../text/format.js';
import { Button } from '../../ui/button.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { MovedTable } from './moved-table.js';
import { bodyOf, FIELDS, type Draft } from './plan.js';
import { PlanFields } from './plan-fields.js';
import { useReorganisationText } from './text.js';

const EMPTY: Draft = {
  kind: 'renamed',
  effectiveOn: dayFromNow(1),
  reason: '',
  from: [null],
  targets: [{ name: '', departmentId: null, goals: '' }],
  issues: {},
  people: {},
};

/** What becomes of departments on a day: first tried, then entered. */
export default function NewReorganisation() {
  const t = useReorganisationText();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  // What was tried, so that nothing is entered that nobody looked at.
  const [tried, setTried] = useState('');
  const plan = JSON.stringify({ ...bodyOf(draft), issues: [], people: [] });
  const tryIt = useWrite(
    () =>
      call<MovedList>('POST', '/reorganisations/dry-run', {
        body: { ...bodyOf(draft), issues: [], people: [] },
      }),
    { touches: [] },
  );
  const enter = useWrite(() => call<Reorganisation>('POST', '/reorganisations', { body: bodyOf(draft) }), {
    touches: ['/reorganisations'],
  });
  const { byField, rest } = useFieldErrors(enter.error ?? tryIt.error, FIELDS, draft);
  const looked = tried === plan && tryIt.data !== undefined;
  const run = async () => {
    enter.reset();
    await tryIt.mutateAsync(undefined);
    setTried(plan);
  };
  const submit = async () => {
    if (!looked) return run();
    await enter.mutateAsync(undefined);
    toast(t('registered'));
    await navigate('/reorganisations');
  };
  const change = (part: Partial<Draft>) => {
    // Who goes where depends on what there is to go to.
    const anew = part.kind || part.from || part.targets ? { issues: {}, people: {} } : {};
    setDraft((before) => ({ ...before, ...anew, ...part }));
  };
  return (
    <Page title={t('add')} trail={[{ to: '/reorganisations', label: t('title') }]} lead={t('tryFirst')}>
      <Form onSubmit={submit}>
        <Panel title={t('content')}>
          <PlanFields draft={draft} change={change} errors={byField} />
        </Panel>
        {rest.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))}
        {looked && <MovedTable found={tryIt.data} draft={draft} change={change} />}
        <div className="row">
          <Button
            kind={looked ? 'secondary' : 'primary'}
            isPending={tryIt.isPending}
            onPress={() => void run().catch(() => undefined)}
          >
            {t('tryIt')}
          </Button>
          {looked && (
            <Button type="submit" kind="primary" isPending={enter.isPending}>
              {t('register')}
            </Button>
          )}
        </div>
      </Form>
    </Page>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useMe, useRead, useWrite } from '../../api/queries.js';
import type { ActionRequest, Page } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { RequestBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField } from '../../ui/field.js';
import { SwitchField } from '../../ui/choice-field.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Loaded } from '../../ui/waiting.js';
import { Review } from './judging.js';
import { ResponseView } from './response-view.js';
import { useRequestText } from './text.js';

const LIVE = new Set(['delivered', 'acknowledged', 'refused', 'answered', 'returned', 'planned']);

/** 총괄 회신 지정: one department collects what the others answer, and sends one answer of all. */
export function Collect({ requests }: { requests: ActionRequest[] }) {
  const t = useRequestText();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const asked = requests.filter(({ departmentId, state }) => departmentId !== null && LIVE.has(state));
  const departments = new Set(asked.map(({ departmentId }) => departmentId));
  if (departments.size < 2 || !may('POST /requests/:id/collection')) return null;
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {t('collect')}
      </Button>
      {isOpen && <CollectDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}

function CollectDialog({ asked, onClose }: { asked: ActionRequest[]; onClose: () => void }) {
  const t = useRequestText();
  const now = asked.find(({ collects }) => collects.length > 0);
  const [leadId, setLead] = useState(now?.id ?? asked[0]!.id);
  const lead = asked.find(({ id }) => id === leadId)!;
  const others = asked.filter(({ departmentId }) => departmentId !== lead.departmentId);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(now ? others.filter(({ collectedBy }) => collectedBy !== now.id).map(({ id }) => id) : []),
  );
  const collect = useWrite(
    async () => {
      const requestIds = others.filter(({ id }) => !left.has(id)).map(({ id }) => id);
      // One collects at a time: who did before gives it up first.
      if (now && now.id !== leadId)
        await call('POST', `/requests/${now.id}/collection`, { body: { requestIds: [] } });
      await call('POST', `/requests/${leadId}/collection`, { body: { requestIds } });
    },
    { touches: ['/requests', '/issues'] },
  );
  const { rest } = useFieldErrors(collect.error, [], {});
  const submit = async () => {
    await collect.mutateAsync(undefined);
    toast(t('collectDone'));
    onClose();
  };
  return (
    <DialogForm
      title={t('collect')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={collect.isPending}
      errors={rest}
    >
      <p className="subtle">{t('collectLead')}</p>
      <SelectField
        label={t('collector')}
        choices={asked.map(({ id, departmentName, text }) => ({
          id,
          label: `${departmentName} · ${text.slice(0, 40)}`,
        }))}
        value={leadId}
        onChange={(id) => id && setLead(id)}
        required
      />
      <fieldset className="stack-tight">
        <legend className="field-label">{t('collected')}</legend>
        {others.map(({ id, departmentName, text }) => (
          <SwitchField
            key={id}
            label={departmentName!}
            help={text.slice(0, 80)}
            value={!left.has(id)}
            onChange={(on) => {
              const next = new Set(left);
              if (on) next.delete(id);
              else next.add(id);
              setLeft(next);
            }}
          />
        ))}
      </fieldset>
    </DialogForm>
  );
}

/** What the others answered, for who writes the answer of all. */
export function CollectedAnswers({ request }: { request: ActionRequest }) {
  const t = useRequestText();
  const format = useFormat();
  const me = useMe();
  const list = useRead<Page<ActionRequest>>(
    request.collects.length ? `/requests?collectedBy=${request.id}&limit=100&sort=createdAt` : null,
  );
  if (!request.collects.length) return null;
  const come = request.collects.filter(({ state }) => state === 'answered' || state === 'accepted').length;
  return (
    <Panel title={t('othersAnswers')} aside={t('come', { come, all: request.collects.length })}>
      <Loaded of={list}>
        {({ items }) => (
          <ul className="stack">
            {items.map((one) => (
              <li key={one.id} className="request-card">
                <div className="row-apart">
                  <div className="row">
                    <strong>{one.departmentName}</strong>
                    <RequestBadge request={one} />
                  </div>
                  <Link to={`/requests/${one.id}`}>{t('open')}</Link>
                </div>
                <p className="prewrap small">{one.text}</p>
                {one.dueAt && !one.response && (
                  <p className="small subtle">
                    {t('dueAt')} {format.due(one.dueAt)}
                  </p>
                )}
                {one.response && <ResponseView response={one.response} />}
                {me.departmentId === request.departmentId && <Review request={one} />}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { DryRun, Policy, PolicyTerms } from '../../api/types.js';
import { dayFromNow, useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { PolicyState } from './policies.js';
import { TermsForm } from './terms-form.js';
import { usePolicyText } from './text.js';
import { APPROVAL_FIELDS, ApprovalFields, usePolicyApproval } from '../issues/approval.js';

export default function PolicyPage() {
  const { version } = useParams();
  return (
    <Loaded whole of={useRead<Policy>(`/policies/${version}`)}>
      {(policy) => <Content key={`${policy.version} ${policy.rowVersion}`} policy={policy} />}
    </Loaded>
  );
}

function Content({ policy }: { policy: Policy }) {
  const t = usePolicyText();
  const format = useFormat();
  const words = useWords();
  const may = useMay();
  const [terms, setTerms] = useState<PolicyTerms>(policy.terms);
  const [act, setAct] = useState<'activate' | 'delete' | null>(null);
  const draft = policy.state === 'draft';
  const changed = JSON.stringify(terms) !== JSON.stringify(policy.terms);
  return (
    <Page
      title={policy.version}
      trail={[{ to: '/policies', label: t('title') }]}
      marks={<PolicyState policy={policy} />}
      lead={policy.note}
      actions={
        draft && (
          <>
            {may('DELETE /policies/:version') && (
              <Button onPress={() => setAct('delete')}>{t('delete')}</Button>
            )}
            {may('POST /policies/:version/activation') && (
              <Button kind="primary" isDisabled={changed} onPress={() => setAct('activate')}>
                {t('activate')}
              </Button>
            )}
          </>
        )
      }
    >
      <Facts
        facts={[
          [t('basedOn'), policy.basedOn],
          [t('effectiveFrom'), policy.effectiveFrom && format.day(policy.effectiveFrom)],
          [t('by'), policy.activatedBy],
          [
            t('approvedBy'),
            policy.approval &&
              [words.position[policy.approval.position], policy.approval.name, policy.approval.docNo]
                .filter(Boolean)
                .join(' '),
          ],
        ]}
      />
      <DryRunPanel policy={policy} unsaved={changed} />
      <TermsForm
        policy={policy}
        terms={terms}
        {...(draft && may('PATCH /policies/:version') && { onChange: setTerms })}
        changed={changed}
      />
      {act === 'activate' && <Activate policy={policy} onClose={() => setAct(null)} />}
      <Drop policy={policy} isOpen={act === 'delete'} onClose={() => setAct(null)} />
    </Page>
  );
}

function DryRunPanel({ policy, unsaved }: { policy: Policy; unsaved: boolean }) {
  const t = usePolicyText();
  const words = useWords();
  const may = useMay();
  const run = useWrite(() => call<DryRun>('POST', `/policies/${policy.version}/dry-run`, { body: {} }), {
    touches: [],
  });
  if (!may('POST /policies/:version/dry-run')) return null;
  const result = run.data;
  return (
    <Panel
      title={t('dryRun')}
      actions={
        <Button isPending={run.isPending} isDisabled={unsaved} onPress={() => run.mutate(undefined)}>
          {t('run')}
        </Button>
      }
    >
      <p className="subtle">{t(unsaved ? 'unsaved' : 'dryRunLead')}</p>
      {run.error && <Notice tone="danger">{run.error.message}</Notice>}
      {result && (
        <div role="status">
          {result.items.length ? (
            <strong>{t('result', { weighed: result.weighed, n: result.items.length })}</strong>
          ) : (
            <Empty title={t('nothing')}>{t('dryRunLead')}</Empty>
          )}
        </div>
      )}
      {result && result.items.length > 0 && (
        <Table
          caption={t('dryRun')}
          rows={result.items}
          keyOf={({ issueId }) => issueId}
          columns={[
            {
              id: 'issue',
              label: t('issue'),
              heads: true,
              wide: true,
              cell: ({ issueId, number, title }) => (
                <span>
                  {title ? <Link to={`/issues/${issueId}`}>{title}</Link> : null}{' '}
                  <span className="small subtle">{number}</span>
                </span>
              ),
            },
            {
              id: 'change',
              label: t('change'),
              cell: ({ from, to, keeps }) => (
                <>
                  {t('to', { from: words.grade[from], to: words.grade[to] })}
                  {keeps && <span className="radio-detail">{t('keeps', { grade: words.grade[keeps] })}</span>}
                </>
              ),
            },
            {
              id: 'score',
              label: t('score'),
              numeric: true,
              cell: ({ scoreFrom, scoreTo }) => t('to', { from: scoreFrom, to: scoreTo }),
            },
            {
              id: 'why',
              label: t('why'),
              wide: true,
              cell: ({ reasons, withoutPolicy }) => (
                <span className="small">
                  <span lang="ko">{reasons.join(' · ')}</span>{' '}
                  {withoutPolicy && <Badge tone="warning">{t('notPolicy')}</Badge>}
                </span>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

function Activate({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const t = usePolicyText();
  const competence = usePolicyApproval();
  const { approval } = competence;
  const [effectiveFrom, setEffectiveFrom] = useState('');
  const activate = useWrite(
    () =>
      call<Policy>('POST', `/policies/${policy.version}/activation`, {
        body: { effectiveFrom: effectiveFrom || null, ...(approval && { approval }) },
        ifMatch: policy.rowVersion,
      }),
    { touches: ['/policies', '/issues', '/queue'] },
  );
  const { byField, rest } = useFieldErrors(activate.error, ['effectiveFrom', ...APPROVAL_FIELDS], {
    effectiveFrom,
    approval,
  });
  const submit = async () => {
    await activate.mutateAsync(undefined);
    toast(t('activated'));
    onClose();
  };
  return (
    <DialogForm
      title={t('activateTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('activate')}
      busy={activate.isPending}
      errors={rest}
    >
      <p>{t('activateLead')}</p>
      <TextField
        label={t('effectiveFrom')}
        help={t('effectiveHelp')}
        type="date"
        value={effectiveFrom}
        onChange={setEffectiveFrom}
        error={byField.effectiveFrom}
        min={dayFromNow(0)}
      />
      <ApprovalFields of={competence} errors={byField} />
    </DialogForm>
  );
}

function Drop({ policy, isOpen, onClose }: { policy: Policy; isOpen: boolean; onClose: () => void }) {
  const t = usePolicyText();
  const navigate = useNavigate();
  const drop = useWrite(
    () => call<void>('DELETE', `/policies/${policy.version}`, { ifMatch: policy.rowVersion }),
    { touches: [] },
  );
  const confirm = async () => {
    await drop.mutateAsync(undefined);
    toast(t('deleted'));
    await navigate('/policies');
  };
  return (
    <Confirm
      title={t('deleteTitle')}
      action={t('delete')}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{policy.version}</p>
    </Confirm>
  );
}

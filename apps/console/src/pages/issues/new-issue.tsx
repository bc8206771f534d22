import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../../api/call.js';
import { useDraft } from '../../api/draft.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { Cluster, DepartmentSuggestion, Issue, Signal, SimilarIssue } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { Button, LinkButton } from '../../ui/button.js';
import { RadioField, SwitchField } from '../../ui/choice-field.js';
import { DraftFound, DraftKept } from '../../ui/draft.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Fold } from '../../ui/fold.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { CoverageFields } from './coverage-fields.js';
import {
  AlternativeFields,
  ForecastFields,
  LeadField,
  RequestFields,
  RiskFields,
  SummaryField,
  TitleField,
} from './fields.js';
import { useFormText } from './form-text.js';
import {
  EMPTY_ALTERNATIVE,
  EMPTY_ISSUE,
  newIssueBody,
  signalsOf,
  type NewIssueDraft,
} from './issue-draft.js';
import { DistrictFields, KindFields } from './kind-fields.js';
import { LeadSuggestions, ReaderFields } from './people-fields.js';
import { SimilarItem } from './similar.js';
import { useIssueText } from './text.js';

const FIELDS = [
  'title',
  'summary',
  'channel',
  'expectedMonth',
  'impact',
  'likelihood',
  'leadDepartmentId',
  'risks',
  'notes',
  'alternatives',
  'requests',
  'signals',
  'districts',
  'kind',
  'fields',
] as const;

export default function NewIssue() {
  const t = useFormText();
  const issues = useIssueText();
  const [params] = useSearchParams();
  const signalId = params.get('signal');
  const clusterId = params.get('cluster');
  const signal = useRead<Signal>(signalId && `/signals/${signalId}`);
  const cluster = useRead<Cluster>(clusterId && `/clusters/${clusterId}`);
  // What a draft begins with must be there before it begins.
  if (signalId && !signal.data && !signal.error) return null;
  if (clusterId && !cluster.data && !cluster.error) return null;
  const signals = cluster.data?.signals.filter(isFree) ?? (signal.data ? [signal.data] : []);
  return (
    <Page
      title={t('registering')}
      lead={t('registerLead')}
      trail={[{ to: '/issues', label: issues('issues') }]}
    >
      <Editor key={clusterId ?? signalId} signals={signals} />
    </Page>
  );
}

/** What belongs elsewhere by now is not taken along. */
const isFree = ({ state }: Signal): boolean => ['new', 'clustered', 'observed'].includes(state);

/** What is known of it stands there already: of a forecast of the monthly round all that the department said. */
const fromSignal = ({ title, channel, forecast }: Signal): NewIssueDraft => ({
  ...EMPTY_ISSUE,
  title,
  channel,
  ...(forecast && {
    summary: forecast.text,
    expectedMonth: forecast.expectedMonth,
    leadDepartmentId: forecast.departmentId,
    alternatives: forecast.alternative ? [{ ...EMPTY_ALTERNATIVE, text: forecast.alternative }] : [],
  }),
});

/** Registers an issue, out of nothing or of the signals that tell one story. */
function Editor({ signals }: { signals: Signal[] }) {
  const [signal] = signals;
  const t = useFormText();
  const words = useWords();
  const navigate = useNavigate();
  const begin = signal ? fromSignal(signal) : EMPTY_ISSUE;
  const draft = useDraft(signal ? `issue-from-${signal.id}` : 'issue', begin);
  const { value, change } = draft;
  const register = useWrite(
    () =>
      call<Issue>('POST', '/issues', {
        body: newIssueBody(
          value,
          signals.map(({ id }) => id),
        ),
      }),
    { touches: ['/issues', '/signals', '/clusters'] },
  );
  const { byField: errors, rest } = useFieldErrors(register.error, FIELDS, value);
  const attach = useAttachInstead(draft, signals);
  const part = { value, change, errors };
  const submit = async () => {
    const issue = await register.mutateAsync(undefined);
    draft.forget();
    toast(t('registered', { number: issue.number }));
    void navigate(`/issues/${issue.id}`);
  };
  const more =
    value.risks.length + value.notes.length + value.requests.length + value.alternatives.length > 0 ||
    value.kind !== null;
  return (
    <div className="main-aside">
      <Form className="panel" onSubmit={submit}>
        <DraftFound draft={draft} />
        {signal && (
          <Notice>
            {signals.length > 1
              ? t('fromMany', { title: signal.title, count: signals.length })
              : t('from', { title: signal.title })}
          </Notice>
        )}
        <TitleField {...part} />
        <RadioField
          label={t('channel')}
          name="channel"
          help={t('channelHelp')}
          choices={choicesOf(words.channel)}
          value={value.channel}
          onChange={(channel) => change({ channel: channel as NewIssueDraft['channel'] })}
          error={errors.channel}
          required
        />
        <SummaryField {...part} />
        {!signal && <CoverageFields {...part} />}
        <Fold title={t('more')} open={more} level={2}>
          <div className="stack">
            <RiskFields {...part} />
            <ForecastFields {...part} />
            <LeadField {...part} />
            <DistrictFields {...part} />
            <KindFields {...part} />
            <RequestFields {...part} />
            <AlternativeFields {...part} />
          </div>
        </Fold>
        <Fold title={t('who')} open={value.confidential} level={2}>
          <div className="stack">
            <SwitchField
              label={t('confidential')}
              help={t('confidentialHelp')}
              value={value.confidential}
              onChange={(confidential) => change({ confidential })}
            />
            {value.confidential && (
              <ReaderFields readers={value.readers} onChange={(readers) => change({ readers })} />
            )}
          </div>
        </Fold>
        {rest.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))}
        <div className="form-actions">
          <Button type="submit" kind="primary" isPending={register.isPending}>
            {t('submit')}
          </Button>
          <LinkButton href="/issues">{t('cancel')}</LinkButton>
          <DraftKept draft={draft} />
        </div>
      </Form>
      <Hints value={value} change={change} attach={attach} />
    </div>
  );
}

/** It is known already: what was written becomes signals of that issue, not one more issue. */
function useAttachInstead(
  { value, forget }: { value: NewIssueDraft; forget: () => void },
  signals: Signal[],
) {
  const t = useFormText();
  const navigate = useNavigate();
  return useWrite(
    async (issue: SimilarIssue) => {
      const found = signals.length ? signals : await Promise.all(signalsOf(value).map(receive));
      for (const { id } of found) await call('POST', `/signals/${id}/issue`, { body: { issueId: issue.id } });
      forget();
      toast(t('attachedTo', { number: issue.number }));
      void navigate(`/issues/${issue.id}`);
    },
    { touches: ['/issues', '/signals', '/clusters'] },
  );
}

const receive = (body: object) => call<Signal>('POST', '/signals', { body });

const TYPING_MS = 600;
const LONG_ENOUGH = 8;
const SHOWN = 3;

/** While one writes: what is known already, and whose it may be. A restricted draft is not looked up. */
function Hints({
  value,
  change,
  attach,
}: {
  value: NewIssueDraft;
  change: (part: Partial<NewIssueDraft>) => void;
  attach: ReturnType<typeof useAttachInstead>;
}) {
  const t = useFormText();
  const { similar, departments } = useHints(value.confidential ? '' : `${value.title}\n${value.summary}`);
  return (
    <aside className="stack" aria-live="polite">
      {similar.length > 0 && (
        <Panel title={t('similar')}>
          <p className="small subtle">{t('similarHelp')}</p>
          {attach.error && <Notice tone="danger">{attach.error.message}</Notice>}
          <ul className="stack">
            {similar.map((one) => (
              <SimilarItem key={one.id} one={one} newTab>
                {one.stage !== 'closed' && (
                  <div>
                    <Button small isPending={attach.isPending} onPress={() => attach.mutate(one)}>
                      {t('attachTo')}
                    </Button>
                  </div>
                )}
              </SimilarItem>
            ))}
          </ul>
        </Panel>
      )}
      {departments.length > 0 && (
        <Panel title={t('lead')}>
          <LeadSuggestions
            items={departments.map(({ department, reasons }) => ({
              ...department,
              reason: reasons.join(' / '),
            }))}
            onChoose={(leadDepartmentId) => change({ leadDepartmentId })}
          />
        </Panel>
      )}
    </aside>
  );
}

function useHints(text: string) {
  const [similar, setSimilar] = useState<SimilarIssue[]>([]);
  const [departments, setDepartments] = useState<DepartmentSuggestion[]>([]);
  useEffect(() => {
    const asked = new AbortController();
    const body = { body: { text }, signal: asked.signal };
    const timer = setTimeout(() => {
      if (text.trim().length < LONG_ENOUGH) {
        setSimilar([]);
        setDepartments([]);
        return;
      }
      call<{ items: SimilarIssue[] }>('POST', '/issues/similar', body).then(
        ({ items }) => setSimilar(items.slice(0, SHOWN)),
        () => undefined,
      );
      call<{ items: DepartmentSuggestion[] }>('POST', '/departments/suggestions', body).then(
        ({ items }) => setDepartments(items.slice(0, SHOWN)),
        () => undefined,
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [text]);
  return { similar, departments };
}

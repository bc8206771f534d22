import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call } from '../../api/call.js';
import { useDraft } from '../../api/draft.js';
import { ApiProblem } from '../../api/problem.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { DraftFound, DraftKept } from '../../ui/draft.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Fold } from '../../ui/fold.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { toast } from '../../ui/toast.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import {
  AlternativeFields,
  ForecastFields,
  LeadField,
  RiskFields,
  SummaryField,
  TitleField,
} from './fields.js';
import { useFormText } from './form-text.js';
import { contentBody, contentOf, type IssueContent } from './issue-draft.js';
import { DistrictFields, KindFields } from './kind-fields.js';
import { mergeContent, type Field } from './merge.js';
import { MergeDialog } from './merge-dialog.js';
import { ReaderFields } from './people-fields.js';
import { useIssueText } from './text.js';

const FIELDS = [
  'title',
  'summary',
  'expectedMonth',
  'impact',
  'likelihood',
  'leadDepartmentId',
  'readers',
  'districts',
  'kind',
  'fields',
  'reason',
] as const;

export default function EditIssue() {
  const t = useFormText();
  const issues = useIssueText();
  const { id } = useParams();
  const found = useRead<Issue>(`/issues/${id}`);
  return (
    <Loaded whole of={found}>
      {(issue) => (
        <Page
          title={t('editing')}
          trail={[
            { to: '/issues', label: issues('issues') },
            { to: `/issues/${issue.id}`, label: issue.title },
          ]}
        >
          <Notice>{t('revises')}</Notice>
          <Editor issue={issue} />
        </Page>
      )}
    </Loaded>
  );
}

/** What is edited, and the issue as it was when the editing began. */
interface EditDraft {
  content: IssueContent;
  base: IssueContent;
  version: number;
  /** Why impact or likelihood are judged otherwise. */
  reason: string;
}

function Editor({ issue }: { issue: Issue }) {
  const t = useFormText();
  const navigate = useNavigate();
  const [begin] = useState<EditDraft>({
    content: contentOf(issue),
    base: contentOf(issue),
    version: issue.version,
    reason: '',
  });
  const draft = useDraft(`edit-${issue.id}`, begin);
  const { change: setDraft, forget } = draft;
  // One kept from before a field was added begins with that field as it stands.
  const value = { ...begin.content, ...draft.value.content };
  const change = (part: Partial<IssueContent>) => setDraft({ content: { ...value, ...part } });
  const reason = draft.value.reason ?? '';
  const reweighed =
    value.impact !== draft.value.base.impact || value.likelihood !== draft.value.base.likelihood;
  const [collisions, setCollisions] = useState<{
    fields: Field[];
    mine: IssueContent;
    theirs: IssueContent;
  } | null>(null);
  const save = useWrite(
    ({ content, version }: { content: IssueContent; version: number }) =>
      call<Issue>('PATCH', `/issues/${issue.id}`, {
        body: {
          ...contentBody(content),
          ...(issue.confidential && { readers: content.readers }),
          ...(reweighed && { reason: reason.trim() || null }),
        },
        ifMatch: version,
      }),
    { touches: ['/issues'] },
  );
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const { byField: errors, rest } = useFieldErrors(stale ? null : save.error, FIELDS, { ...value, reason });
  const done = () => {
    forget();
    toast(t('saved'));
    void navigate(`/issues/${issue.id}`);
  };
  /** However often somebody else was first: what both changed is asked for each time. */
  const send = async (content: IssueContent) => {
    try {
      await save.mutateAsync({ content, version: draft.value.version });
      done();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      const current = error.current as Issue;
      const theirs = contentOf(current);
      const { merged, collisions: fields } = mergeContent(draft.value.base, content, theirs);
      setDraft({ content: merged, base: theirs, version: current.version });
      setCollisions({ fields, mine: merged, theirs });
    }
  };
  const part = { value, change, errors };
  return (
    <Form className="panel" onSubmit={() => send(value)}>
      <DraftFound draft={draft} />
      <TitleField {...part} />
      <SummaryField {...part} />
      <RiskFields {...part} />
      <ForecastFields {...part} />
      {reweighed && (
        <TextField
          label={t('reweighed')}
          value={reason}
          onChange={(why) => setDraft({ reason: why })}
          error={errors.reason}
          lines={2}
          maxLength={4000}
          required
        />
      )}
      <LeadField {...part} />
      <DistrictFields {...part} />
      <KindFields {...part} />
      <AlternativeFields {...part} />
      {issue.confidential && (
        <Fold title={t('who')} open level={2}>
          <ReaderFields readers={value.readers} onChange={(readers) => change({ readers })} />
        </Fold>
      )}
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button type="submit" kind="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
        <LinkButton href={`/issues/${issue.id}`}>{t('cancel')}</LinkButton>
        <DraftKept draft={draft} />
      </div>
      {collisions && (
        <MergeDialog
          {...collisions}
          onClose={() => setCollisions(null)}
          onChoose={async (content) => {
            setCollisions(null);
            setDraft({ content });
            await send(content);
          }}
        />
      )}
    </Form>
  );
}

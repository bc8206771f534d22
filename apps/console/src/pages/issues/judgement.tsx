import { useState } from 'react';
import { QUALITY_LABELS, type Quality } from '#issues/vocabulary.js';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Facts, Panel } from '../../ui/panel.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { APPROVAL_FIELDS, ApprovalFields, useApproval } from './approval.js';
import { HowFields } from './how-fields.js';
import { useJudgementText } from './judgement-text.js';

type Act = 'edit' | 'accept' | 'revoke';

/** Where the issue stands against what is borne: levels, how it is treated, what is still missing. */
export function Judgement({ issue }: { issue: Issue }) {
  const t = useJudgementText();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const end = () => setAct(null);
  if (!issue.levels) return null;
  const open = issue.stage !== 'closed';
  const judges = open && may('PATCH /issues/:id');
  const accepts =
    issue.grade && (issue.stage === 'act' || issue.state === 'review') && may('POST /issues/:id/acceptance');
  const { acceptance, levels } = issue;
  return (
    <Panel
      title={t('title')}
      aside={issue.aboveAppetite && <Badge tone="danger">{t('aboveAppetite')}</Badge>}
      actions={
        <>
          {judges && (
            <Button small onPress={() => setAct('edit')}>
              {t('edit')}
            </Button>
          )}
          {accepts && open && (
            <Button small onPress={() => setAct(acceptance ? 'revoke' : 'accept')}>
              {t(acceptance ? 'revoke' : 'accept')}
            </Button>
          )}
        </>
      }
    >
      {acceptance && (
        <Notice
          title={t('acceptance', { day: format.day(acceptance.expiresOn), who: acceptance.acceptedBy })}
        >
          <span className="prewrap">{acceptance.reason}</span>
        </Notice>
      )}
      <Facts
        facts={[
          [t('inherent'), levels.inherent.grade && <Level level={levels.inherent} />],
          [t('current'), levels.current.grade && <Level level={levels.current} />],
          [t('target'), levels.target.grade && <Level level={levels.target} />],
          [t('treatment'), issue.treatment && words.treatment[issue.treatment]],
          [t('mode'), issue.mode && words.mode[issue.mode]],
          [t('agenda'), issue.agenda && t('agendaYes')],
          [t('confidence'), issue.confidence && words.confidence[issue.confidence]],
        ]}
      />
      {open && <Lacking codes={issue.quality} />}
      {act === 'edit' && <Edit issue={issue} onClose={end} />}
      {act === 'accept' && <Accept issue={issue} onClose={end} />}
      {act === 'revoke' && <Revoke issue={issue} onClose={end} />}
    </Panel>
  );
}

/** 자료 점검: what an issue lacks. */
export function Lacking({ codes }: { codes: readonly string[] }) {
  const t = useJudgementText();
  const language = useLanguage();
  if (!codes.length) return null;
  return (
    <div className="row">
      <strong className="small">{t('quality')}</strong>
      {codes.map((code) => (
        <Badge key={code} tone="warning">
          {QUALITY_LABELS[code as Quality][language]}
        </Badge>
      ))}
    </div>
  );
}

function Level({ level: { grade, score } }: { level: NonNullable<Issue['levels']>['current'] }) {
  const t = useJudgementText();
  return (
    <>
      {grade && <GradeBadge grade={grade} />}{' '}
      {score !== null && <span className="small subtle">{t('points', { n: score })}</span>}
    </>
  );
}

function Edit({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = useJudgementText();
  const words = useWords();
  const [draft, setDraft] = useState({
    targetGrade: issue.targetGrade,
    treatment: issue.treatment,
    mode: issue.mode,
    agenda: issue.agenda,
    confidence: issue.confidence,
  });
  const { treatment, ...rest } = draft;
  const save = useWrite(
    () =>
      call<Issue>('PATCH', `/issues/${issue.id}`, {
        // How an accepted risk is treated is the acceptance's.
        body: { ...rest, ...(issue.treatment !== 'accept' && { treatment }) },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/queue'] },
  );
  const { byField, rest: others } = useFieldErrors(save.error, Object.keys(draft), draft);
  const submit = async () => {
    await save.mutateAsync(undefined);
    toast(t('saved'));
    onClose();
  };
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return (
    <DialogForm
      title={t('editTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={save.isPending}
      errors={others}
      wide
    >
      <div className="form-row">
        <SelectField
          label={t('target')}
          choices={choicesOf(words.grade)}
          value={draft.targetGrade}
          onChange={(value) => change({ targetGrade: value as Issue['targetGrade'] })}
          error={byField.targetGrade}
          optional
        />
        <SelectField
          label={t('confidence')}
          choices={choicesOf(words.confidence)}
          value={draft.confidence}
          onChange={(value) => change({ confidence: value as Issue['confidence'] })}
          error={byField.confidence}
          optional
        />
      </div>
      <HowFields stands={issue} how={draft} onChange={change} errors={byField} />
    </DialogForm>
  );
}

function Accept({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = useJudgementText();
  const [expiresOn, setExpiresOn] = useState('');
  const [reason, setReason] = useState('');
  const competence = useApproval(issue, 'accept');
  const { approval } = competence;
  const accept = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issue.id}/acceptance`, {
        body: { expiresOn, reason: reason.trim(), ...(approval && { approval }) },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/queue'] },
  );
  const { byField, rest } = useFieldErrors(accept.error, ['expiresOn', 'reason', ...APPROVAL_FIELDS], {
    expiresOn,
    reason,
    approval,
  });
  const submit = async () => {
    await accept.mutateAsync(undefined);
    toast(t('accepted'));
    onClose();
  };
  return (
    <DialogForm
      title={t('acceptTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('accept')}
      busy={accept.isPending}
      errors={rest}
      ready={!competence.missing || approval !== null}
      wide
    >
      <p className="subtle">{t('acceptLead')}</p>
      <TextField
        label={t('expiresOn')}
        type="date"
        value={expiresOn}
        onChange={setExpiresOn}
        error={byField.expiresOn}
        required
      />
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={2}
        maxLength={4000}
        required
      />
      <ApprovalFields of={competence} errors={byField} />
    </DialogForm>
  );
}

function Revoke({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = useJudgementText();
  const revoke = useWrite(
    (reason: string) =>
      call<Issue>('POST', `/issues/${issue.id}/acceptance/revocation`, {
        body: { reason },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/queue'] },
  );
  const give = async (reason: string) => {
    await revoke.mutateAsync(reason);
    toast(t('revoked'));
  };
  return (
    <ReasonDialog
      title={t('revoke')}
      label={t('reason')}
      action={t('revoke')}
      onClose={onClose}
      onGive={give}
    >
      <p>{t('revokeLead')}</p>
    </ReasonDialog>
  );
}

import { useState } from 'react';
import { CLOSING_OUTCOMES } from '#issues/vocabulary.js';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { call } from '../../api/call.js';
import { useDepartments, useMay, useWrite } from '../../api/queries.js';
import type { Issue, IssueClosed } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SwitchField } from '../../ui/choice-field.js';
import { ComboField, SelectField, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { toast } from '../../ui/toast.js';
import { Adjust } from './adjust.js';
import { APPROVAL_FIELDS, ApprovalFields, ReportedTo, useApproval } from './approval.js';
import { FollowUpField, type FollowUpChoice } from '../reviews/follow-up.js';
import { useBelongingText } from './belonging-text.js';
import { Group } from './group.js';
import { IssuePicker } from './issue-picker.js';
import { usePageText } from './issue-text.js';
import { useDecide } from './use-decide.js';

type Act = 'adjust' | 'close' | 'reopen' | 'merge' | 'group' | 'crisis' | 'reject';

const NAMES = {
  adjust: 'adjustTitle',
  close: 'close',
  reopen: 'reopen',
  merge: 'mergeElsewhere',
  group: 'group',
  crisis: 'crisis',
  reject: 'reject',
} as const satisfies Record<Act, string>;

/** What changes the decision, takes an issue out of the pipeline, or back into it. */
export function IssueActions({ issue }: { issue: Issue }) {
  const t = usePageText();
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const end = () => setAct(null);
  const closed = issue.stage === 'closed';
  const offered: Act[] = closed
    ? may('POST /issues/:id/reopening') && !issue.mergedInto
      ? ['reopen']
      : []
    : [
        ...(may('POST /issues/:id/decisions') && issue.stage === 'act' ? (['adjust'] as const) : []),
        ...(may('POST /issues/:id/closure') ? (['close'] as const) : []),
        ...(may('POST /issues/:id/decisions') ? (['merge'] as const) : []),
        ...(may('PATCH /issues/:id') ? (['group'] as const) : []),
        ...(may('POST /issues/:id/decisions') ? (['crisis', 'reject'] as const) : []),
      ];
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button button-tertiary">
          {t('more')}
          <Icon name="down" size={16} />
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={t('more')}
            onAction={(key) => (key === 'print' ? print() : setAct(key as Act))}
          >
            {offered.map((one) => (
              <MenuItem key={one} id={one} className="menu-item">
                {t(NAMES[one])}
              </MenuItem>
            ))}
            <MenuItem id="print" className="menu-item">
              {t('print')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {act === 'adjust' && <Adjust issue={issue} onClose={end} />}
      {act === 'close' && <Close issue={issue} onClose={end} />}
      {act === 'merge' && <Merge issue={issue} onClose={end} />}
      {act === 'group' && <Group issue={issue} onClose={end} />}
      {act === 'reopen' && <Reopen issue={issue} onClose={end} />}
      {(act === 'crisis' || act === 'reject') && <Leave issue={issue} outcome={act} onClose={end} />}
    </>
  );
}

/** 리스크 제외 or 위기 전환: it ends here, and why stays on record. */
export function Leave({
  issue,
  outcome,
  onClose,
}: {
  issue: Issue;
  outcome: 'crisis' | 'reject';
  onClose: () => void;
}) {
  const t = usePageText();
  const words = useWords();
  const { run, error, busy } = useDecide(issue);
  const b = useBelongingText();
  const departments = useDepartments();
  const [reason, setReason] = useState('');
  const [handOverTo, setHandOverTo] = useState<string | null>(null);
  const { byField, rest } = useFieldErrors(error, ['reason', 'handOverTo'], { reason, handOverTo });
  const submit = async () => {
    await run({ outcome, reason: reason.trim() || null, ...(outcome === 'crisis' && { handOverTo }) });
    onClose();
  };
  return (
    <DialogForm
      title={t(`${outcome}Title`)}
      onClose={onClose}
      onSubmit={submit}
      action={words.decision[outcome]}
      busy={busy}
      errors={rest}
      danger
    >
      <p>{t(`${outcome}Lead`)}</p>
      <ReportedTo act={outcome === 'crisis' ? 'crisis' : 'close'} grade={issue.grade} />
      {outcome === 'crisis' && (
        <ComboField
          label={b('handOverTo')}
          help={b('handOverHelp')}
          choices={departments.all.map(({ id, name }) => ({ id, label: name }))}
          value={handOverTo}
          onChange={setHandOverTo}
          error={byField.handOverTo}
        />
      )}
      <TextField
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={2}
        maxLength={4000}
        autoFocus
      />
    </DialogForm>
  );
}

/** Into an issue found by words, number or initial consonants; the machine may not have seen that they are one. */
function Merge({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const words = useWords();
  const { run, error, busy } = useDecide(issue);
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { byField, rest } = useFieldErrors(error, ['mergeInto', 'reason'], { mergeInto: into, reason });
  const submit = async () => {
    await run({ outcome: 'merge', mergeInto: into, reason: reason.trim() || null });
    onClose();
  };
  return (
    <DialogForm
      title={t('mergeTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={words.decision.merge}
      busy={busy}
      errors={rest}
      ready={into !== null}
      wide
    >
      <p className="subtle">{t('mergeElsewhereLead')}</p>
      <IssuePicker issue={issue} value={into} onChange={setInto} error={byField.mergeInto} />
      <TextField label={t('reason')} value={reason} onChange={setReason} lines={1} maxLength={4000} />
    </DialogForm>
  );
}

function Close({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const words = useWords();
  const [outcome, setOutcome] = useState<string | null>(null);
  const b = useBelongingText();
  const [lesson, setLesson] = useState('');
  const competence = useApproval(issue, 'close');
  const { approval, missing } = competence;
  const open = issue.children.filter(({ stage }) => stage !== 'closed');
  const [together, setTogether] = useState<string[]>([]);
  const [followUpOn, setFollowUpOn] = useState<FollowUpChoice>(undefined);
  const close = useWrite(
    () =>
      call<IssueClosed>('POST', `/issues/${issue.id}/closure`, {
        body: {
          outcome,
          lesson: lesson.trim(),
          closeChildren: together,
          ...(followUpOn !== undefined && { followUpOn }),
          ...(approval && { approval }),
        },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/requests'] },
  );
  const { byField, rest } = useFieldErrors(
    close.error,
    ['outcome', 'lesson', 'followUpOn', ...APPROVAL_FIELDS],
    {
      outcome,
      lesson,
      followUpOn,
      approval,
    },
  );
  const submit = async () => {
    const { closedChildren } = await close.mutateAsync(undefined);
    const left = closedChildren.filter(({ closed }) => !closed);
    toast(
      left.length ? b('childrenLeft', { count: left.length, reason: left[0]!.reason ?? '' }) : t('closed'),
    );
    onClose();
  };
  return (
    <DialogForm
      title={t('closeTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('close')}
      busy={close.isPending}
      errors={rest}
      ready={missing === null || approval !== null}
    >
      <p className="subtle">{t('closeLead')}</p>
      <ReportedTo act="close" grade={issue.grade} />
      <SelectField
        label={t('outcomeLabel')}
        choices={CLOSING_OUTCOMES.map((id) => ({ id, label: words.outcome[id] }))}
        value={outcome}
        onChange={setOutcome}
        error={byField.outcome}
        required
      />
      <TextField
        label={t('lesson')}
        help={t('lessonHelp')}
        value={lesson}
        onChange={setLesson}
        error={byField.lesson}
        lines={3}
        maxLength={10_000}
        required
      />
      <FollowUpField value={followUpOn} onChange={setFollowUpOn} error={byField.followUpOn} />
      <ApprovalFields of={competence} errors={byField} />
      {open.length > 0 && (
        <div className="stack-tight" role="group" aria-label={b('closeChildren')}>
          <p className="field-label">{b('closeChildren')}</p>
          {open.map(({ id, number, title }) => (
            <SwitchField
              key={id}
              label={`[${number}] ${title}`}
              value={together.includes(id)}
              onChange={(on) => setTogether(on ? [...together, id] : together.filter((one) => one !== id))}
            />
          ))}
        </div>
      )}
    </DialogForm>
  );
}

function Reopen({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const reopen = useWrite(
    (reason: string) =>
      call<Issue>('POST', `/issues/${issue.id}/reopening`, { body: { reason }, ifMatch: issue.version }),
    { touches: ['/issues', '/requests'] },
  );
  return (
    <ReasonDialog
      title={t('reopenTitle')}
      label={t('reason')}
      action={t('reopen')}
      onClose={onClose}
      onGive={async (reason) => {
        await reopen.mutateAsync(reason);
        toast(t('reopened'));
      }}
    >
      <p className="subtle">{t('reopenLead')}</p>
    </ReasonDialog>
  );
}

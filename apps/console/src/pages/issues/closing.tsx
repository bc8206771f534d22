import { useDeferredValue, useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Issue, Page } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { RadioField } from '../../ui/choice-field.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import { Adjust } from './adjust.js';
import { APPROVAL_FIELDS, ApprovalFields, useApproval } from './approval.js';
import { usePageText } from './issue-text.js';
import { useDecide } from './use-decide.js';

type Act = 'adjust' | 'close' | 'reopen' | 'merge' | 'crisis' | 'reject';

const NAMES = {
  adjust: 'adjustTitle',
  close: 'close',
  reopen: 'reopen',
  merge: 'mergeElsewhere',
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
        ...(may('POST /issues/:id/decisions') ? (['merge', 'crisis', 'reject'] as const) : []),
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
  const [reason, setReason] = useState('');
  const { byField, rest } = useFieldErrors(error, ['reason'], { reason });
  const submit = async () => {
    await run({ outcome, reason: reason.trim() || null });
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
  const [q, setQ] = useState('');
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const query = useDeferredValue(q.trim());
  const { data } = useRead<Page<Issue>>(
    query ? `/issues?limit=8&open=true&q=${encodeURIComponent(query)}` : null,
    { keep: true },
  );
  const found = query ? (data?.items.filter(({ id }) => id !== issue.id) ?? []) : [];
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
      ready={found.some(({ id }) => id === into)}
      wide
    >
      <p className="subtle">{t('mergeElsewhereLead')}</p>
      <TextField label={t('mergeFind')} type="search" value={q} onChange={setQ} autoFocus />
      {found.length > 0 && (
        <RadioField
          label={t('mergeInto')}
          choices={found.map(({ id, number, title, stage }) => ({
            id,
            label: `[${number}] ${title}`,
            detail: words.stage[stage],
          }))}
          value={into}
          onChange={setInto}
          error={byField.mergeInto}
          required
        />
      )}
      <TextField label={t('reason')} value={reason} onChange={setReason} lines={1} maxLength={4000} />
    </DialogForm>
  );
}

/** Outcomes that an officer chooses; the others follow from a decision. */
const BY_DECISION = new Set(['duplicate', 'crisis']);

function Close({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const words = useWords();
  const [outcome, setOutcome] = useState<string | null>(null);
  const [lesson, setLesson] = useState('');
  const competence = useApproval(issue, 'close');
  const { approval, missing } = competence;
  const close = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issue.id}/closure`, {
        body: { outcome, lesson: lesson.trim(), ...(approval && { approval }) },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/requests'] },
  );
  const { byField, rest } = useFieldErrors(close.error, ['outcome', 'lesson', ...APPROVAL_FIELDS], {
    outcome,
    lesson,
    approval,
  });
  const submit = async () => {
    await close.mutateAsync(undefined);
    toast(t('closed'));
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
      <SelectField
        label={t('outcomeLabel')}
        choices={choicesOf(words.outcome).filter(({ id }) => !BY_DECISION.has(id))}
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
      <ApprovalFields of={competence} errors={byField} />
    </DialogForm>
  );
}

function Reopen({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = usePageText();
  const [reason, setReason] = useState('');
  const reopen = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issue.id}/reopening`, {
        body: { reason: reason.trim() },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/requests'] },
  );
  const { byField, rest } = useFieldErrors(reopen.error, ['reason'], { reason });
  const submit = async () => {
    await reopen.mutateAsync(undefined);
    toast(t('reopened'));
    onClose();
  };
  return (
    <DialogForm
      title={t('reopenTitle')}
      onClose={onClose}
      onSubmit={submit}
      action={t('reopen')}
      busy={reopen.isPending}
      errors={rest}
    >
      <p className="subtle">{t('reopenLead')}</p>
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={2}
        maxLength={4000}
        required
      />
    </DialogForm>
  );
}

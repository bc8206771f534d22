import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import { factorIn, useTerms } from '../../api/terms.js';
import type { Factor, Issue, Page, Score } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { causesOf } from './causes.js';
import { useFieldText, usePrinted } from './field-values.js';
import { useJudgementText } from './judgement-text.js';

const AUTOMATIC = '0';
const WIDEST_REM = 5;

/** How the score came to be what it is. */
export function Scores({ issueId }: { issueId: string }) {
  const t = useJudgementText();
  const format = useFormat();
  const { data } = useRead<Page<Score>>(`/issues/${issueId}/scores`);
  const scores = data?.items ?? [];
  if (!scores.length) return null;
  return (
    <Table
      caption={t('scores')}
      rows={scores}
      keyOf={({ revision }) => String(revision)}
      columns={[
        {
          id: 'revision',
          label: t('revision'),
          numeric: true,
          heads: true,
          cell: ({ revision }) => revision,
        },
        { id: 'at', label: t('at'), numeric: true, cell: ({ at }) => format.instant(at) },
        {
          id: 'score',
          label: t('score'),
          numeric: true,
          cell: ({ score }) => (
            <>
              <span
                className="bar"
                aria-hidden="true"
                style={{ width: `${((score ?? 0) / 100) * WIDEST_REM}rem` }}
              />
              {score}
            </>
          ),
        },
        { id: 'grade', label: t('grade'), cell: ({ grade }) => grade && <GradeBadge grade={grade} /> },
        { id: 'policy', label: t('policy'), cell: ({ policyVersion }) => policyVersion },
        { id: 'cause', label: t('cause'), wide: true, cell: (score) => <Cause score={score} /> },
      ]}
    />
  );
}

function Cause({ score: { revision, reason, by, changes, policyVersion } }: { score: Score }) {
  const t = useJudgementText();
  const language = useLanguage();
  const nameOf = useFieldText();
  const print = usePrinted();
  const terms = useTerms(policyVersion);
  const said = causesOf(changes ?? {}).map((one) => {
    if (one.what === 'warning') return t('rung', { rule: one.rule });
    if (one.what === 'signals') return t(one.gained ? 'gained' : 'lost', { count: one.count });
    if (one.what === 'words') return t('reworded', { field: nameOf(one.field) });
    const [name, none] =
      one.what === 'factor'
        ? [factorIn(terms, one.name)?.label[language] ?? one.name, t('automatic')]
        : [nameOf(one.field), '–'];
    const [from, to] = one.values.map((value) =>
      value === null ? none : print(one.what === 'factor' ? 'level' : one.field, value),
    );
    return `${name} ${from} → ${to}`;
  });
  const what = revision === 1 ? [t('registered')] : said.length ? said : [t('contentChanged')];
  return [what.join(', '), reason, by].filter(Boolean).join(' · ');
}

interface SetFactorProps {
  issue: Issue;
  factors: Factor[];
  /** Of the policy that they were weighed by. */
  version: string;
}

/** Sets one factor to what a person knows, with the reason. */
export function SetFactor({ issue, factors, version }: SetFactorProps) {
  const t = useJudgementText();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (issue.stage === 'closed' || !may('POST /issues/:id/factors')) return null;
  return (
    <>
      <div className="row no-print">
        <Button small icon="edit" onPress={() => setOpen(true)}>
          {t('setFactor')}
        </Button>
      </div>
      {open && (
        <SetFactorForm issue={issue} factors={factors} version={version} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function SetFactorForm({ issue, factors, version, onClose }: SetFactorProps & { onClose: () => void }) {
  const t = useJudgementText();
  const language = useLanguage();
  const [factor, setFactor] = useState(
    factors.find(({ proposed }) => proposed)?.name ?? factors[0]?.name ?? null,
  );
  const [level, setLevel] = useState<string | null>(
    String(factors.find(({ name }) => name === factor)?.proposed ?? '') || null,
  );
  const [reason, setReason] = useState('');
  const set = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issue.id}/factors`, {
        body: {
          levels: [{ factor, level: level === AUTOMATIC ? null : Number(level) }],
          reason: reason.trim(),
        },
        ifMatch: issue.version,
      }),
    { touches: ['/issues', '/queue'] },
  );
  const { byField, rest } = useFieldErrors(set.error, ['levels', 'reason'], {
    levels: `${factor} ${level}`,
    reason,
  });
  const submit = async () => {
    await set.mutateAsync(undefined);
    toast(t('setDone'));
    onClose();
  };
  const terms = useTerms(version);
  const policy = factor ? factorIn(terms, factor) : null;
  return (
    <DialogForm
      title={t('setFactor')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={set.isPending}
      errors={rest}
      ready={Boolean(factor && level)}
      wide
    >
      <p className="subtle">{t('setFactorLead')}</p>
      <SelectField
        label={t('factor')}
        choices={factors.map(({ name, value }) => ({
          id: name,
          label: `${factorIn(terms, name)?.label[language] ?? name} (${value})`,
        }))}
        value={factor}
        onChange={(name) => {
          setFactor(name);
          setLevel(null);
        }}
        required
      />
      <SelectField
        label={t('level')}
        choices={[
          ...(policy?.anchors ?? []).map((anchor, i) => ({
            id: String(i + 1),
            label: `${i + 1}. ${anchor[language]}`,
          })),
          { id: AUTOMATIC, label: t('automatic') },
        ]}
        value={level}
        onChange={setLevel}
        error={byField.levels}
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
    </DialogForm>
  );
}

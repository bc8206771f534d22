import { useState } from 'react';
import { Link } from 'react-router';
import { ruleText } from '#warnings/wording.js';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { WarningDryRun, WarningRule } from '../../api/types.js';
import { dayFromNow, useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { Table, type Column } from '../../ui/table.js';
import { Notice } from '../../ui/waiting.js';
import { ReadingList } from './readings.js';
import { useWarningText } from './text.js';

type Firing = WarningDryRun['firings'][number];

/** When a rule would have rung, and what became of that. */
export function DryRunDialog({ rule, onClose }: { rule: WarningRule; onClose: () => void }) {
  const t = useWarningText();
  const language = useLanguage();
  const [period, setPeriod] = useState({ from: dayFromNow(-364), to: dayFromNow(0) });
  const run = useWrite(
    (body: typeof period) => call<WarningDryRun>('POST', `/early-warning-rules/${rule.id}/dry-run`, { body }),
    { touches: [] },
  );
  const { byField, rest } = fieldErrors(run.error, ['from', 'to']);
  return (
    <DialogForm
      title={t('tryTitle')}
      onClose={onClose}
      onSubmit={() => run.mutateAsync(period)}
      action={t('run')}
      busy={run.isPending}
      errors={rest}
      wide
    >
      <p className="small subtle">{t('tryLead')}</p>
      <p>
        <strong>{rule.name}</strong> {ruleText(rule, language)}
      </p>
      <div className="form-row">
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            label={t(name)}
            name={name}
            type="date"
            required
            value={period[name]}
            onChange={(day) => setPeriod((before) => ({ ...before, [name]: day }))}
            error={byField[name]}
          />
        ))}
      </div>
      {run.data && <Result run={run.data} />}
    </DialogForm>
  );
}

function Result({ run }: { run: WarningDryRun }) {
  const t = useWarningText();
  const { firings, confirmed, falseAlarms, unknown } = run;
  const columns = useFiringColumns();
  if (!firings.length) return <Notice tone="success">{t('silent')}</Notice>;
  return (
    <div className="stack-tight" role="status">
      <strong>{t('result', { n: firings.length, confirmed, falseAlarms, unknown })}</strong>
      <Table
        caption={t('tryTitle')}
        columns={columns}
        rows={firings}
        keyOf={({ on, issueId, title }) => `${on} ${issueId} ${title}`}
      />
    </div>
  );
}

function useFiringColumns(): Column<Firing>[] {
  const t = useWarningText();
  const words = useWords();
  const format = useFormat();
  return [
    { id: 'when', label: t('when'), numeric: true, cell: ({ on }) => format.day(on) },
    {
      id: 'what',
      label: t('what'),
      heads: true,
      cell: ({ issueId, issueNumber, title }) =>
        issueId ? (
          <Link to={`/issues/${issueId}`}>
            {issueNumber} {title}
          </Link>
        ) : (
          (title ?? t('noIssue'))
        ),
    },
    { id: 'why', label: t('why'), wide: true, cell: ({ readings }) => <ReadingList readings={readings} /> },
    {
      id: 'outcome',
      label: t('outcome'),
      cell: ({ outcome, falseAlarm }) => (
        <div className="stack-tight">
          <Badge tone={falseAlarm === null ? 'neutral' : falseAlarm ? 'warning' : 'success'}>
            {t(falseAlarm === null ? 'open' : falseAlarm ? 'wrong' : 'right')}
          </Badge>
          {outcome && <span className="small">{words.outcome[outcome]}</span>}
        </div>
      ),
    },
  ];
}

import { useState } from 'react';
import { Link } from 'react-router';
import { RESULTS, SURPRISES } from '#reports/vocabulary.js';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { OutlookResults } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { percent, useOutlookWords } from './outlook-words.js';
import { Score } from './score.js';
import { useOutlookText } from './text.js';

type Entry = OutlookResults['entries'][number];
type Unforeseen = OutlookResults['unforeseen'][number];
type Row = Entry | Unforeseen;

/** What an officer chose in a row and has not sent yet. */
interface Choice {
  result?: string;
  reason?: string;
}

const proposedOf = (row: Row): string | null =>
  'proposed' in row ? row.proposed : row.byRule ? 'unforeseen' : null;

/** What came of what was expected, and what came besides; an officer confirms, and says why where it is otherwise. */
export function Results({ results }: { results: OutlookResults }) {
  const t = useOutlookText();
  const mayConfirm = useMay()('POST /outlook/:month/results');
  const { month, entries, unforeseen } = results;
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const rows: Row[] = [...entries, ...unforeseen];
  const resultOf = (row: Row) => choices[row.issueId]?.result ?? row.result ?? proposedOf(row);
  const reasonOf = (row: Row) => choices[row.issueId]?.reason ?? row.reason ?? '';
  const toSend = rows.filter((row) => resultOf(row) && (row.result === null || choices[row.issueId]));
  const confirm = useWrite(
    () =>
      call<OutlookResults>('POST', `/outlook/${month}/results`, {
        body: {
          entries: toSend.map((row) => ({
            issueId: row.issueId,
            result: resultOf(row),
            reason: resultOf(row) === proposedOf(row) ? null : reasonOf(row).trim() || null,
          })),
        },
      }),
    { touches: ['/outlook'] },
  );
  const paths = toSend.map((_, n) => `entries.${n}.reason`);
  const { byField, rest } = fieldErrors(confirm.error, paths);
  const change = (id: string, choice: Choice) => {
    confirm.reset();
    setChoices((now) => ({ ...now, [id]: { ...now[id], ...choice } }));
  };
  const cells: Cells = {
    mayConfirm,
    resultOf,
    reasonOf,
    asksWhy: (row) =>
      resultOf(row) !== proposedOf(row) && (choices[row.issueId] !== undefined || row.reason !== null),
    change,
    errorOf: (row) => byField[`entries.${toSend.indexOf(row)}.reason`],
  };
  const submit = async () => {
    await confirm.mutateAsync(undefined);
    setChoices({});
    toast(t('confirmedToast'));
  };
  return (
    <Form onSubmit={submit} label={t('confirm')}>
      <Standing results={results} />
      <Score results={results} />
      {entries.length > 0 && <ForeseenTable entries={entries} cells={cells} />}
      {unforeseen.length > 0 && <UnforeseenTable unforeseen={unforeseen} cells={cells} />}
      {rest.length > 0 && <Notice tone="danger">{rest.join(' ')}</Notice>}
      {mayConfirm && toSend.length > 0 && (
        <div className="row">
          <Button type="submit" kind="primary" icon="check" isPending={confirm.isPending}>
            {t('confirm')} ({toSend.length})
          </Button>
        </div>
      )}
    </Form>
  );
}

function Standing({ results: { over, dueOn, counts, unforeseen } }: { results: OutlookResults }) {
  const t = useOutlookText();
  const format = useFormat();
  const left = counts.total - counts.confirmed + unforeseen.filter(({ result }) => result === null).length;
  if (!over) return <Notice>{t('running')}</Notice>;
  if (left === 0) return <Notice tone="success">{t('done')}</Notice>;
  return <Notice tone="warning">{t('due', { day: format.day(dueOn), count: left })}</Notice>;
}

interface Cells {
  mayConfirm: boolean;
  resultOf: (row: Row) => string | null;
  reasonOf: (row: Row) => string;
  /** Somebody has to say why, or has said it: what was settled once is not asked about again. */
  asksWhy: (row: Row) => boolean;
  errorOf: (row: Row) => string | undefined;
  change: (id: string, choice: Choice) => void;
}

function ForeseenTable({ entries, cells }: { entries: Entry[]; cells: Cells }) {
  const t = useOutlookText();
  const words = useOutlookWords();
  const columns: Column<Entry>[] = [
    { id: 'rank', label: t('rank'), numeric: true, cell: ({ rank }) => rank },
    { id: 'issue', label: t('issue'), heads: true, wide: true, cell: (row) => <TitleCell row={row} /> },
    { id: 'grade', label: t('grade').split('(')[0]!, cell: ({ grade }) => <GradeBadge grade={grade} /> },
    {
      id: 'probability',
      label: t('probability'),
      numeric: true,
      cell: ({ probability }) => percent(probability),
    },
    {
      id: 'proposal',
      label: t('proposal'),
      cell: ({ proposed, basis, signals, before }) => (
        <div className="stack-tight">
          <span>{proposed ? words.result[proposed] : t('open')}</span>
          <span className="small subtle">
            {words.basis[basis]}
            {basis === 'signals' && ` · ${t('basis', { signals, before })}`}
          </span>
        </div>
      ),
    },
    {
      id: 'result',
      label: t('result'),
      cell: (row) => <ResultCell row={row} cells={cells} of={RESULTS} words={words.result} />,
    },
  ];
  return <Table caption={t('result')} columns={columns} rows={entries} keyOf={({ issueId }) => issueId} />;
}

function UnforeseenTable({ unforeseen, cells }: { unforeseen: Unforeseen[]; cells: Cells }) {
  const t = useOutlookText();
  const words = useOutlookWords();
  const domain = useWords();
  const columns: Column<Unforeseen>[] = [
    { id: 'issue', label: t('issue'), heads: true, wide: true, cell: (row) => <TitleCell row={row} /> },
    { id: 'grade', label: t('grade').split('(')[0]!, cell: ({ grade }) => <GradeBadge grade={grade} /> },
    {
      id: 'why',
      label: t('grounds'),
      cell: ({ outcome, signals, before }) => (
        <div className="stack-tight">
          {outcome && <span>{domain.outcome[outcome]}</span>}
          <span className="small subtle">{t('basis', { signals, before })}</span>
        </div>
      ),
    },
    {
      id: 'result',
      label: t('result'),
      cell: (row) => <ResultCell row={row} cells={cells} of={SURPRISES} words={words.surprise} />,
    },
  ];
  return (
    <section className="stack-tight" aria-label={t('unforeseenTitle')}>
      <h3>{t('unforeseenTitle')}</h3>
      <p className="small subtle">{t('unforeseenWhy')}</p>
      <Table
        caption={t('unforeseenTitle')}
        columns={columns}
        rows={unforeseen}
        keyOf={({ issueId }) => issueId}
      />
    </section>
  );
}

function TitleCell({ row: { issueId, number, title } }: { row: Row }) {
  return (
    <div className="stack-tight">
      <Link to={`/issues/${issueId}`}>{title}</Link>
      <span className="small subtle number">{number}</span>
    </div>
  );
}

interface ResultCellProps<K extends string> {
  row: Row;
  cells: Cells;
  of: readonly K[];
  words: Record<K, string>;
}

function ResultCell<K extends string>({ row, cells, of, words }: ResultCellProps<K>) {
  const t = useOutlookText();
  const format = useFormat();
  const result = cells.resultOf(row);
  const settled = row.result !== null && row.decidedAt !== null && (
    <span className="small subtle">
      {t('confirmed', { name: row.decidedBy ?? '', at: format.instant(row.decidedAt) })}
    </span>
  );
  if (!cells.mayConfirm)
    return (
      <div className="stack-tight">
        <span>{result ? words[result as K] : t('open')}</span>
        {row.reason && <span className="small">{row.reason}</span>}
        {settled}
      </div>
    );
  return (
    <div className="stack-tight outlook-result">
      <SelectField
        compact
        label={t('resultOf', { title: row.title })}
        choices={of.map((id) => ({ id, label: words[id] }))}
        value={result}
        onChange={(chosen) => chosen && cells.change(row.issueId, { result: chosen })}
      />
      {cells.asksWhy(row) && (
        <TextField
          label={<span title={t('reasonOf', { title: row.title })}>{t('reason')}</span>}
          required
          maxLength={2000}
          value={cells.reasonOf(row)}
          onChange={(reason) => cells.change(row.issueId, { reason })}
          error={cells.errorOf(row)}
        />
      )}
      {settled}
    </div>
  );
}

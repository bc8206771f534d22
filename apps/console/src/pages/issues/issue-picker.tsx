import { useDeferredValue, useState } from 'react';
import { useRead } from '../../api/queries.js';
import type { Issue, Page, SimilarIssue } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { useBelongingText } from './belonging-text.js';

const SHOWN = 8;

interface PickerProps {
  issue: Issue;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
}

/** Another open issue: those that are like it first, then whatever words, a number or initial consonants find. */
export function IssuePicker({ issue, value, onChange, error }: PickerProps) {
  const t = useBelongingText();
  const words = useWords();
  const [q, setQ] = useState('');
  const query = useDeferredValue(q.trim());
  const { data: like } = useRead<Page<SimilarIssue>>(`/issues/${issue.id}/similar`);
  const { data: found } = useRead<Page<Issue>>(
    query ? `/issues?limit=${SHOWN}&open=true&q=${encodeURIComponent(query)}` : null,
    { keep: true },
  );
  const likely = (like?.items ?? []).filter(({ stage }) => stage !== 'closed').slice(0, SHOWN);
  const offered = query ? (found?.items.filter(({ id }) => id !== issue.id) ?? []) : likely;
  return (
    <>
      <TextField
        label={t('find')}
        help={!query && likely.length > 0 ? t('likely') : undefined}
        type="search"
        value={q}
        onChange={(typed) => {
          setQ(typed);
          // What is not in sight any more is not meant any more.
          onChange(null);
        }}
        autoFocus
      />
      {offered.length > 0 ? (
        <RadioField
          label={t('chosen')}
          choices={offered.map((one) => ({
            id: one.id,
            label: `[${one.number}] ${one.title}`,
            detail: words.stage[one.stage],
          }))}
          value={value}
          onChange={onChange}
          error={error}
          required
        />
      ) : (
        query && <p className="subtle">{t('nothing')}</p>
      )}
    </>
  );
}

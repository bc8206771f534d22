import { useState } from 'react';
import { call } from '../../api/call.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { Feed } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { SwitchField } from '../../ui/choice-field.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { SelectField, TextField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useFeedText } from './text.js';

const FIELDS = ['name', 'url', 'channel', 'intervalMinutes'];
/** In minutes. */
const INTERVALS = [5, 10, 15, 30, 60, 180, 720, 1440];

type Draft = Pick<Feed, 'name' | 'url' | 'channel' | 'intervalMinutes' | 'active'>;
const EMPTY: Draft = { name: '', url: '', channel: 'press', intervalMinutes: 30, active: true };

export function useIntervalWord(): (minutes: number) => string {
  const t = useFeedText();
  return (minutes) =>
    minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
}

/** Adds a feed, or changes one. */
export function FeedDialog({ feed, onClose }: { feed: Feed | null; onClose: () => void }) {
  const t = useFeedText();
  const [draft, setDraft] = useState<Draft>(feed ?? EMPTY);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useWrite(
    ({ name, url, channel, intervalMinutes, active }: Draft) => {
      const body = { name, url, channel, intervalMinutes, active };
      return feed
        ? call<Feed>('PATCH', `/feeds/${feed.id}`, { body, ifMatch: feed.version })
        : call<Feed>('POST', '/feeds', { body });
    },
    { touches: ['/feeds'] },
  );
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const { byField, rest } = fieldErrors(stale ? null : save.error, FIELDS);
  const submit = async () => {
    const { name } = await save.mutateAsync(draft);
    toast(t('saved', { name }));
    onClose();
  };
  return (
    <DialogForm
      title={t(feed ? 'editing' : 'add')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={save.isPending}
      errors={stale ? [t('stale')] : rest}
    >
      <Fields draft={draft} change={change} errors={byField} />
      {feed && (
        <SwitchField
          label={t('active')}
          help={t('activeHelp')}
          value={draft.active}
          onChange={(active) => change({ active })}
        />
      )}
    </DialogForm>
  );
}

interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errors: Record<string, string>;
}

function Fields({ draft, change, errors }: FieldsProps) {
  const t = useFeedText();
  const words = useWords();
  const intervalWord = useIntervalWord();
  const intervals = [...new Set([...INTERVALS, draft.intervalMinutes])].toSorted((a, b) => a - b);
  return (
    <>
      <TextField
        label={t('name')}
        name="name"
        help={t('nameHelp')}
        required
        autoFocus
        autoComplete="off"
        maxLength={100}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={errors.name}
      />
      <TextField
        label={t('url')}
        name="url"
        type="url"
        help={t('urlHelp')}
        required
        autoComplete="off"
        maxLength={2000}
        value={draft.url}
        onChange={(url) => change({ url })}
        error={errors.url}
      />
      <div className="form-row">
        <SelectField
          label={t('channel')}
          name="channel"
          choices={choicesOf(words.channel)}
          value={draft.channel}
          onChange={(channel) => change({ channel: (channel ?? 'press') as Draft['channel'] })}
          error={errors.channel}
        />
        <SelectField
          label={t('interval')}
          name="intervalMinutes"
          choices={intervals.map((minutes) => ({ id: String(minutes), label: intervalWord(minutes) }))}
          value={String(draft.intervalMinutes)}
          onChange={(minutes) => change({ intervalMinutes: Number(minutes) })}
          error={errors.intervalMinutes}
        />
      </div>
    </>
  );
}

import { useState } from 'react';
import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import { fieldErrors } from '../../api/problem.js';
import type { Batch, Scrap, ScrapRow } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Loading, Notice } from '../../ui/waiting.js';
import { useScrapText } from './scrap-text.js';
import { TOUCHED } from './signal-writes.js';
import { useScrap, type ScrapState } from './use-scrap.js';

export { useScrap };

interface DeskProps {
  scrap: ScrapState;
  onSaved: () => void;
}

/** From what was pasted to what is saved: read, looked through, mended. */
export function ScrapDesk({ scrap, onSaved }: DeskProps) {
  const t = useScrapText();
  if (scrap.isReading) return <Loading />;
  return (
    <Panel title={t(scrap.scrap ? 'preview' : 'title')}>
      {scrap.scrap ? (
        <Preview scrap={scrap.scrap} onEnd={scrap.end} onSaved={onSaved} />
      ) : (
        <Paste scrap={scrap} />
      )}
    </Panel>
  );
}

function Paste({ scrap }: { scrap: ScrapState }) {
  const t = useScrapText();
  const [text, setText] = useState('');
  return (
    <Form
      onSubmit={async () => {
        if (text.trim()) await scrap.read(text);
      }}
    >
      <TextField
        label={t('paste')}
        help={t('pasteHelp')}
        lines={10}
        value={text}
        onChange={setText}
        autoFocus
      />
      <div className="form-actions">
        <Button type="submit" kind="primary">
          {t('read')}
        </Button>
        <label className="button button-tertiary">
          {t('file')}
          <input
            type="file"
            className="sr-only"
            accept=".txt,.html,.htm,.csv,.tsv,.xlsx"
            onChange={({ target }) => target.files?.[0] && void scrap.readFile(target.files[0])}
          />
        </label>
        <Button onPress={scrap.end}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

type Draft = Pick<ScrapRow, 'title' | 'outlet' | 'publishedOn' | 'placement'> & { included: boolean };

function Preview({ scrap, onEnd, onSaved }: { scrap: Scrap; onEnd: () => void; onSaved: () => void }) {
  const t = useScrapText();
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    // What is there already is not saved again unless somebody wants to.
    scrap.rows.map((row) => ({ ...row, included: row.knownId === null && row.repeats === null })),
  );
  const change = (at: number) => (part: Partial<Draft>) =>
    setDrafts((before) => before.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const included = drafts.flatMap(({ included: taken }, i) => (taken ? [i] : []));
  const save = useWrite(
    () =>
      call<Batch>('POST', '/signals/batch', {
        body: { signals: included.map((i) => bodyOf(scrap.rows[i]!, drafts[i]!)) },
      }),
    { touches: TOUCHED },
  );
  const { byField, rest } = fieldErrors(save.error, ['signals']);
  const wrongIn = (i: number): Record<string, string> => {
    const sent = `signals.${included.indexOf(i)}.`;
    const refused = Object.entries(byField).filter(([path]) => path.startsWith(sent));
    // What was wrong as it was read, until it is mended and sent.
    const read = save.error
      ? []
      : scrap.rows[i]!.errors.map(({ path, message }): [string, string] => [path, message]);
    return Object.fromEntries([
      ...read,
      ...refused.map(([path, message]) => [path.slice(sent.length), message]),
    ]);
  };
  const submit = async () => {
    const { created, items } = await save.mutateAsync(undefined);
    const known = items.length - created;
    toast(known ? t('savedKnown', { created, known }) : t('saved', { created }));
    onEnd();
    onSaved();
  };
  if (!scrap.rows.length)
    return (
      <Notice tone="warning" actions={<Button onPress={onEnd}>{t('cancel')}</Button>}>
        {t('nothing')}
      </Notice>
    );
  const several = scrap.groups.filter(({ rows }) => rows.length > 1);
  const alone = scrap.groups.filter(({ rows }) => rows.length === 1);
  const row = (i: number) => (
    <Row key={i} no={i + 1} row={scrap.rows[i]!} draft={drafts[i]!} change={change(i)} wrong={wrongIn(i)} />
  );
  return (
    <Form onSubmit={submit}>
      <p className="subtle">{t('lead')}</p>
      {scrap.omitted > 0 && <Notice tone="warning">{t('omitted', { count: scrap.omitted })}</Notice>}
      {several.map((group) => (
        <fieldset key={group.rows[0]} className="scrap-group">
          <legend>{t('group', { count: group.rows.length })}</legend>
          <About group={group} />
          {group.rows.map(row)}
        </fieldset>
      ))}
      {alone.length > 0 && (
        <fieldset className="scrap-group">
          <legend>{t('alone', { count: alone.length })}</legend>
          {alone.map((group) => (
            <div key={group.rows[0]} className="stack-tight">
              {group.rows.map(row)}
              <About group={group} />
            </div>
          ))}
        </fieldset>
      )}
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button
          type="submit"
          kind="primary"
          isPending={save.isPending}
          isDisabled={!included.length}
          autoFocus
        >
          {t('save', { count: included.length })}
        </Button>
        <Button onPress={onEnd}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

const orNull = (text: string | null): string | null => text?.trim() || null;

/** As the list told it, with what was mended. */
const bodyOf = ({ url, kind }: ScrapRow, { title, outlet, publishedOn, placement }: Draft) => ({
  channel: 'press' as const,
  kind,
  url,
  title: title.trim(),
  outlet: orNull(outlet),
  publishedOn: orNull(publishedOn),
  placement: orNull(placement),
});

function About({ group: { likelyIssue, clusterId } }: { group: Scrap['groups'][number] }) {
  const t = useScrapText();
  return (
    <>
      {likelyIssue && (
        <p className="small">{t('likely', { number: likelyIssue.number, title: likelyIssue.title })}</p>
      )}
      {clusterId && <p className="small subtle">{t('joins')}</p>}
    </>
  );
}

interface RowProps {
  no: number;
  row: ScrapRow;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: Record<string, string>;
}

const WIDTHS = {
  title: 'scrap-title',
  outlet: 'scrap-short',
  publishedOn: 'scrap-short',
  placement: 'scrap-page',
};

/** One article: everything may be mended where it stands. */
function Row({ no, row, draft, change, wrong }: RowProps) {
  const t = useScrapText();
  const name = {
    title: t('headline'),
    outlet: t('outlet'),
    publishedOn: t('day'),
    placement: t('placement'),
  };
  const place = t('row', { no });
  return (
    <div className="scrap-row">
      <input
        type="checkbox"
        aria-label={`${t('include')}, ${place}`}
        checked={draft.included}
        onChange={({ target }) => change({ included: target.checked })}
      />
      {(['title', 'outlet', 'publishedOn', 'placement'] as const).map((field) => (
        <input
          key={field}
          className={`input ${WIDTHS[field]}`}
          type={field === 'publishedOn' ? 'date' : 'text'}
          aria-label={`${name[field]}, ${place}`}
          aria-invalid={Boolean(wrong[field])}
          placeholder={name[field]}
          maxLength={field === 'title' ? 500 : 100}
          value={draft[field] ?? ''}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      ))}
      {row.knownId && <span className="small subtle">{t('known')}</span>}
      {row.repeats !== null && <span className="small subtle">{t('repeats')}</span>}
      {Object.entries(wrong).map(([field, message]) => (
        <span key={field} className="field-error">
          {name[field as 'title'] ?? field}: {message}
        </span>
      ))}
    </div>
  );
}

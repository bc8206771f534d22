import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Follow, Page, SavedView } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { useNotificationsText } from './text.js';

const PATH = '/me/following';

/** What I follow, and what else I would like to. */
export function Follows() {
  const t = useNotificationsText();
  const follows = useRead<Page<Follow>>(`${PATH}?limit=200`);
  return (
    <Panel title={t('follows')} aside={follows.data?.items.length}>
      <p className="small subtle">{t('followsWhy')}</p>
      <NewSubject />
      <Loaded of={follows}>
        {({ items }) =>
          items.length ? <List follows={items} /> : <Empty title={t('none')}>{t('noneWhy')}</Empty>
        }
      </Loaded>
    </Panel>
  );
}

const nameOf = ({ issue, department, view, words }: Follow): string =>
  issue ? `${issue.number} ${issue.title}` : (department?.name ?? view?.name ?? words ?? '');

function linkOf({ issue, department, view, words }: Follow): string {
  if (issue) return `/issues/${issue.id}`;
  if (department) return `/departments/${department.id}`;
  return `/issues?${view ? view.query : new URLSearchParams({ q: words ?? '' }).toString()}`;
}

function List({ follows }: { follows: Follow[] }) {
  const t = useNotificationsText();
  const end = useWrite(({ id }: Follow) => call<void>('DELETE', `${PATH}/${id}`), {
    touches: (_, { issue, department }) => [
      PATH,
      ...(issue ? [`/issues/${issue.id}/following`] : []),
      ...(department ? [`/departments/${department.id}/following`] : []),
    ],
  });
  const remove = async (follow: Follow) => {
    await end.mutateAsync(follow).then(
      () => toast(t('removed')),
      () => toast(t('failed'), { tone: 'danger' }),
    );
  };
  return (
    <Table
      caption={t('follows')}
      rows={follows}
      keyOf={({ id }) => id}
      columns={[
        { id: 'by', label: t('kind'), cell: ({ by }) => t(`by.${by}`) },
        {
          id: 'name',
          label: t('follows'),
          heads: true,
          wide: true,
          cell: (follow) => <Link to={linkOf(follow)}>{nameOf(follow)}</Link>,
        },
        {
          id: 'remove',
          label: t('remove'),
          cell: (follow) => (
            <Button
              small
              kind="text"
              icon="close"
              aria-label={t('removeOf', { name: nameOf(follow) })}
              onPress={() => void remove(follow)}
            >
              {t('remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function NewSubject() {
  const t = useNotificationsText();
  const may = useMay();
  const views = useRead<Page<SavedView>>(may('GET /views') ? '/views?page=issues&limit=200' : null);
  const [words, setWords] = useState('');
  const [viewId, setView] = useState<string | null>(null);
  const add = useWrite((body: object) => call<Follow>('POST', PATH, { body }), { touches: [PATH] });
  const { byField, rest } = fieldErrors(add.error, ['words', 'viewId']);
  const submit = async () => {
    await add.mutateAsync(viewId && !words.trim() ? { viewId } : { words });
    setWords('');
    setView(null);
    toast(t('added'));
  };
  const saved = views.data?.items ?? [];
  return (
    <Form onSubmit={submit} label={t('add')}>
      <div className="form-row">
        <TextField
          label={t('words')}
          help={t('wordsHelp')}
          name="words"
          value={words}
          onChange={setWords}
          error={byField.words}
        />
        {saved.length > 0 && (
          <SelectField
            label={t('view')}
            help={t('viewHelp')}
            choices={saved.map(({ id, name }) => ({ id, label: name }))}
            value={viewId}
            onChange={setView}
            optional
            error={byField.viewId}
          />
        )}
      </div>
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button type="submit" icon="plus" isPending={add.isPending} isDisabled={!words.trim() && !viewId}>
          {t('add')}
        </Button>
      </div>
    </Form>
  );
}

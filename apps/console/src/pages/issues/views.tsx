import { useState } from 'react';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { Page, SavedView } from '../../api/types.js';
import { defineText } from '../../text/i18n.js';
import { useAddress } from '../../ui/address.js';
import { Button, IconButton } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SwitchField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';

const useText = defineText('views', {
  ko: {
    views: '보기',
    all: '전체 이슈',
    save: '보기 저장',
    saveTitle: '지금 조건을 보기로 저장',
    name: '보기 이름',
    nameHelp: '예: 회신기한 경과, 의회 관련 높음 이상',
    shared: '같은 업무 담당자와 공유',
    sharedHelp: '이름과 조건이 함께 보입니다. 이슈는 각자 열람할 수 있는 것만 보입니다.',
    update: '이 보기에 지금 조건 덮어쓰기',
    remove: '보기 삭제',
    removed: '보기를 삭제했습니다: {{name}}',
    saved: '보기를 저장했습니다: {{name}}',
    by: '{{name}} 공유',
    cancel: '취소',
  },
  en: {
    views: 'Views',
    all: 'All issues',
    save: 'Save view',
    saveTitle: 'Save the present filters as a view',
    name: 'Name of the view',
    nameHelp: 'E.g. overdue, council issues high and above',
    shared: 'Share with colleagues of the same role',
    sharedHelp: 'They see the name and the filters; of the issues only what they may see.',
    update: 'Save the present filters into this view',
    remove: 'Delete view',
    removed: 'View “{{name}}” was deleted.',
    saved: 'View “{{name}}” was saved.',
    by: 'shared by {{name}}',
    cancel: 'Cancel',
  },
});

const VIEWS = '/views?page=issues&limit=200';

/** Saved views as tabs above the list: a name for filters, order and columns. */
export function Views() {
  const t = useText();
  const { params } = useAddress();
  const { data } = useRead<Page<SavedView>>(VIEWS);
  const [saving, setSaving] = useState(false);
  const here = queryOf(params);
  const chosen = data?.items.find(({ query }) => query === here);
  return (
    <nav aria-label={t('views')} className="views no-print">
      <ViewLink query="" name={t('all')} current={here === ''} />
      {data?.items.map((view) => (
        <ViewLink
          key={view.id}
          query={view.query}
          name={view.name}
          current={view === chosen}
          by={view.mine ? undefined : t('by', { name: view.ownerName })}
        />
      ))}
      {chosen?.mine ? (
        <Remove view={chosen} />
      ) : (
        here !== '' && (
          <Button small kind="text" icon="bookmark" onPress={() => setSaving(true)}>
            {t('save')}
          </Button>
        )
      )}
      {saving && (
        <Save
          query={here}
          mine={data?.items.filter(({ mine }) => mine) ?? []}
          onClose={() => setSaving(false)}
        />
      )}
    </nav>
  );
}

/** The address without what belongs to the moment. */
function queryOf(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete('cursor');
  kept.sort();
  return kept.toString();
}

function ViewLink({
  query,
  name,
  current,
  by,
}: {
  query: string;
  name: string;
  current: boolean;
  by?: string | undefined;
}) {
  const { params, set } = useAddress();
  const open = () =>
    set({
      ...Object.fromEntries([...params.keys()].map((key) => [key, null])),
      ...Object.fromEntries(new URLSearchParams(query)),
    });
  return (
    <button
      type="button"
      className="view"
      aria-current={current ? 'page' : undefined}
      title={by}
      onClick={open}
    >
      {name}
      {by && <Icon name="users" size={14} />}
    </button>
  );
}

function Remove({ view }: { view: SavedView }) {
  const t = useText();
  const add = useWrite((body: object) => call('POST', '/views', { body }), { touches: ['/views'] });
  const remove = useWrite(() => call('DELETE', `/views/${view.id}`, { ifMatch: view.version }), {
    touches: ['/views'],
  });
  const { page, name, query, columns, shared } = view;
  const press = async () => {
    await remove.mutateAsync(undefined);
    toast(t('removed', { name }), { undo: () => add.mutateAsync({ page, name, query, columns, shared }) });
  };
  return <IconButton icon="close" label={t('remove')} onPress={() => void press()} />;
}

function Save({ query, mine, onClose }: { query: string; mine: SavedView[]; onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const same = mine.find((view) => view.name === name.trim());
  const save = useWrite(
    () =>
      same
        ? call('PATCH', `/views/${same.id}`, { body: { query, shared }, ifMatch: same.version })
        : call('POST', '/views', { body: { page: 'issues', name: name.trim(), query, shared } }),
    { touches: ['/views'] },
  );
  const { byField, rest } = fieldErrors(save.error, ['name']);
  const submit = async () => {
    await save.mutateAsync(undefined);
    toast(t('saved', { name: name.trim() }));
    onClose();
  };
  return (
    <Dialog title={t('saveTitle')} isOpen onClose={onClose}>
      <Form onSubmit={submit}>
        <TextField
          label={t('name')}
          name="name"
          help={t('nameHelp')}
          value={name}
          onChange={setName}
          error={byField.name}
          maxLength={100}
          autoFocus
        />
        <SwitchField label={t('shared')} help={t('sharedHelp')} value={shared} onChange={setShared} />
        {rest.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" kind="primary" isPending={save.isPending} isDisabled={!name.trim()}>
            {t(same ? 'update' : 'save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

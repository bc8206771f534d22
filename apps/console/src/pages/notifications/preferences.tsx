import { useState } from 'react';
import { Switch } from 'react-aria-components';
import { LANGUAGES } from '#people/vocabulary.js';
import { call } from '../../api/call.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { ME, useMay, useRead, useWrite } from '../../api/queries.js';
import type { Preferences } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { RadioField, SwitchField } from '../../ui/choice-field.js';
import { SelectField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import { ByNotice } from './by-notice.js';
import { Follows } from './follows.js';
import { useNotificationsText } from './text.js';
import { TimeField } from './time-field.js';

const PATH = '/me/preferences';
const LANGUAGE_NAMES = { ko: '한국어', en: 'English' };
type Kind = Preferences['kinds'][number];

/** 알림 받는 방법: what comes how, when, and what is followed. */
export default function NotificationSettings() {
  const t = useNotificationsText();
  const may = useMay();
  const preferences = useRead<Preferences>(PATH);
  return (
    <Page title={t('title')} lead={t('lead')} trail={[{ to: '/settings', label: t('settings') }]}>
      <Loaded of={preferences}>
        {(loaded) => <PreferencesForm key={loaded.version} preferences={loaded} />}
      </Loaded>
      {may('GET /me/following') && <Follows />}
    </Page>
  );
}

function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useNotificationsText();
  const [draft, setDraft] = useState(preferences);
  const change = (part: Partial<Preferences>) => setDraft((before) => ({ ...before, ...part }));
  const save = useWrite(
    ({ language, digest, quiet, kinds, version }: Preferences) =>
      call<Preferences>('PUT', PATH, {
        body: {
          language,
          digest,
          quiet,
          kinds: kinds.map(({ kind, mail, inbox }) => ({ kind, mail, inbox })),
          notices: kinds.flatMap(({ notices }) =>
            notices.map(({ notice, mail, inbox, own }) =>
              own ? { notice, mail, inbox } : { notice, mail: null, inbox: null },
            ),
          ),
        },
        ifMatch: version,
      }),
    { touches: [PATH, ME] },
  );
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const { rest } = fieldErrors(save.error, []);
  const submit = async () => {
    await save.mutateAsync(draft);
    toast(t('saved'));
  };
  return (
    <Form onSubmit={submit} className="page">
      <Kinds kinds={draft.kinds} onChange={(kinds) => change({ kinds })} />
      <ByNotice kinds={draft.kinds} onChange={(kinds) => change({ kinds })} />
      <When draft={draft} change={change} />
      {stale ? (
        <Notice tone="warning">{t('stale')}</Notice>
      ) : (
        rest.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))
      )}
      <div className="form-actions">
        <Button type="submit" kind="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

function Kinds({ kinds, onChange }: { kinds: Kind[]; onChange: (kinds: Kind[]) => void }) {
  const t = useNotificationsText();
  const words = useWords();
  const set = (kind: Kind['kind'], part: Partial<Kind>) =>
    onChange(kinds.map((one) => (one.kind === kind ? { ...one, ...part } : one)));
  return (
    <Panel title={t('kinds')}>
      <p className="small subtle">{t('kindsWhy')}</p>
      <Table
        caption={t('kinds')}
        rows={kinds}
        keyOf={({ kind }) => kind}
        columns={[
          {
            id: 'kind',
            label: t('kind'),
            heads: true,
            wide: true,
            cell: ({ kind, must }) => (
              <span className="row">
                {words.notice[kind]} {must && <Badge>{t('must')}</Badge>}
              </span>
            ),
          },
          {
            id: 'mail',
            label: t('mail'),
            cell: ({ kind, mail, must }) => (
              <SelectField
                compact
                label={t('mailOf', { kind: words.notice[kind] ?? kind })}
                choices={choicesOf(words.mail).filter(({ id }) => !(must && id === 'off'))}
                value={mail}
                onChange={(chosen) => set(kind, { mail: chosen as Kind['mail'] })}
              />
            ),
          },
          {
            id: 'inbox',
            label: t('inbox'),
            cell: ({ kind, inbox, must }) => (
              <Switch
                className="switch"
                aria-label={t('inboxOf', { kind: words.notice[kind] ?? kind })}
                isSelected={inbox}
                isDisabled={must}
                onChange={(on) => set(kind, { inbox: on })}
              >
                <span className="switch-track" aria-hidden="true" />
              </Switch>
            ),
          },
        ]}
      />
      {kinds.some(({ must }) => must) && <p className="small subtle">{t('mustWhy')}</p>}
    </Panel>
  );
}

const WEEKDAYS = ['1', '2', '3', '4', '5'] as const;

function When({ draft, change }: { draft: Preferences; change: (part: Partial<Preferences>) => void }) {
  const t = useNotificationsText();
  const { digest, quiet, language } = draft;
  return (
    <Panel title={t('when')}>
      <div className="form-row">
        <TimeField
          label={t('digestAt')}
          help={t('digestAtHelp')}
          value={digest.at}
          onChange={(at) => change({ digest: { ...digest, at } })}
        />
        <SelectField
          label={t('weekday')}
          choices={WEEKDAYS.map((id) => ({ id, label: t(`day.${id}`) }))}
          value={String(digest.weekday)}
          onChange={(chosen) => change({ digest: { ...digest, weekday: Number(chosen) } })}
        />
      </div>
      <h3>{t('quiet')}</h3>
      <p className="small subtle">{t('quietWhy')}</p>
      <div className="form-row">
        <TimeField
          label={t('from')}
          value={quiet.from}
          onChange={(from) => change({ quiet: { ...quiet, from } })}
        />
        <TimeField
          label={t('to')}
          help={t('toHelp')}
          value={quiet.to}
          onChange={(to) => change({ quiet: { ...quiet, to } })}
        />
      </div>
      <SwitchField
        label={t('closedDays')}
        value={quiet.closedDays}
        onChange={(closedDays) => change({ quiet: { ...quiet, closedDays } })}
      />
      <RadioField
        label={t('language')}
        name="language"
        choices={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={language}
        onChange={(chosen) => change({ language: chosen === 'en' ? 'en' : 'ko' })}
      />
    </Panel>
  );
}

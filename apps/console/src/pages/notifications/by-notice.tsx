import { Switch } from 'react-aria-components';
import { TEXT_LABELS } from '#notifications/text-names.js';
import type { Preferences } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { useNotificationsText } from './text.js';

type Kind = Preferences['kinds'][number];
type Notice = Kind['notices'][number];

/** Single notices that come otherwise than their kind. */
export function ByNotice({ kinds, onChange }: { kinds: Kind[]; onChange: (kinds: Kind[]) => void }) {
  const t = useNotificationsText();
  const words = useWords();
  const language = useLanguage();
  const nameOf = (notice: Notice['notice']) => TEXT_LABELS[notice][language];
  // One notice alone is its kind.
  const all = kinds
    .filter(({ notices }) => notices.length > 1)
    .flatMap(({ notices, ...kind }) => notices.map((one) => ({ ...one, of: kind })));
  const set = (notice: Notice['notice'], part: Partial<Notice>) =>
    onChange(
      kinds.map((kind) => ({
        ...kind,
        notices: kind.notices.map((one) => (one.notice === notice ? { ...one, ...part } : one)),
      })),
    );
  const others = all.filter(({ own }) => !own);
  return (
    <Panel title={t('byNotice')}>
      <p className="small subtle">{t('byNoticeWhy')}</p>
      {all.some(({ own }) => own) && (
        <Table
          caption={t('byNotice')}
          rows={all.filter(({ own }) => own)}
          keyOf={({ notice }) => notice}
          columns={[
            {
              id: 'notice',
              label: t('notice'),
              heads: true,
              wide: true,
              cell: ({ notice, of }) => (
                <>
                  {nameOf(notice)} <span className="small subtle">{words.notice[of.kind]}</span>
                </>
              ),
            },
            {
              id: 'mail',
              label: t('mail'),
              cell: ({ notice, mail, of }) => (
                <SelectField
                  compact
                  label={t('mailOf', { kind: nameOf(notice) })}
                  choices={choicesOf(words.mail).filter(({ id }) => !(of.must && id === 'off'))}
                  value={mail}
                  onChange={(chosen) => set(notice, { mail: chosen as Notice['mail'] })}
                />
              ),
            },
            {
              id: 'inbox',
              label: t('inbox'),
              cell: ({ notice, inbox, of }) => (
                <Switch
                  className="switch"
                  aria-label={t('inboxOf', { kind: nameOf(notice) })}
                  isSelected={inbox}
                  isDisabled={of.must}
                  onChange={(on) => set(notice, { inbox: on })}
                >
                  <span className="switch-track" aria-hidden="true" />
                </Switch>
              ),
            },
            {
              id: 'remove',
              label: t('asKind'),
              cell: ({ notice, of }) => (
                <Button
                  small
                  aria-label={t('asKindOf', { kind: nameOf(notice) })}
                  onPress={() => set(notice, { own: false, mail: of.mail, inbox: of.inbox })}
                >
                  {t('asKind')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <SelectField
        label={t('addNotice')}
        choices={others.map(({ notice, of }) => ({
          id: notice,
          label: `${words.notice[of.kind]} · ${nameOf(notice)}`,
        }))}
        value={null}
        onChange={(chosen) => chosen && set(chosen as Notice['notice'], { own: true })}
      />
    </Panel>
  );
}

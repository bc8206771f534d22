import { useState } from 'react';
import { useRead } from '../../api/queries.js';
import type { NoticeText, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Loaded } from '../../ui/waiting.js';
import { TextDialog } from './text-dialog.js';
import { useTextLabel, useTextsText } from './texts-text.js';

const LANGUAGES = [
  { id: 'ko', label: '한국어' },
  { id: 'en', label: 'English' },
];

/** 알림 문구: the words of every notice, as they are sent in each language. */
export default function NoticeTexts() {
  const t = useTextsText();
  const { get, set } = useAddress();
  const language = useLanguage();
  const shown = get('language') ?? language;
  const texts = useRead<ApiPage<NoticeText>>('/notice-texts');
  const [editing, setEditing] = useState<NoticeText | null>(null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Panel title={t('list')}>
        <Filters names={['language']}>
          <Filter name="language">
            <SelectField
              label={t('language')}
              choices={LANGUAGES}
              value={shown}
              onChange={(chosen) => set({ language: chosen })}
            />
          </Filter>
        </Filters>
        <Loaded of={texts}>
          {({ items }) => (
            <List texts={items.filter((text) => text.language === shown)} onEdit={setEditing} />
          )}
        </Loaded>
      </Panel>
      {editing && <TextDialog text={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function List({ texts, onEdit }: { texts: NoticeText[]; onEdit: (text: NoticeText) => void }) {
  const t = useTextsText();
  const format = useFormat();
  const labelOf = useTextLabel();
  return (
    <Table
      caption={t('list')}
      rows={texts}
      keyOf={({ name, language }) => `${name} ${language}`}
      columns={[
        {
          id: 'name',
          label: t('notice'),
          heads: true,
          cell: ({ name, own }) => (
            <span className="row">
              {labelOf(name)} {own && <Badge tone="info">{t('own')}</Badge>}
            </span>
          ),
        },
        {
          id: 'words',
          label: t('words'),
          wide: true,
          cell: ({ title, body }) => (
            <div className="stack-tight">
              <strong>{title}</strong>
              <span className="small subtle">{body.split('\n')[0]}</span>
            </div>
          ),
        },
        {
          id: 'changed',
          label: t('changed'),
          cell: ({ changedAt, changedBy }) =>
            changedAt ? `${format.day(changedAt)} ${changedBy ?? ''}` : t('standard'),
        },
        {
          id: 'edit',
          label: t('edit'),
          cell: (text) => (
            <Button
              small
              icon="edit"
              aria-label={t('editOf', { name: labelOf(text.name) })}
              onPress={() => onEdit(text)}
            >
              {t('edit')}
            </Button>
          ),
        },
      ]}
    />
  );
}

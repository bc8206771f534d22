import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DropZone, FileTrigger } from 'react-aria-components';
import { IMPORT_KINDS, type ImportKind } from '#imports/vocabulary.js';
import { useWrite } from '../../api/queries.js';
import type { Import } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { Button } from '../../ui/button.js';
import { RadioField } from '../../ui/choice-field.js';
import { useDownload } from '../../ui/download.js';
import { Panel } from '../../ui/panel.js';
import { Notice } from '../../ui/waiting.js';
import { sendFile } from './send-file.js';
import { useImportText } from './text.js';

/** A file is looked through as soon as it is there; nothing is registered by that. */
export function NewImport() {
  const t = useImportText();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>('signals');
  const send = useWrite<File, Import>((file) => sendFile({ file, kind }, true), { touches: ['/imports'] });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const sent = await send.mutateAsync(file).catch(() => null);
    if (sent) void navigate(`/imports/${sent.id}`);
  };
  return (
    <Panel title={t('fresh')}>
      <div className="import-new">
        <RadioField
          label={t('kind')}
          choices={IMPORT_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
          value={kind}
          onChange={(value) => setKind(value as ImportKind)}
        />
        <Template kind={kind} />
        <DropZone
          className="import-drop"
          aria-label={t('drop')}
          getDropOperation={(types) => (types.has('Files') || !types.has('text/plain') ? 'copy' : 'cancel')}
          onDrop={({ items }) => {
            const dropped = items.find((item) => item.kind === 'file');
            void dropped?.getFile().then(take);
          }}
        >
          <strong>{send.isPending ? t('sending', { name: send.variables.name }) : t('drop')}</strong>
          <span className="small subtle">{t('dropWhy')}</span>
          <FileTrigger
            acceptedFileTypes={['.csv', '.txt', '.tsv', '.xlsx']}
            onSelect={(files) => void take(files?.[0])}
          >
            <Button kind="primary" icon="plus" isPending={send.isPending}>
              {t('choose')}
            </Button>
          </FileTrigger>
        </DropZone>
        {send.error && (
          <Notice tone="danger" title={t('refused')}>
            {send.error.message}
          </Notice>
        )}
      </div>
    </Panel>
  );
}

function Template({ kind }: { kind: ImportKind }) {
  const t = useImportText();
  const language = useLanguage();
  const download = useDownload();
  return (
    <div className="stack-tight">
      <strong>{t('template')}</strong>
      <span className="small subtle">{t('templateWhy')}</span>
      <div className="row">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            small
            icon="download"
            onPress={() => download(`/imports/templates/${kind}.${format}?lang=${language}`)}
          >
            {t(`template.${format}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

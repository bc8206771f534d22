import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { EXTENSIONS, kindOf } from '#files/vocabulary.js';
import { BASE } from '../api/call.js';
import { queryClient, useMay, useMe } from '../api/queries.js';
import { useUploads } from '../api/upload.js';
import type { Attachment, FileVersion } from '../api/types.js';
import { useFormat } from '../text/format.js';
import { useLanguage } from '../text/i18n.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { useDownload } from '../ui/download.js';
import { Fold } from '../ui/fold.js';
import { toast } from '../ui/toast.js';
import { Notice } from '../ui/waiting.js';
import { sizeText, useFileText } from './text.js';
import './files.css';

/** What hangs on an answer or a comment: each in its newest version, the earlier ones below. */
export function Attachments({ of, label }: { of: Attachment[]; label: string }) {
  if (!of.length) return null;
  return (
    <ul className="file-list" aria-label={label}>
      {of.map((one) => (
        <Attached key={one.fileId} one={one} />
      ))}
    </ul>
  );
}

function Attached({ one: { note, versions } }: { one: Attachment }) {
  const t = useFileText();
  const [newest, ...earlier] = versions;
  return (
    <li className="file">
      <Line file={newest!} note={note} isNewest />
      {earlier.length > 0 && (
        <Fold title={t('earlier', { count: earlier.length })}>
          <ul className="file-list">
            {earlier.map((file) => (
              <li key={file.id}>
                <Line file={file} note={null} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </li>
  );
}

function Line({ file, note, isNewest }: { file: FileVersion; note: string | null; isNewest?: boolean }) {
  const t = useFileText();
  const format = useFormat();
  const language = useLanguage();
  const { name, type, size, version, uploadedByName, uploadedAt } = file;
  return (
    <>
      <div className="file-line">
        <Badge>{kindOf(type).label}</Badge>
        <span className="file-name">{name}</span>
        <Look file={file} />
      </div>
      {note && <p className="small prewrap">{note}</p>}
      <div className="file-line">
        <span className="small subtle">
          {[
            sizeText(size, language),
            t('version', { n: version }),
            uploadedByName,
            format.instant(uploadedAt),
          ].join(' · ')}
        </span>
        {isNewest && <NewVersion file={file} />}
      </div>
    </>
  );
}

/** Pictures here, PDF in a window of its own, anything else with the program that it is for. */
function Look({ file: { id, name, type } }: { file: FileVersion }) {
  const t = useFileText();
  const download = useDownload();
  const [isOpen, setOpen] = useState(false);
  const { shown } = kindOf(type);
  const address = `${BASE}/files/${id}/content?preview=true`;
  return (
    <span className="row no-print">
      {shown === 'image' && (
        <Button small aria-label={t('showOf', { name })} onPress={() => setOpen(true)}>
          {t('show')}
        </Button>
      )}
      {shown === 'document' && (
        <a
          className="button button-tertiary button-small"
          href={address}
          target="_blank"
          rel="noopener"
          aria-label={t('openOf', { name })}
        >
          {t('open')}
        </a>
      )}
      <Button
        small
        icon="download"
        aria-label={t('downloadOf', { name })}
        onPress={() => download(`/files/${id}/content`)}
      >
        {t('download')}
      </Button>
      {isOpen && (
        <Dialog title={name} isOpen wide onClose={() => setOpen(false)}>
          <img className="file-picture" src={address} alt={name} />
        </Dialog>
      )}
    </span>
  );
}

/** Only by the side that brought it; the API decides in the end. */
function NewVersion({ file: { id, uploadedBy } }: { file: FileVersion }) {
  const t = useFileText();
  const me = useMe();
  const may = useMay();
  const uploads = useUploads(() => {
    toast(t('replaced'));
    for (const path of ['requests', 'responses', 'issues'])
      void queryClient.invalidateQueries({ queryKey: [path] });
  });
  const refused = uploads.list.find(({ error }) => error);
  if (me.id !== uploadedBy || !may('POST /files')) return null;
  return (
    <span className="stack-tight no-print">
      <FileTrigger
        acceptedFileTypes={EXTENSIONS.map((one) => `.${one}`)}
        onSelect={(files) => files?.[0] && uploads.replace(files[0], id)}
      >
        <Button small kind="text" isPending={uploads.busy}>
          {t('replace')}
        </Button>
      </FileTrigger>
      {refused && <Notice tone="danger">{refused.error}</Notice>}
    </span>
  );
}

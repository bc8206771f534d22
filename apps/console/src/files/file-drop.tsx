import { DropZone, FileTrigger, ProgressBar } from 'react-aria-components';
import { FILES } from '#config/files.js';
import { EXTENSIONS, kindOf } from '#files/vocabulary.js';
import type { Sending, Uploads } from '../api/upload.js';
import type { FileVersion } from '../api/types.js';
import { useLanguage } from '../text/i18n.js';
import { Badge } from '../ui/badge.js';
import { Button, IconButton } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Notice } from '../ui/waiting.js';
import { sizeText, useFileText } from './text.js';
import './files.css';

/** A file that was sent and waits to be attached. */
export interface Chosen {
  file: Pick<FileVersion, 'id' | 'name' | 'type' | 'size'>;
  note: string;
}

interface FileDropProps {
  label: string;
  chosen: Chosen[];
  onChange: (chosen: Chosen[]) => void;
  uploads: Uploads;
  /** What was refused, by the place in the list. */
  errors?: (n: number) => string | undefined;
  /** Each can be told what it is. */
  withNotes?: boolean;
}

/** Files are sent while one goes on writing; what was refused says why beside its name, and nothing else is held up. */
export function FileDrop({ label, chosen, onChange, uploads, errors, withNotes }: FileDropProps) {
  const t = useFileText();
  const add = (files: File[]) => uploads.add(files, chosen.length);
  return (
    <div className="files" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <DropZone
        className="file-drop"
        aria-label={t('drop')}
        getDropOperation={(types) => (types.has('Files') || !types.has('text/plain') ? 'copy' : 'cancel')}
        onDrop={({ items }) => {
          const dropped = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
          void Promise.all(dropped).then(add);
        }}
      >
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={EXTENSIONS.map((one) => `.${one}`)}
          onSelect={(files) => add(Array.from(files ?? []))}
        >
          <Button small icon="upload">
            {t('choose')}
          </Button>
        </FileTrigger>
        <span className="small subtle">
          {t('drop')}. {t('dropWhy', { most: FILES.most })}
        </span>
      </DropZone>
      {(chosen.length > 0 || uploads.list.length > 0) && (
        <ul className="file-list">
          {chosen.map((one, n) => (
            <ChosenFile
              key={one.file.id}
              one={one}
              error={errors?.(n)}
              {...(withNotes && {
                onNote: (note: string) =>
                  onChange(chosen.map((other) => (other === one ? { ...one, note } : other))),
              })}
              onRemove={() => onChange(chosen.filter((other) => other !== one))}
            />
          ))}
          {uploads.list.map((one) => (
            <OnItsWay key={one.key} one={one} onRemove={() => uploads.remove(one.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ChosenFile({
  one: { file, note },
  error,
  onNote,
  onRemove,
}: {
  one: Chosen;
  error: string | undefined;
  onNote?: (note: string) => void;
  onRemove: () => void;
}) {
  const t = useFileText();
  const language = useLanguage();
  return (
    <li className="file">
      <div className="file-line">
        <Badge>{kindOf(file.type).label}</Badge>
        <span className="file-name">{file.name}</span>
        <span className="small subtle number">{sizeText(file.size, language)}</span>
        <IconButton icon="close" label={t('remove', { name: file.name })} onPress={onRemove} />
      </div>
      {onNote && (
        <TextField label={t('noteOf', { name: file.name })} value={note} onChange={onNote} maxLength={500} />
      )}
      {error && <Notice tone="danger">{error}</Notice>}
    </li>
  );
}

function OnItsWay({ one: { file, part, error }, onRemove }: { one: Sending; onRemove: () => void }) {
  const t = useFileText();
  const language = useLanguage();
  return (
    <li className="file">
      <div className="file-line">
        <span className="file-name">{file.name}</span>
        <span className="small subtle number">{sizeText(file.size, language)}</span>
        <IconButton icon="close" label={t('remove', { name: file.name })} onPress={onRemove} />
      </div>
      {part === null ? (
        <Notice tone="danger">{error}</Notice>
      ) : (
        <ProgressBar aria-label={t('sending', { name: file.name })} value={part * 100}>
          {({ percentage = 0 }) => (
            <div className="file-progress">
              <span style={{ width: `${percentage}%` }} />
            </div>
          )}
        </ProgressBar>
      )}
    </li>
  );
}

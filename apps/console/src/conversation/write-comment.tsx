import { useState } from 'react';
import { call } from '../api/call.js';
import { useDraft } from '../api/draft.js';
import { useMe, useWrite } from '../api/queries.js';
import { useUploads } from '../api/upload.js';
import type { Comment, Reader } from '../api/types.js';
import { FileDrop, type Chosen } from '../files/file-drop.js';
import { Button } from '../ui/button.js';
import { RadioField } from '../ui/choice-field.js';
import { useFieldErrors } from '../ui/field-errors.js';
import { Fold } from '../ui/fold.js';
import { Form } from '../ui/form.js';
import { toast } from '../ui/toast.js';
import { Notice } from '../ui/waiting.js';
import { MentionField } from './mention-field.js';
import { useTalkText } from './text.js';

export interface Talk {
  /** `/requests/17` or `/issues/17` */
  about: string;
  /** Of a request: the department it is with; null: it stays with the office. */
  department: string | null;
  isRequest: boolean;
}

interface Draft {
  text: string;
  internal: boolean;
  mentions: Pick<Reader, 'id' | 'name'>[];
  files: Chosen[];
}

const EMPTY: Draft = { text: '', internal: false, mentions: [], files: [] };

/** A comment, or among the office a note; to whom it goes stands beside the button. */
export function WriteComment({ talk: { about, department, isRequest } }: { talk: Talk }) {
  const t = useTalkText();
  const { role } = useMe();
  const { value, change, forget } = useDraft<Draft>(`comment-${about}`, EMPTY);
  const [round, setRound] = useState(0);
  const internal = !isRequest || (role !== 'department' && (value.internal || department === null));
  const uploads = useUploads((file) => change({ files: [...value.files, { file, note: '' }] }));
  const mentioned = value.mentions.filter(({ name }) => value.text.includes(`@${name}`));
  const write = useWrite(
    () =>
      call<Comment>('POST', `${about}/comments`, {
        body: {
          text: value.text.trim(),
          ...(role !== 'department' && { internal }),
          mentions: [...new Set(mentioned.map(({ id }) => id))],
          fileIds: value.files.map(({ file }) => file.id),
        },
      }),
    { touches: [about] },
  );
  const { byField, rest } = useFieldErrors(write.error, ['text', 'mentions', 'fileIds', 'internal'], value);
  const submit = async () => {
    if (uploads.busy) return;
    await write.mutateAsync(undefined);
    forget();
    change(EMPTY);
    setRound(round + 1);
    toast(t('sent'));
  };
  const [wrongMention] = Object.entries(byField).flatMap(([path, message]) =>
    path.startsWith('mentions') ? message : [],
  );
  const [id] = about.split('/').slice(-1);
  return (
    <Form onSubmit={submit} className="stack-tight talk-form" key={round}>
      <MentionField
        label={t(internal ? 'internal' : 'text')}
        value={value.text}
        onChange={(text) => change({ text })}
        onMention={({ id: who, name }) => change({ mentions: [...value.mentions, { id: who, name }] })}
        among={isRequest ? `requestId=${id}&internal=${internal}` : `issueId=${id}`}
        error={byField.text ?? wrongMention}
      />
      {isRequest && role !== 'department' && department !== null && (
        <RadioField
          label={t('audience')}
          choices={[
            { id: 'shared', label: t('shared', { department }), detail: t('sharedWhy') },
            { id: 'internal', label: t('internal'), detail: t('internalHelp') },
          ]}
          value={internal ? 'internal' : 'shared'}
          onChange={(to) => change({ internal: to === 'internal' })}
        />
      )}
      <Fold title={t('attach')} open={value.files.length > 0}>
        <FileDrop
          label={t('attach')}
          chosen={value.files}
          onChange={(files) => change({ files })}
          uploads={uploads}
          errors={(n) => byField[`fileIds.${n}`]}
        />
      </Fold>
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button
          type="submit"
          kind="secondary"
          isPending={write.isPending}
          isDisabled={!value.text.trim() || uploads.busy}
        >
          {t(internal ? 'sendNote' : 'send')}
        </Button>
      </div>
    </Form>
  );
}

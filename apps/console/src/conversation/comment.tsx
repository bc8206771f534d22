import { useState, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { useWrite } from '../api/queries.js';
import type { Comment, Reader } from '../api/types.js';
import { Attachments } from '../files/attachments.js';
import { useFormat } from '../text/format.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { useFieldErrors } from '../ui/field-errors.js';
import { Fold } from '../ui/fold.js';
import { Form } from '../ui/form.js';
import { Icon } from '../ui/icon.js';
import { Notice } from '../ui/waiting.js';
import { MentionField } from './mention-field.js';
import { useTalkText } from './text.js';

/** What somebody said; a note of the office says that it is one, in words and by its frame. */
export function CommentView({ comment, about }: { comment: Comment; about: string }) {
  const t = useTalkText();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { internal, text, writtenByName, departmentName, side, writtenAt, editedAt, withdrawnAt } = comment;
  return (
    <li className={internal ? 'talk-item talk-note' : `talk-item talk-${side}`}>
      <div className="row">
        <strong>{writtenByName}</strong>
        <span className="small subtle">{side === 'office' ? t('office') : departmentName}</span>
        {internal && (
          <Badge tone="warning">
            <Icon name="lock" size={16} /> {t('internal')} · {t('internalWhy')}
          </Badge>
        )}
        <span className="small subtle">
          {format.instant(writtenAt)}
          {editedAt && !withdrawnAt && ` · ${t('edited')}`}
        </span>
      </div>
      {withdrawnAt ? (
        <p className="subtle">{t('withdrawn', { name: writtenByName })}</p>
      ) : editing ? (
        <EditComment comment={comment} about={about} onDone={() => setEditing(false)} />
      ) : (
        <p className="prewrap talk-text">{withNames(text ?? '', comment.mentions)}</p>
      )}
      <Attachments of={comment.files} label={t('files')} />
      {comment.versions.length > 0 && (
        <Fold title={t('editedOf', { count: comment.versions.length })}>
          <ul className="stack-tight">
            {comment.versions.map((one) => (
              <li key={one.version}>
                <p className="prewrap small">{one.text}</p>
                <span className="small subtle">{format.instant(one.at)}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {!editing && <OwnActions comment={comment} about={about} onEdit={() => setEditing(true)} />}
    </li>
  );
}

/** The text with whom it names made visible. */
function withNames(text: string, mentions: Comment['mentions']): ReactNode[] {
  const names = mentions.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: ReactNode[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const name = names.find((one) => text.startsWith(one, at));
    if (!name) plain += text[at++];
    else {
      parts.push(
        plain,
        <span key={at} className="mention">
          {name}
        </span>,
      );
      plain = '';
      at += name.length;
    }
  }
  return [...parts, plain];
}

function OwnActions({ comment, about, onEdit }: { comment: Comment; about: string; onEdit: () => void }) {
  const t = useTalkText();
  const [asking, setAsking] = useState(false);
  const { id, version, editable, own, withdrawnAt } = comment;
  const withdraw = useWrite(() => call('DELETE', `/comments/${id}`, { ifMatch: version }), {
    touches: [about],
  });
  if (!own || withdrawnAt) return null;
  return (
    <div className="row no-print">
      {editable && (
        <Button small kind="text" onPress={onEdit}>
          {t('edit')}
        </Button>
      )}
      <Button small kind="text" onPress={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <Confirm
        title={t('withdrawTitle')}
        action={t('withdraw')}
        danger
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => withdraw.mutateAsync(undefined)}
      >
        <p>{t('withdrawWhy')}</p>
      </Confirm>
    </div>
  );
}

function EditComment({ comment, about, onDone }: { comment: Comment; about: string; onDone: () => void }) {
  const t = useTalkText();
  const [text, setText] = useState(comment.text ?? '');
  const [known, setKnown] = useState<Pick<Reader, 'id' | 'name'>[]>(comment.mentions);
  const mentions = [...new Set(known.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))];
  const save = useWrite(
    () =>
      call('PATCH', `/comments/${comment.id}`, {
        body: { text: text.trim(), mentions },
        ifMatch: comment.version,
      }),
    { touches: [about] },
  );
  const { byField, rest } = useFieldErrors(save.error, ['text'], { text });
  const among = comment.requestId
    ? `requestId=${comment.requestId}&internal=${comment.internal}`
    : `issueId=${comment.issueId}`;
  return (
    <Form onSubmit={() => save.mutateAsync(undefined).then(onDone)} className="stack-tight">
      <MentionField
        label={t('text')}
        value={text}
        onChange={setText}
        onMention={(reader) => setKnown([...known, reader])}
        among={among}
        error={byField.text}
        autoFocus
      />
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        <Button onPress={onDone}>{t('cancel')}</Button>
        <Button type="submit" kind="secondary" isPending={save.isPending} isDisabled={!text.trim()}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

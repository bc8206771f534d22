import { useEffect, useState } from 'react';
import { PLACE_LABELS, type Place } from '#notifications/text-names.js';
import { call } from '../../api/call.js';
import { ApiProblem } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { NoticePreview, NoticeText } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { toast } from '../../ui/toast.js';
import { useTextLabel, useTextsText } from './texts-text.js';
import './texts.css';

const TYPING_MS = 400;

/** The words of one notice, with a mail beside them as it would look. */
export function TextDialog({ text, onClose }: { text: NoticeText; onClose: () => void }) {
  const t = useTextsText();
  const labelOf = useTextLabel();
  const path = `/notice-texts/${text.name}/${text.language}`;
  const [title, setTitle] = useState(text.title);
  const [body, setBody] = useState(text.body);
  const preview = usePreview(path, title, body);
  const save = useWrite(
    (words: { title: string; body: string } | null) =>
      words
        ? call<NoticeText>('PUT', path, { body: words, ifMatch: text.version })
        : call<NoticeText>('DELETE', path, { ifMatch: text.version }),
    { touches: ['/notice-texts'] },
  );
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const { byField, rest } = useFieldErrors(save.error, ['title', 'body'], { title, body });
  const put = async (words: { title: string; body: string } | null) => {
    await save.mutateAsync(words);
    toast(t(words ? 'saved' : 'resetDone', { name: labelOf(text.name) }));
    onClose();
  };
  return (
    <DialogForm
      title={t('editOf', { name: labelOf(text.name) })}
      onClose={onClose}
      onSubmit={() => put({ title, body })}
      action={t('save')}
      busy={save.isPending}
      errors={stale ? [t('stale')] : rest}
      wide
    >
      <div className="text-editing">
        <div className="stack">
          <TextField
            label={t('subject')}
            name="title"
            value={title}
            onChange={setTitle}
            error={byField.title ?? preview.errors.title}
            required
            maxLength={200}
          />
          <TextField
            label={t('body')}
            help={t('bodyHelp')}
            name="body"
            lines={7}
            value={body}
            onChange={setBody}
            error={byField.body ?? preview.errors.body}
            required
            maxLength={4000}
          />
          <Places places={text.places as Place[]} onPut={(place) => setBody(`${body}{${place}}`)} />
          {text.own && (
            <div>
              <Button icon="undo" onPress={() => void put(null).catch(() => undefined)}>
                {t('reset')}
              </Button>
            </div>
          )}
        </div>
        <section aria-label={t('preview')} className="stack-tight">
          <p className="small subtle">{t('previewWhy')}</p>
          <strong>{preview.mail?.title}</strong>
          <iframe
            className="text-preview"
            sandbox=""
            title={t('preview')}
            srcDoc={preview.mail?.html ?? ''}
          />
        </section>
      </div>
    </DialogForm>
  );
}

function Places({ places, onPut }: { places: Place[]; onPut: (place: Place) => void }) {
  const t = useTextsText();
  const language = useLanguage();
  if (!places.length) return <p className="small subtle">{t('noPlaces')}</p>;
  return (
    <div className="stack-tight">
      <p className="small subtle">{t('places')}</p>
      <div className="row">
        {places.map((place) => (
          <Button key={place} small onPress={() => onPut(place)}>
            {`{${place}} ${PLACE_LABELS[place][language]}`}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface Previewed {
  mail: NoticePreview | null;
  errors: Record<string, string>;
}

/** The mail as it would look, a moment after the last key; what is wrong is said at its field, the last mail stays. */
function usePreview(path: string, title: string, body: string): Previewed {
  const [shown, setShown] = useState<Previewed>({ mail: null, errors: {} });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      call<NoticePreview>('POST', `${path}/preview`, { body: { title, body } }).then(
        (mail) => current && setShown({ mail, errors: {} }),
        (error: unknown) => {
          if (!current || !(error instanceof ApiProblem)) return;
          const errors = Object.fromEntries(error.errors.map((one) => [one.path, one.message]));
          setShown((before) => ({ ...before, errors }));
        },
      );
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [path, title, body]);
  return shown;
}

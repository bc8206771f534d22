import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { TextArea, TextField as AriaTextField } from 'react-aria-components';
import { useRead } from '../api/queries.js';
import type { Reader } from '../api/types.js';
import { useWords } from '../text/words.js';
import { Help, Named, Wrong } from '../ui/field.js';
import { useTalkText } from './text.js';

interface MentionFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whom the text names, told when somebody was chosen. */
  onMention: (reader: Reader) => void;
  /** Of the API, e.g. `requestId=…&internal=true`. */
  among: string;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** What is being typed after the last @, up to where one writes; null where nobody is being named. */
const asked = (text: string): string | null => /(?:^|[\s(])@([^\s@]{0,20})$/u.exec(text)?.[1] ?? null;

/** A text in which people are named: after @ those are offered who may read it, chosen by keyboard or by hand. */
export function MentionField({
  label,
  value,
  onChange,
  onMention,
  among,
  error,
  autoFocus,
}: MentionFieldProps) {
  const t = useTalkText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [q, setQ] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { data } = useRead<{ items: Reader[] }>(
    q === null ? null : `/people?${among}&q=${encodeURIComponent(q)}`,
    { keep: true },
  );
  const people = q === null ? [] : (data?.items ?? []);
  const isOpen = q !== null && data !== undefined;
  const look = () => {
    const { value: text = '', selectionEnd = 0 } = area.current ?? {};
    setQ(asked(text.slice(0, selectionEnd)));
    setAt(0);
  };
  const choose = (reader: Reader | undefined) => {
    if (!reader || q === null) return;
    const end = area.current!.selectionEnd;
    const before = `${value.slice(0, end - q.length)}${reader.name} `;
    onChange(before + value.slice(end));
    onMention(reader);
    setQ(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length, before.length);
    });
  };
  const press = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && people.length) setAt((now) => (now + step + people.length) % people.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && people.length) choose(people[at]);
    else if (event.key === 'Escape') setQ(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <AriaTextField
      className="field mention-field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
      maxLength={10_000}
    >
      <Named label={label} required={false} />
      <Help>{t('help')}</Help>
      <TextArea
        ref={area}
        className="input textarea"
        rows={3}
        aria-autocomplete="list"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && people.length ? `${id}-${at}` : undefined}
        onKeyDownCapture={press}
        onKeyUp={({ key }) => key.startsWith('Arrow') && !isOpen && look()}
        onInput={look}
        onClick={look}
        onBlur={() => setQ(null)}
      />
      <Wrong error={error} />
      {isOpen && (
        <ul className="mention-list" role="listbox" id={id} aria-label={t('people')}>
          {people.length === 0 && <li className="listbox-empty">{t('nobody')}</li>}
          {people.map((reader, n) => (
            <li
              key={reader.id}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === at}
              className="mention-option"
              // Before the field loses its focus.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(reader);
              }}
            >
              <ReaderName reader={reader} />
            </li>
          ))}
        </ul>
      )}
    </AriaTextField>
  );
}

function ReaderName({ reader: { name, position, departmentName } }: { reader: Reader }) {
  const t = useTalkText();
  const words = useWords();
  return (
    <>
      <strong>{name}</strong>{' '}
      <span className="small subtle">
        {words.position[position]} · {departmentName ?? t('office')}
      </span>
    </>
  );
}

import { useRef, type ReactNode } from 'react';
import { defineText } from '../text/i18n.js';
import { Button, IconButton } from './button.js';
import { Notice } from './waiting.js';

const useText = defineText('list-field', {
  ko: { add: '{{what}} 추가', remove: '{{what}} {{n}} 삭제' },
  en: { add: 'Add {{what}}', remove: 'Remove {{what}} {{n}}' },
});

interface ListFieldProps<T> {
  /** What one of them is called: 리스크, 요청사항. */
  what: string;
  help?: string;
  items: T[];
  /** A new one. */
  empty: T;
  onChange: (items: T[]) => void;
  children: (item: T, change: (part: Partial<T>) => void, index: number) => ReactNode;
  max?: number;
  /** What is wrong with the list itself. */
  error?: string | undefined;
}

/** A list of small forms that grows and shrinks. */
export function ListField<T>({
  what,
  help,
  items,
  empty,
  onChange,
  children,
  max = 50,
  error,
}: ListFieldProps<T>) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    onChange([...items, empty]);
    // Whoever adds one writes into it next.
    setTimeout(() => list.current?.querySelector<HTMLElement>('li:last-child :is(input, textarea)')?.focus());
  };
  return (
    <fieldset className="list-field">
      <legend className="field-label">{what}</legend>
      {help && <p className="field-help">{help}</p>}
      <ol ref={list} className="stack-tight">
        {items.map((item, index) => (
          <li key={index} className="list-field-item">
            <div className="stack-tight">
              {children(
                item,
                (part) => onChange(items.map((one, at) => (at === index ? { ...one, ...part } : one))),
                index,
              )}
            </div>
            <IconButton
              icon="close"
              label={t('remove', { what, n: index + 1 })}
              onPress={() => onChange(items.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {items.length < max && (
        <Button small kind="text" icon="plus" onPress={add}>
          {t('add', { what })}
        </Button>
      )}
      {error && <Notice tone="danger">{error}</Notice>}
    </fieldset>
  );
}

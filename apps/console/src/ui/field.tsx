import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { defineText } from '../text/i18n.js';
import { fits } from '../text/initials.js';
import { Icon } from './icon.js';

const useText = defineText('field', {
  ko: { required: '필수', none: '선택 안 함', nothing: '맞는 항목이 없습니다' },
  en: { required: 'required', none: 'Not chosen', nothing: 'Nothing fits' },
});

export interface Common {
  label: ReactNode;
  /** What to write and how, shown below the label. */
  help?: ReactNode;
  /** What is wrong with it, in plain words. */
  error?: string | undefined;
  required?: boolean;
  /** Name that the API's errors use. */
  name?: string;
  isDisabled?: boolean;
}

export function Named({ label, required }: Pick<Common, 'label' | 'required'>) {
  const t = useText();
  return (
    <Label className="field-label">
      {label}
      {required && <span className="field-required">{t('required')}</span>}
    </Label>
  );
}

export const Help = ({ children }: { children: ReactNode }) =>
  children ? (
    <Text slot="description" className="field-help">
      {children}
    </Text>
  ) : null;

export function Wrong({ error }: { error?: string | undefined }) {
  return (
    <FieldError className="field-error">
      {error ? (
        <>
          <Icon name="warning" size={16} /> {error}
        </>
      ) : null}
    </FieldError>
  );
}

interface TextFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'month' | 'search' | 'number';
  placeholder?: string;
  autoComplete?: string;
  /** Which keys a phone offers. */
  inputMode?: 'numeric';
  autoFocus?: boolean;
  /** A text of several lines; grows with what is written. */
  lines?: number;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
  /** Offered while typing. */
  suggestions?: string[];
}

export function TextField(props: TextFieldProps) {
  const { label, help, error, required = false, lines, suggestions, placeholder, min, max, ...rest } = props;
  const listId = suggestions && `${props.name}-suggestions`;
  return (
    <AriaTextField
      {...rest}
      className="field"
      isRequired={required}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Named label={label} required={required} />
      <Help>{help}</Help>
      {lines ? (
        <TextArea
          className="input textarea"
          rows={lines}
          style={{ minHeight: `calc(${lines} * 1.6em + 1.25rem)` }}
          placeholder={placeholder}
        />
      ) : (
        <Input className="input" placeholder={placeholder} min={min} max={max} list={listId} />
      )}
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <Wrong error={error} />
    </AriaTextField>
  );
}

export interface Choice {
  id: string;
  label: string;
  /** Shown below the label in the list. */
  detail?: string;
}

const NONE = 'none-chosen';

export interface ChoiceProps extends Common {
  choices: Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** May be left open again; the words for that. */
  optional?: boolean | string;
  /** The label is there for screen readers only, where the place says what it is. */
  compact?: boolean;
}

/** One of few. */
export function SelectField({
  label,
  help,
  error,
  required = false,
  choices,
  value,
  onChange,
  optional,
  compact,
  ...rest
}: ChoiceProps) {
  const t = useText();
  const none = typeof optional === 'string' ? optional : t('none');
  const all = optional ? [{ id: NONE, label: none }, ...choices] : choices;
  return (
    <Select
      {...rest}
      className={compact ? 'field field-compact' : 'field'}
      isRequired={required}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      value={value ?? (optional ? NONE : null)}
      onChange={(key) => onChange(key === NONE ? null : String(key))}
      placeholder={none}
    >
      <Named label={label} required={required} />
      <Help>{help}</Help>
      <AriaButton className="input select">
        <SelectValue className="select-value" />
        <Icon name="down" size={16} />
      </AriaButton>
      <Wrong error={error} />
      <Popover className="popover">
        <ListBox className="listbox" items={all}>
          {Option}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** One of many: typed, not scrolled for. */
export function ComboField({
  label,
  help,
  error,
  required = false,
  choices,
  value,
  onChange,
  compact,
  optional,
  ...rest
}: ChoiceProps) {
  const t = useText();
  return (
    <ComboBox
      {...rest}
      className={compact ? 'field field-compact' : 'field'}
      isRequired={required}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      defaultFilter={fits}
      allowsEmptyCollection
    >
      <Named label={label} required={required} />
      <Help>{help}</Help>
      <div className="combo">
        <Input className="input" {...(typeof optional === 'string' && { placeholder: optional })} />
        <AriaButton className="combo-open">
          <Icon name="down" size={16} />
        </AriaButton>
      </div>
      <Wrong error={error} />
      <Popover className="popover">
        <ListBox<Choice>
          className="listbox"
          renderEmptyState={() => <p className="listbox-empty">{t('nothing')}</p>}
        >
          {Option}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function Option({ id, label, detail }: Choice) {
  return (
    <ListBoxItem id={id} textValue={label} className="option">
      <Text slot="label">{label}</Text>
      {detail && (
        <Text slot="description" className="small subtle">
          {detail}
        </Text>
      )}
    </ListBoxItem>
  );
}

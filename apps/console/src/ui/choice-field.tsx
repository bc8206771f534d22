import { Radio, RadioGroup, Switch } from 'react-aria-components';
import { Help, Named, Wrong, type ChoiceProps } from './field.js';

/** One of few that are best seen side by side. */
export function RadioField({
  label,
  help,
  error,
  required = false,
  choices,
  value,
  onChange,
  ...rest
}: Omit<ChoiceProps, 'optional' | 'compact'>) {
  return (
    <RadioGroup
      {...rest}
      className="field"
      isRequired={required}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      value={value}
      onChange={onChange}
    >
      <Named label={label} required={required} />
      <Help>{help}</Help>
      <div className="radios">
        {choices.map(({ id, label: name, detail }) => (
          <Radio key={id} value={id} className="radio">
            <span className="radio-mark" aria-hidden="true" />
            <span>
              {name}
              {detail && <span className="radio-detail">{detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <Wrong error={error} />
    </RadioGroup>
  );
}

export function SwitchField({
  label,
  help,
  value,
  onChange,
}: {
  label: string;
  help?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <Switch className="switch" isSelected={value} onChange={onChange}>
      <span className="switch-track" aria-hidden="true" />
      <span>
        {label}
        {help && <span className="radio-detail">{help}</span>}
      </span>
    </Switch>
  );
}

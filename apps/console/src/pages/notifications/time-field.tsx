import { Input, Label, Text, TextField } from 'react-aria-components';

/** A time of day, `HH:MM`. What is not yet a time is not passed on. */
export function TimeField({
  label,
  help,
  value,
  onChange,
}: {
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextField className="field" value={value} onChange={(typed) => typed && onChange(typed.slice(0, 5))}>
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <Input className="input" type="time" step={300} />
    </TextField>
  );
}

import { TextField } from '../../ui/field.js';

/** A figure of the terms: a field of a draft, else the figure. */
export function Figure({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: number;
  error?: string | undefined;
  onChange: ((value: number) => void) | undefined;
}) {
  if (!onChange)
    return (
      <p>
        {label} <strong>{value}</strong>
      </p>
    );
  return (
    <TextField
      label={label}
      type="number"
      value={String(value)}
      onChange={(typed) => onChange(Number(typed))}
      error={error}
      min="0"
      max="100"
    />
  );
}

import { TextField } from '../ui/field.js';
import { useSecondFactorText } from './text.js';

interface PasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** The own password once more, before the second factor changes. */
export function PasswordField({ value, onChange, error }: PasswordFieldProps) {
  const t = useSecondFactorText();
  return (
    <TextField
      label={t('password')}
      type="password"
      autoComplete="current-password"
      required
      autoFocus
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

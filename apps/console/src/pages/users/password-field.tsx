import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Copyable } from '../../ui/copyable.js';
import { makePassword } from './password.js';
import { useUserText } from './text.js';

interface PasswordFieldProps {
  value: string;
  /** It was made here, not typed: it is shown, since somebody has to take it along. */
  made: boolean;
  onChange: (value: string, made: boolean) => void;
  error: string | undefined;
}

export function PasswordField({ value, made, onChange, error }: PasswordFieldProps) {
  const t = useUserText();
  const make = <Button onPress={() => onChange(makePassword(), true)}>{t('make')}</Button>;
  return (
    <div className="password">
      {made ? (
        <Copyable key={value} label={t('password')} value={value} />
      ) : (
        <TextField
          label={t('password')}
          name="password"
          type="password"
          required
          autoComplete="new-password"
          help={t('passwordHelp')}
          value={value}
          onChange={(text) => onChange(text, false)}
          error={error}
        />
      )}
      {make}
    </div>
  );
}

import { defineText } from '../text/i18n.js';
import { TextField } from '../ui/field.js';

const useText = defineText('new-password', {
  ko: {
    current: '지금 비밀번호',
    password: '새 비밀번호',
    help: '12자 이상. 다른 기기에서는 로그아웃됩니다.',
  },
  en: {
    current: 'Present password',
    password: 'New password',
    help: 'At least 12 characters. Other devices are signed out.',
  },
});

export const PASSWORD_FIELDS = ['current', 'password'] as const;
export const NO_PASSWORDS = { current: '', password: '' };

interface NewPasswordFieldsProps {
  value: typeof NO_PASSWORDS;
  onChange: (value: typeof NO_PASSWORDS) => void;
  wrong: Partial<Record<(typeof PASSWORD_FIELDS)[number], string>>;
}

/** The present one and the new one, as whoever changes the own password is asked for them. */
export function NewPasswordFields({ value, onChange, wrong }: NewPasswordFieldsProps) {
  const t = useText();
  return (
    <>
      <TextField
        label={t('current')}
        type="password"
        autoComplete="current-password"
        required
        autoFocus
        value={value.current}
        onChange={(current) => onChange({ ...value, current })}
        error={wrong.current}
      />
      <TextField
        label={t('password')}
        help={t('help')}
        type="password"
        autoComplete="new-password"
        required
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={wrong.password}
      />
    </>
  );
}

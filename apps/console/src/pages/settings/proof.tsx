import { PasswordField } from '../../second-factor/password-field.js';
import { useSecondFactorText } from '../../second-factor/text.js';
import { TextField } from '../../ui/field.js';
import { Notice } from '../../ui/waiting.js';
import { useSettingsText } from './text.js';

export interface ProofDraft {
  password: string;
  /** null: nobody asked for one yet. */
  code: string | null;
}

export const bodyOf = ({ password, code }: ProofDraft) => ({ password, ...(code && { code }) });

interface ProofProps {
  value: ProofDraft;
  onChange: (value: ProofDraft) => void;
  wrong: { password?: string | undefined; code?: string | undefined };
}

/** That it is still the same person at this screen, some time after they signed in. */
export function Proof({ value, onChange, wrong }: ProofProps) {
  const t = useSettingsText();
  const words = useSecondFactorText();
  return (
    <>
      <Notice tone="warning">{t('proofWhy')}</Notice>
      <PasswordField
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={wrong.password}
      />
      {value.code !== null && (
        <TextField
          label={words('anyCode')}
          autoComplete="one-time-code"
          required
          maxLength={40}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          error={wrong.code}
        />
      )}
    </>
  );
}

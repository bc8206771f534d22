import { useState, type ReactNode } from 'react';
import { fieldErrors } from '../api/problem.js';
import { defineText } from '../text/i18n.js';
import { Button } from './button.js';
import { DialogForm } from './dialog-form.js';
import { TextField } from './field.js';

const useText = defineText('reason', {
  ko: { needed: '사유를 적어 주십시오.', usual: '자주 쓰는 사유' },
  en: { needed: 'Please give a reason.', usual: 'Usual reasons' },
});

interface ReasonDialogProps {
  title: string;
  /** What it is about and what follows from it. */
  children: ReactNode;
  label: string;
  /** Reasons that are taken with one press. */
  usual?: string[];
  maxLength?: number;
  action: string;
  onClose: () => void;
  /** The dialog closes when it is done and stays, with what was wrong, when it failed. */
  onGive: (reason: string) => Promise<unknown>;
}

/** Asks for the reason that goes on record with what is done. */
export function ReasonDialog({
  title,
  children,
  label,
  usual = [],
  maxLength = 4000,
  action,
  onClose,
  onGive,
}: ReasonDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);
  const { byField, rest } = fieldErrors(failure, ['reason']);
  const give = async () => {
    setMissing(!reason.trim());
    if (!reason.trim()) return;
    setBusy(true);
    setFailure(null);
    try {
      await onGive(reason.trim());
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <DialogForm title={title} onClose={onClose} onSubmit={give} action={action} busy={busy} errors={rest}>
      {children}
      <TextField
        label={label}
        name="reason"
        lines={3}
        maxLength={maxLength}
        required
        autoFocus
        value={reason}
        onChange={setReason}
        error={missing && !reason.trim() ? t('needed') : byField.reason}
      />
      {usual.length > 0 && (
        <div className="row" role="group" aria-label={t('usual')}>
          {usual.map((one) => (
            <Button key={one} small onPress={() => setReason(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
    </DialogForm>
  );
}

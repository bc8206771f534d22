import type { ReactNode } from 'react';
import { defineText } from '../text/i18n.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Form } from './form.js';
import { Notice } from './waiting.js';

const useText = defineText('dialog-form', { ko: { cancel: '취소' }, en: { cancel: 'Cancel' } });

interface DialogFormProps {
  title: string;
  onClose: () => void;
  /** Closes by itself what it belongs to; rejects to stay. */
  onSubmit: () => Promise<unknown>;
  /** What the button does, as a verb. */
  action: string;
  busy: boolean;
  /** What was refused and belongs to no field. */
  errors: string[];
  wide?: boolean;
  children: ReactNode;
}

/** A small form of its own: a few fields, what was wrong, 취소 and what it does. */
export function DialogForm({
  title,
  onClose,
  onSubmit,
  action,
  busy,
  errors,
  wide,
  children,
}: DialogFormProps) {
  const t = useText();
  return (
    <Dialog title={title} isOpen onClose={onClose} {...(wide && { wide })}>
      <Form onSubmit={onSubmit}>
        {children}
        {errors.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" kind="primary" isPending={busy}>
            {action}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

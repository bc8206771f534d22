import { useState, type ReactNode } from 'react';
import { defineText } from '../text/i18n.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Form } from './form.js';
import { Notice } from './waiting.js';

const useText = defineText('dialog-form', {
  ko: { cancel: '취소', lose: '작성한 내용이 사라집니다. 닫으시겠습니까?', stay: '계속 작성', leave: '닫기' },
  en: {
    cancel: 'Cancel',
    lose: 'What you wrote will be lost. Close?',
    stay: 'Go on writing',
    leave: 'Close',
  },
});

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
  /** What it cannot be sent without has been chosen. */
  ready?: boolean;
  danger?: boolean;
  children: ReactNode;
}

/**
 * A small form of its own: a few fields, what was wrong, 취소 and what it does. What somebody wrote in it is not lost by a
 * click beside it, and by Escape only after being asked.
 */
export function DialogForm({
  title,
  onClose,
  onSubmit,
  action,
  busy,
  errors,
  wide,
  ready = true,
  danger,
  children,
}: DialogFormProps) {
  const t = useText();
  const [written, setWritten] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = () => (written && !leaving ? setLeaving(true) : onClose());
  return (
    <Dialog title={title} isOpen onClose={leave} steady {...(wide && { wide })}>
      <Form onSubmit={onSubmit} onWrite={() => setWritten(true)}>
        {children}
        {errors.map((one) => (
          <Notice key={one} tone="danger">
            {one}
          </Notice>
        ))}
        {leaving ? (
          <Notice
            tone="warning"
            actions={
              <>
                <Button onPress={onClose}>{t('leave')}</Button>
                <Button kind="primary" autoFocus onPress={() => setLeaving(false)}>
                  {t('stay')}
                </Button>
              </>
            }
          >
            {t('lose')}
          </Notice>
        ) : (
          <div className="dialog-actions">
            <Button onPress={leave}>{t('cancel')}</Button>
            <Button type="submit" kind={danger ? 'danger' : 'primary'} isPending={busy} isDisabled={!ready}>
              {action}
            </Button>
          </div>
        )}
      </Form>
    </Dialog>
  );
}

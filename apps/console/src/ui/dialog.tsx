import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { defineText } from '../text/i18n.js';
import { Button, IconButton } from './button.js';
import { Notice } from './waiting.js';

const useText = defineText('dialog', {
  ko: { cancel: '취소', close: '닫기' },
  en: { cancel: 'Cancel', close: 'Close' },
});

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Read out at once and not closed by a click beside it. */
  alert?: boolean;
  wide?: boolean;
  /** Cannot be left without an answer, and nothing behind it is to be read. */
  forced?: boolean;
  /** Not closed by a click beside it: somebody writes in it. */
  steady?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, alert, wide, forced, steady }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay
      className={forced ? 'overlay overlay-forced' : 'overlay'}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!alert && !forced && !steady}
      isKeyboardDismissDisabled={Boolean(forced)}
    >
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {!forced && <IconButton icon="close" label={t('close')} onPress={onClose} />}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  title: string;
  children?: ReactNode;
  /** What the button does, as a verb: 종결, 발송. */
  action: string;
  danger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  /** The dialog closes when it is done and stays, with the reason, when it failed. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before what cannot be undone. */
export function Confirm({ title, children, action, danger, isOpen, onClose, onConfirm }: ConfirmProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} alert>
      <div className="stack">
        {children}
        {failure && <Notice tone="danger">{failure}</Notice>}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} isPending={busy} onPress={() => void confirm()}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

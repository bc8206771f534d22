import { useState } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { toast } from '../../ui/toast.js';
import { HandOver, type Made } from './hand-over.js';
import { useUserText } from './text.js';
import { UserForm } from './user-form.js';

/** Adds a user; a generated password is shown once more, to be handed over, and then never again. */
export function AddUser({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useUserText();
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  const added = (name: string, password: string | null, email: string) => {
    toast(t('saved', { name }));
    if (password) setMade({ name, email, password });
    else close();
  };
  return (
    <Dialog title={t(made ? 'doneTitle' : 'add')} isOpen={isOpen} onClose={close} alert={made !== null}>
      {made ? <HandOver made={made} onClose={close} /> : <UserForm onAdded={added} onCancel={close} />}
    </Dialog>
  );
}

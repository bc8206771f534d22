import { useRef, type ReactNode } from 'react';

interface FormProps {
  onSubmit: () => Promise<unknown>;
  children: ReactNode;
  className?: string;
  label?: string;
  /** Something was typed into it. */
  onWrite?: () => void;
}

/**
 * What is wrong is said by the API and shown at its field; Ctrl+Enter sends from anywhere in it. React passes on to this
 * form also what happens in a dialog that was opened from it: that is sent by the dialog's own form, and by it alone.
 * What is being sent is not sent again, however often it is asked for.
 */
export function Form({ onSubmit, children, className = 'stack', label, onWrite }: FormProps) {
  const sending = useRef(false);
  return (
    <form
      className={className}
      aria-label={label}
      noValidate
      onInput={onWrite}
      // Before a button or a list in it takes the key for itself.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
          return;
        if (!event.currentTarget.contains(event.target as Node)) return;
        event.stopPropagation();
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (event.target !== event.currentTarget || sending.current) return;
        sending.current = true;
        const form = event.currentTarget;
        void onSubmit()
          // Shown by whoever wrote: the mutation keeps its error. One goes on where it is wrong.
          .catch(() => requestAnimationFrame(() => firstWrong(form)?.focus()))
          .finally(() => (sending.current = false));
      }}
    >
      {children}
    </form>
  );
}

const firstWrong = (form: HTMLFormElement) =>
  form.querySelector<HTMLElement>('.field[data-invalid] :is(input, textarea, button)');

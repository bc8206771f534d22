import type { ReactNode } from 'react';

interface FormProps {
  onSubmit: () => Promise<unknown>;
  children: ReactNode;
  className?: string;
  label?: string;
}

/** What is wrong is said by the API and shown at its field; Ctrl+Enter sends from anywhere in it. */
export function Form({ onSubmit, children, className = 'stack', label }: FormProps) {
  return (
    <form
      className={className}
      aria-label={label}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        // Shown by whoever wrote: the mutation keeps its error.
        void onSubmit().catch(() => undefined);
      }}
    >
      {children}
    </form>
  );
}

import { useSyncExternalStore } from 'react';

const STORED = 'haechi:acting-for';
const listeners = new Set<() => void>();

/** In whose name this tab writes, while its person stands for somebody; a new tab begins in one's own name. */
export const actingFor = (): string | null => sessionStorage.getItem(STORED);

export function actFor(absentId: string | null): void {
  if (absentId) sessionStorage.setItem(STORED, absentId);
  else sessionStorage.removeItem(STORED);
  for (const tell of listeners) tell();
}

export const useActingFor = (): string | null =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, actingFor);

import { useSyncExternalStore } from 'react';

type State = 'online' | 'away' | 'signed-out';

let state: State = 'online';
const listeners = new Set<() => void>();

export const connectionState = (): State => state;

export function setConnection(next: State): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether the service answers, and whether it still knows who asks. */
export const useConnection = (): State => useSyncExternalStore(subscribe, connectionState);

/** Resolves once the person has signed in again; what they were doing waits for it. */
export function signedInAgain(): Promise<void> {
  setConnection('signed-out');
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (state === 'signed-out') return;
      stop();
      resolve();
    });
  });
}

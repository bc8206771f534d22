import { sharedState } from './shared-state.js';

type State = 'online' | 'away' | 'signed-out';

const connection = sharedState<State>('online');

export const connectionState = connection.get;
export const setConnection = connection.set;
/** Whether the service answers, and whether it still knows who asks. */
export const useConnection = connection.use;

/** Resolves once the person has signed in again; what they were doing waits for it. */
export function signedInAgain(): Promise<void> {
  setConnection('signed-out');
  return new Promise((resolve) => {
    const stop = connection.subscribe(() => {
      if (connection.get() === 'signed-out') return;
      stop();
      resolve();
    });
  });
}

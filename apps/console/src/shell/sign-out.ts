import { call } from '../api/call.js';
import { draftKeys, forgetDrafts } from '../api/draft-key.js';
import { sharedState } from '../api/shared-state.js';

/** Whether somebody wants to go while there is something begun and not sent. */
export const leaving = sharedState(false);

/** Ends the session; what was begun and not sent is asked about first. */
export async function signOut(): Promise<void> {
  if (draftKeys().length) leaving.set(true);
  else await leave();
}

/** Leaves nothing in this browser: whoever goes on purpose may leave it to somebody else. */
export async function leave(): Promise<void> {
  await call('DELETE', '/sessions/current', { anonymous: true }).catch(() => undefined);
  forgetDrafts();
  location.assign('/sign-in');
}

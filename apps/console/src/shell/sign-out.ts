import { call } from '../api/call.js';

/** Ends the session and leaves nothing of it on the page. */
export async function signOut(): Promise<void> {
  await call('DELETE', '/sessions/current', { anonymous: true }).catch(() => undefined);
  location.assign('/sign-in');
}

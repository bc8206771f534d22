import { setConnection } from './connection.js';

const AGAIN_MS = 2000;
const ANEW = 'haechi:begun-anew';
/** Whoever has just begun anew and still lacks a part would do so for ever. */
const ONCE_IN_MS = 20_000;

/**
 * Loads a part of the console. While nobody answers it waits; where the service was renewed under an open page, whose parts
 * are gone, the page begins anew, with its drafts.
 * @throws what `load` throws when that does not help
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (await answers()) return beginAnew(error);
      setConnection('away');
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

const answers = (): Promise<boolean> =>
  fetch('/health/live', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

function beginAnew(error: unknown): Promise<never> {
  if (Date.now() - Number(sessionStorage.getItem(ANEW)) < ONCE_IN_MS) throw error;
  sessionStorage.setItem(ANEW, String(Date.now()));
  location.reload();
  return new Promise(() => undefined);
}

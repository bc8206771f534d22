/** What a page reads on its own account within so long of the last touch is still that person's doing. */
const PRESENT_MS = 60_000;

let last = Date.now();
const touched = () => (last = Date.now());
for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
  addEventListener(sign, touched, { passive: true, capture: true });

/** Nobody has been at this page for a while: what it reads now shall not keep the session alive. */
export const isIdle = (): boolean => Date.now() - last > PRESENT_MS;

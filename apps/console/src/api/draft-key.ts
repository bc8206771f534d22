import { useEffect } from 'react';
import { newKey } from './call.js';

/** How often a tab says that it writes a draft, and when that is no longer believed: hidden tabs are slowed to once a minute. */
const HOLD_MS = 2000;
const BELIEVED_MS = 90_000;

/** A tab keeps its name when it is loaded again. */
function tab(): string {
  const name = sessionStorage.getItem('haechi:tab') ?? newKey();
  sessionStorage.setItem('haechi:tab', name);
  return name;
}

const holdOf = (key: string): string => key.replace('haechi:draft:', 'haechi:held:');

function hold(key: string): void {
  try {
    localStorage.setItem(holdOf(key), JSON.stringify({ tab: tab(), at: Date.now() }));
  } catch {
    // Then neither can the draft be kept, which is said.
  }
}

function isHeldElsewhere(key: string): boolean {
  const held = JSON.parse(localStorage.getItem(holdOf(key)) ?? 'null') as { tab: string; at: number } | null;
  return held !== null && held.tab !== tab() && Date.now() - held.at < BELIEVED_MS;
}

/** Where the draft of this name is kept that no other tab is writing; a new place where all are taken. */
export function draftKey(of: string): string {
  const name = `haechi:draft:${of}`;
  const mine = `${name}:${tab()}`;
  const known = Object.keys(localStorage).filter((key) => key === name || key.startsWith(`${name}:`));
  return (
    [mine, name, ...known].find((key) => localStorage.getItem(key) !== null && !isHeldElsewhere(key)) ??
    (isHeldElsewhere(name) ? mine : name)
  );
}

/** Of everything that was begun in this browser and not sent. */
export const draftKeys = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('haechi:draft:'));

export function forgetDrafts(): void {
  for (const key of draftKeys()) {
    localStorage.removeItem(key);
    localStorage.removeItem(holdOf(key));
  }
}

/** While a tab writes a draft the others leave it alone. */
export function useHold(key: string): void {
  useEffect(() => {
    const release = () => localStorage.removeItem(holdOf(key));
    hold(key);
    const timer = setInterval(() => hold(key), HOLD_MS);
    addEventListener('pagehide', release);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', release);
      release();
    };
  }, [key]);
}

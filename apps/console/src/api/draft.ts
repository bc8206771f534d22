import { useCallback, useEffect, useRef, useState } from 'react';
import { draftKey, useHold } from './draft-key.js';
import { useMe } from './queries.js';

interface Stored<T> {
  value: T;
  at: string;
}

const WRITE_MS = 200;

/**
 * What somebody is writing, kept in this browser from the first letter on: through a closed tab, an ended session, a
 * server that is away. It belongs to the person and is gone when it has been sent or thrown away. Two tabs that write
 * under the same name each keep their own.
 * @returns the value, `restoredAt` when it was found rather than begun, whether it is `kept`, and what ends it
 */
export function useDraft<T>(name: string, empty: T) {
  const { id } = useMe();
  const [key] = useState(() => draftKey(`${id}:${name}`));
  const [found] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(found ? { ...empty, ...found.value } : empty);
  const [restoredAt, setRestoredAt] = useState(found?.at ?? null);
  const { kept, keep, drop } = useStore(key);
  useHold(key);

  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...part };
        keep(after);
        return after;
      }),
    [keep],
  );

  const forget = useCallback(() => {
    drop();
    setRestoredAt(null);
  }, [drop]);

  /** Begins anew. @returns what brings the thrown-away back */
  const discard = useCallback(() => {
    const before = value;
    forget();
    setValue(empty);
    return () => {
      setValue(before);
      keep(before);
    };
  }, [empty, forget, keep, value]);

  return { value, change, restoredAt, kept, forget, discard };
}

/** Writes what is to be kept a few times a second, and before the page is left. */
function useStore(key: string) {
  const [kept, setKept] = useState(true);
  const unwritten = useRef<unknown>(null);

  const write = useCallback(() => {
    if (unwritten.current === null) return;
    const text = JSON.stringify({ value: unwritten.current, at: new Date().toISOString() });
    unwritten.current = null;
    try {
      localStorage.setItem(key, text);
      setKept(true);
    } catch {
      // The browser's store is full or closed to us.
      setKept(false);
    }
  }, [key]);

  useEffect(() => {
    const timer = setInterval(write, WRITE_MS);
    addEventListener('pagehide', write);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  const keep = useCallback((value: unknown) => void (unwritten.current = value), []);
  const drop = useCallback(() => {
    unwritten.current = null;
    localStorage.removeItem(key);
  }, [key]);
  return { kept, keep, drop };
}

function read<T>(key: string): Stored<T> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Stored<T> | null;
  } catch {
    return null;
  }
}

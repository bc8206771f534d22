import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from './queries.js';

interface Stored<T> {
  value: T;
  at: string;
}

const WRITE_MS = 200;

/**
 * What somebody is writing, kept in this browser from the first letter on: through a closed tab, an ended session, a
 * server that is away. It belongs to the person and is gone when it has been sent or thrown away.
 * @returns the value, `restoredAt` when it was found rather than begun, and what ends it
 */
export function useDraft<T>(name: string, empty: T) {
  const key = `haechi:draft:${useMe().id}:${name}`;
  const [found] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(found ? { ...empty, ...found.value } : empty);
  const [restoredAt, setRestoredAt] = useState(found?.at ?? null);
  const unwritten = useRef<T | null>(null);

  const write = useCallback(() => {
    if (unwritten.current === null) return;
    localStorage.setItem(key, JSON.stringify({ value: unwritten.current, at: new Date().toISOString() }));
    unwritten.current = null;
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

  const change = useCallback((part: Partial<T>) => {
    setValue((before) => {
      const after = { ...before, ...part };
      unwritten.current = after;
      return after;
    });
  }, []);

  const forget = useCallback(() => {
    unwritten.current = null;
    localStorage.removeItem(key);
    setRestoredAt(null);
  }, [key]);

  /** Begins anew. @returns what brings the thrown-away back */
  const discard = useCallback(() => {
    const before = value;
    forget();
    setValue(empty);
    return () => {
      setValue(before);
      unwritten.current = before;
    };
  }, [empty, forget, value]);

  return { value, change, restoredAt, forget, discard };
}

function read<T>(key: string): Stored<T> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Stored<T> | null;
  } catch {
    return null;
  }
}

import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const STORED = 'haechi:theme';
const wishesDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** What the person chose; the system's wish until then. */
function chosenTheme(): Theme | 'system' {
  const chosen = localStorage.getItem(STORED);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function currentTheme(): Theme {
  const chosen = chosenTheme();
  if (chosen !== 'system') return chosen;
  return wishesDark.matches ? 'dark' : 'light';
}

function apply(): void {
  document.documentElement.dataset.theme = currentTheme();
  for (const listener of listeners) listener();
}

export function followTheme(): void {
  wishesDark.addEventListener('change', apply);
  apply();
}

export function chooseTheme(theme: Theme | 'system'): void {
  if (theme === 'system') localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, theme);
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);
export const useThemeChoice = (): Theme | 'system' => useSyncExternalStore(subscribe, chosenTheme);

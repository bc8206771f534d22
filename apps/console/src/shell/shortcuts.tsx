import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../api/queries.js';
import { PAGES } from '../pages.js';
import { Dialog } from '../ui/dialog.js';
import { ShortcutList, useShortcutText } from './shortcut-list.js';

const STORED = 'haechi:letters';
export const lettersOn = (): boolean => localStorage.getItem(STORED) !== 'off';
export const switchLetters = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

/** What the page in front takes, beside what is taken everywhere. */
const ofPage = new Set<(key: string, event: KeyboardEvent) => void>();

/** Keys of a page, by their letter: taken where single letters are switched on and nobody is writing. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  useEffect(() => {
    const take = (key: string, event: KeyboardEvent) => keys[key]?.(event);
    ofPage.add(take);
    return () => void ofPage.delete(take);
  });
}

/** A dialog waits for an answer; a toast, which is one too by its role, does not. */
export const isAsked = (): boolean => document.querySelector('[role$="dialog"]:not(.toast)') !== null;

/** Letters are only taken where nobody is writing, and never with a modifier. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      Boolean(target.closest('input, textarea, select, [role="listbox"], [role="menu"]')))
  );
}

/** The key's letter, also where the keyboard writes Hangul: ㅎ is G. */
function letterOf({ key, code }: KeyboardEvent): string {
  return (/^[ㄱ-ㅣ]$/.test(key) && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || key.toLowerCase();
}

const AFTER_G_MS = 1500;

/** Ctrl+K and `/` open the palette, `g` and a letter goes to a page, `?` tells of it all. */
export function Shortcuts({ onPalette }: { onPalette: () => void }) {
  const navigate = useNavigate();
  const may = useMay();
  const [helpOpen, setHelpOpen] = useState(false);
  useEffect(() => {
    let afterG = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onPalette();
        return;
      }
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (modified || isWriting(event.target) || isAsked()) return;
      if (!lettersOn()) return;
      const letter = letterOf(event);
      if (Date.now() - afterG < AFTER_G_MS) {
        const page = PAGES.find((one) => one.letter === letter && (!one.needs || may(one.needs)));
        afterG = 0;
        if (page) void navigate(page.path);
      } else if (letter === 'g') afterG = Date.now();
      else if (letter === '/') {
        event.preventDefault();
        onPalette();
      } else if (letter === '?') setHelpOpen(true);
      else for (const take of ofPage) take(letter, event);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  return <Help isOpen={helpOpen} onClose={() => setHelpOpen(false)} />;
}

function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useShortcutText();
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <ShortcutList letters />
      <p className="small subtle">{t('off')}</p>
    </Dialog>
  );
}

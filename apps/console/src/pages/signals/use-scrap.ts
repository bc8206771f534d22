import { useEffect, useState } from 'react';
import { call } from '../../api/call.js';
import type { Scrap } from '../../api/types.js';
import { isAsked } from '../../shell/shortcuts.js';
import { toast } from '../../ui/toast.js';
import { useScrapText } from './scrap-text.js';

export interface ScrapState {
  isOpen: boolean;
  /** What was read of it; null while it is being pasted. */
  scrap: Scrap | null;
  isReading: boolean;
  begin: () => void;
  end: () => void;
  read: (text: string) => Promise<void>;
  readFile: (file: File) => Promise<void>;
}

/** A scrap list pasted anywhere on the page, or a file dropped on it. */
export function useScrap(works: boolean): ScrapState {
  const t = useScrapText();
  const [isOpen, setOpen] = useState(false);
  const [scrap, setScrap] = useState<Scrap | null>(null);
  const [isReading, setReading] = useState(false);
  const show = async (asked: () => Promise<Scrap>) => {
    setOpen(true);
    setReading(true);
    try {
      setScrap(await asked());
    } catch (error) {
      toast(t('unreadable', { why: (error as Error).message }), { tone: 'danger' });
    } finally {
      setReading(false);
    }
  };
  const read = (text: string) => show(() => call<Scrap>('POST', '/signals/scrap', { body: { text } }));
  const readFile = (file: File) => show(() => readByService(file));
  useBrought(works, { read, readFile });
  return {
    isOpen,
    scrap,
    isReading,
    begin: () => setOpen(true),
    end: () => {
      setOpen(false);
      setScrap(null);
    },
    read,
    readFile,
  };
}

/** Whatever is pasted while nobody writes, and every file that is dropped. */
function useBrought(works: boolean, { read, readFile }: Pick<ScrapState, 'read' | 'readFile'>): void {
  useEffect(() => {
    if (!works) return undefined;
    const pasted = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (target?.closest?.('input, textarea, [contenteditable]') || isAsked()) return;
      const html = event.clipboardData?.getData('text/html') ?? '';
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // Tables and links are in the page's own form only.
      const best = /<(table|a)\b/i.test(html) ? html : text;
      if (!best.trim()) return;
      event.preventDefault();
      void read(best);
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const dropped = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      void readFile(file);
    };
    addEventListener('paste', pasted);
    addEventListener('dragover', over);
    addEventListener('drop', dropped);
    return () => {
      removeEventListener('paste', pasted);
      removeEventListener('dragover', over);
      removeEventListener('drop', dropped);
    };
  });
}

/** What a file is, the service finds out. */
function readByService(file: File): Promise<Scrap> {
  const body = new FormData();
  body.set('file', file);
  return call<Scrap>('POST', '/signals/scrap', { body });
}

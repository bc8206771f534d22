import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../api/queries.js';
import { PAGES } from '../pages.js';
import { defineText } from '../text/i18n.js';
import { Dialog } from '../ui/dialog.js';
import { Facts } from '../ui/panel.js';
import { useShellText } from './text.js';

const useText = defineText('shortcuts', {
  ko: {
    title: '키보드 단축키',
    palette: '명령·통합검색',
    search: '찾기',
    help: '단축키 보기',
    submit: '작성 내용 등록',
    off: '한 글자 단축키는 환경설정에서 끌 수 있습니다.',
    new: '이슈 등록',
    board: '단계별 보드',
  },
  en: {
    title: 'Keyboard shortcuts',
    palette: 'Commands and search',
    search: 'Find',
    help: 'Show shortcuts',
    submit: 'Send what you wrote',
    off: 'Single-letter shortcuts can be switched off in the settings.',
    new: 'Register an issue',
    board: 'Board',
  },
});

const STORED = 'haechi:letters';
export const lettersOn = (): boolean => localStorage.getItem(STORED) !== 'off';
export const switchLetters = (on: boolean): void => localStorage.setItem(STORED, on ? 'on' : 'off');

/** Letters are only taken where nobody is writing, and never with a modifier. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      Boolean(target.closest('input, textarea, select, [role="listbox"], [role="menu"]')))
  );
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
      if (modified || isWriting(event.target) || document.querySelector('[role$="dialog"]')) return;
      if (!lettersOn()) return;
      const letter = event.key.toLowerCase();
      if (Date.now() - afterG < AFTER_G_MS) {
        const page = PAGES.find((one) => one.letter === letter && (!one.needs || may(one.needs)));
        afterG = 0;
        if (page) void navigate(page.path);
      } else if (letter === 'g') afterG = Date.now();
      else if (letter === '/') {
        event.preventDefault();
        onPalette();
      } else if (letter === '?') setHelpOpen(true);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  return <Help isOpen={helpOpen} onClose={() => setHelpOpen(false)} />;
}

function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const shell = useShellText();
  const may = useMay();
  const pages = PAGES.filter(({ letter, needs }) => letter && (!needs || may(needs)));
  const labelOf = ({ nav, path }: (typeof PAGES)[number]) =>
    nav ? shell(`nav.${nav.label}`) : t(path === '/issues/new' ? 'new' : 'board');
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <Facts
        facts={[
          [t('palette'), <kbd key="k">Ctrl K</kbd>],
          [t('search'), <kbd key="s">/</kbd>],
          [t('help'), <kbd key="h">?</kbd>],
          [t('submit'), <kbd key="e">Ctrl Enter</kbd>],
          ...pages.map((page): [string, React.ReactNode] => [
            labelOf(page),
            <span key={page.path}>
              <kbd>G</kbd> <kbd>{page.letter!.toUpperCase()}</kbd>
            </span>,
          ]),
        ]}
      />
      <p className="small subtle">{t('off')}</p>
    </Dialog>
  );
}
